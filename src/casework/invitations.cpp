#include "casework/invitations.hpp"

#include <algorithm>

#include "accounts/acts.hpp"
#include "base/text.hpp"
#include "domain/sent_in.hpp"
#include "platform/random.hpp"
#include "store/files.hpp"
#include "store/people.hpp"
#include "store/sent_in.hpp"
#include "store/shared.hpp"
#include "store/sight.hpp"

namespace northlight::casework {
namespace {

using accounts::act;
using accounts::Trace;
using domain::Action;
using domain::FileId;
using domain::OrganisationId;
using domain::PersonId;
using domain::Relation;
using store::AuditOperation;
using store::Grant;
using store::Transaction;

constexpr std::size_t longest_asked = 2'000;

/// Of what ends at an instant: the last day of it.
std::string last_day_before(platform::Instant until) {
  return iso(platform::day_in_london(until - std::chrono::milliseconds(1)));
}

bool may_be_asked_in(const accounts::Role& role) {
  return !role.by_link && role.on(Action::FindFile, false).may.has(Relation::Invited);
}

/// Whom somebody is asked as.
struct AskedAs {
  PersonId person;
  OrganisationId organisation;
};

Error nobody_offered() {
  return {ErrorCode::Invalid,
          "Choose somebody of the list, or enter the work e-mail address that they sign in with.",
          "person"};
}

/// The same whether nobody has the address or whoever has it may not be asked in.
Error nobody_with_it() {
  return {ErrorCode::Invalid,
          "Nobody who can be asked in signs in with that address. Ask them for the work e-mail "
          "address that they sign in with, and enter all of it.",
          "address"};
}

Result<AskedAs> by_address(Transaction& transaction, const accounts::Policy& policy,
                           const Grant& grant, std::string_view typed) {
  NL_TRY(person, store::person_by_sign_in_name(transaction, lower(trim(typed))));
  if (!person || person->kind != store::PersonKind::Staff) return nobody_with_it();
  NL_TRY(own, store::service_of(transaction, grant));
  NL_TRY(held, store::roles_in_force(transaction, person->id, platform::day_in_london(grant.at())));
  for (const auto& each : held) {
    const auto* const role = policy.find(each.role);
    if (role == nullptr || !may_be_asked_in(*role)) continue;
    NL_TRY(there, store::organisation(transaction, each.organisation));
    const bool of_partner =
        there && there->kind == store::OrganisationKind::Partner && !there->closed_on;
    if (of_partner || each.organisation == own) return AskedAs{person->id, each.organisation};
  }
  return nobody_with_it();
}

Result<AskedAs> whom(Transaction& transaction, const accounts::Policy& policy, const Grant& grant,
                     const NewInvitation& invitation) {
  const bool typed = !trim(invitation.address).empty();
  if (typed && invitation.person)
    return Error{ErrorCode::Invalid, "Choose somebody of the list or enter an address, not both.",
                 "address"};
  if (typed) return by_address(transaction, policy, grant, invitation.address);
  if (!invitation.person || !invitation.organisation) return nobody_offered();
  NL_TRY(offered, who_may_be_invited(transaction, policy, grant));
  if (std::ranges::none_of(offered, [&](const Invitable& each) {
        return each.person == *invitation.person && each.organisation == *invitation.organisation;
      }))
    return nobody_offered();
  return AskedAs{*invitation.person, *invitation.organisation};
}

}  // namespace

Result<std::vector<Invitable>> who_may_be_invited(store::Session& session,
                                                  const accounts::Policy& policy,
                                                  const Grant& grant) {
  std::vector<Invitable> all;
  NL_TRY(own, store::service_of(session, grant));
  NL_TRY(asked_before, store::agencies_asked_in(session, own));
  std::vector<OrganisationId> organisations{own};
  organisations.insert(organisations.end(), asked_before.begin(), asked_before.end());
  for (const auto& id : organisations) {
    NL_TRY(there, store::organisation(session, id));
    if (!there) continue;
    for (const auto& role : policy.roles()) {
      if (!may_be_asked_in(role)) continue;
      NL_TRY(held,
             store::holders_of_role(session, id, role.code, platform::day_in_london(grant.at())));
      for (const auto& each : held) {
        NL_TRY(person, store::person(session, each.person));
        if (person)
          all.push_back({each.person, id, person->name + ", " + role.title + ", " + there->name});
      }
    }
  }
  return all;
}

Result<std::string> invite(Gate& gate, const platform::Keys& keys, const Asker& asker, FileId file,
                           const NewInvitation& invitation) {
  const auto id = platform::random_id<Id<struct InvitationKind>>().text();
  return gate.change(
      asker, Action::Disclose, file,
      {.operation =
           AuditOperation::Disclosure,  // They are shown the child's name and what is asked.
       .about = invitation.person,
       .called = act("invited", {{"last-day", last_day_before(invitation.until)}})},
      [&](Transaction& transaction, const Grant& grant, Trace& told) -> Result<std::string> {
        NL_TRY(asked, whom(transaction, gate.policy(), grant, invitation));
        told.about = asked.person;
        NL_TRY(at, store::organisation(transaction, asked.organisation));
        told.recipient = at ? at->name : std::string();
        NL_CHECK(domain::check_typed(invitation.asked, longest_asked, "asked",
                                     "Say what you ask of them."));
        if (invitation.until <= asker.at)
          return Error{ErrorCode::Invalid, "Enter a day to come.", "until"};
        NL_CHECK(store::give_sight(transaction, {.holder = store::Holder::of(asked.person),
                                                 .organisation = asked.organisation,
                                                 .file = file,
                                                 .relation = Relation::Invited,
                                                 .from = grant.at(),
                                                 .until = invitation.until,
                                                 .cause = store::SightCause::Invitation,
                                                 .cause_id = id}));
        NL_CHECK(store::ask_of_invited(transaction, grant, keys, id, trim(invitation.asked)));
        return id;
      });
}

Status end_invitation(Gate& gate, const Asker& asker, FileId file, const std::string& invitation) {
  return gate.change(
      asker, Action::Disclose, file,
      {.operation = AuditOperation::Permission, .called = act("invitation-ended")},
      [&](Transaction& transaction, const Grant& grant, Trace& told) -> Status {
        NL_TRY(all, store::invitations_of(transaction, grant));
        const auto found = std::ranges::find(all, invitation, &store::InvitationRow::id);
        if (found == all.end())
          return Error{ErrorCode::NotFound, "Nobody was asked in so.", "invitation"};
        told.about = found->person;
        return store::end_sight(transaction, store::SightCause::Invitation, invitation, grant.at());
      });
}

}  // namespace northlight::casework
