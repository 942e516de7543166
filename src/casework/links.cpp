#include "casework/links.hpp"

#include <algorithm>

#include "accounts/acts.hpp"
#include "accounts/may.hpp"
#include "accounts/personal_link.hpp"
#include "base/text.hpp"
#include "platform/random.hpp"
#include "store/cases.hpp"
#include "store/files.hpp"
#include "store/people.hpp"
#include "store/sight.hpp"

namespace northlight::casework {
namespace {

using accounts::act;
using accounts::Trace;
using domain::Action;
using domain::FileId;
using domain::PersonId;
using domain::Relation;
using store::AuditOperation;
using store::Grant;
using store::Transaction;

constexpr std::size_t longest_asked = 2'000;

/// The role of the policy by which somebody of that relation comes in.
const accounts::Role* role_by_link(const accounts::Policy& policy, Relation relation) {
  const auto found = std::ranges::find_if(policy.roles(), [&](const accounts::Role& role) {
    return role.by_link && role.on(Action::FindFile, false).may.has(relation);
  });
  return found == policy.roles().end() ? nullptr : &*found;
}

std::string_view recipient(Relation relation) {
  if (relation == Relation::Themself) return "the child";
  return relation == Relation::Parent ? "a parent or carer" : "a panel or partner";
}

/// Of what ends at an instant: the last day of it.
std::string last_day_before(platform::Instant until) {
  return iso(platform::day_in_london(until - std::chrono::milliseconds(1)));
}

Status keep_link(Transaction& transaction, const Grant& grant, const accounts::Role& role,
                 const NewLink& link, PersonId person) {
  NL_TRY(service, store::service_of(transaction, grant));
  const auto today = platform::day_in_london(grant.at());
  NL_CHECK(store::add_person(transaction,
                             {.id = person,
                              .kind = store::PersonKind::Link,
                              .name = role.title,
                              .joined_on = today,
                              .left_on = link.last_day},
                             grant.at()));
  NL_CHECK(store::give_role(transaction,
                            {.id = platform::random_id<store::RoleHeldId>(),
                             .person = person,
                             .role = role.code,
                             .organisation = service,
                             .from = today,
                             .until = link.last_day},
                            grant.person(), grant.at()));
  return store::give_sight(transaction, {.holder = store::Holder::of(person),
                                         .organisation = service,
                                         .file = grant.file(),
                                         .relation = link.relation,
                                         .from = grant.at(),
                                         .cause = store::SightCause::Link,
                                         .cause_id = person.text()});
}

/// Whoever holds a role somewhere that may be asked in.
Result<std::vector<Invitable>> who_may_be_invited(store::Session& session, const Gate& gate,
                                                  Date today) {
  std::vector<Invitable> all;
  NL_TRY(organisations, store::organisations(session));
  for (const auto& role : gate.policy().roles()) {
    if (role.by_link || !role.on(Action::FindFile, false).may.has(Relation::Invited)) continue;
    for (const auto& organisation : organisations) {
      NL_TRY(held, store::holders_of_role(session, organisation.id, role.code, today));
      for (const auto& each : held) {
        NL_TRY(person, store::person(session, each.person));
        if (person)
          all.push_back({each.person, organisation.id,
                         person->name + ", " + role.title + ", " + organisation.name});
      }
    }
  }
  return all;
}

Status check_agreed(const NewShare& shared, Date today) {
  if (!shared.agreed_on) return invalid("Enter the day on which the child agreed.", "agreed_on");
  if (*shared.agreed_on > today) return invalid("Enter a day that is not to come.", "agreed_on");
  const auto words = trim(shared.agreed_words);
  if (words.empty() || words.size() > 1'000)
    return invalid("Say how the child was asked and what they said, in 1,000 letters or fewer.",
                   "agreed_words");
  return done();
}

bool shown_now(const store::SharedRow& row, platform::Instant at) {
  return row.from <= at && (!row.until || *row.until > at);
}

/// Whether it is by a role that works with the child that they read what is shared: who was asked
/// in may be of a team of the service, too, and reads what is shared with the panel all the same.
bool reads_as_worker(const Gate& gate, const Asker& asker, const accounts::Standing& how) {
  for (std::size_t i = 0; i < std::min(asker.roles.size(), accounts::most_roles_held); ++i) {
    const auto* const role = gate.policy().find(asker.roles[i].role);
    if (role == nullptr) continue;
    const auto& may = role->on(Action::ReadShared, false).may;
    for (const auto relation : {Relation::OwnCase, Relation::TeamCase, Relation::ServiceCase})
      if (how.relations.at(i).has(relation) && may.has(relation)) return true;
  }
  return false;
}

/// By name, each once.
Result<std::vector<std::string>> who_leads(store::Session& session, const Grant& grant) {
  NL_TRY(allocations, store::allocations_of(session, grant));
  std::vector<std::string> names;
  for (const auto& one : allocations) {
    if (!one.person || one.part != domain::WorkPart::Lead || !one.in_force(grant.at())) continue;
    NL_TRY(person, store::person(session, *one.person));
    if (person && std::ranges::find(names, person->name) == names.end())
      names.push_back(std::move(person->name));
  }
  return names;
}

/// A parent says what they think, too; what the child agreed to is the child's to take back.
Status may_take_back(store::Session& session, const Asker& asker, const Grant& grant) {
  NL_TRY(how, accounts::standing(session, asker, grant.file()));
  if (!how.has(Relation::Themself))
    return Error{ErrorCode::Forbidden, "Only the child can take back what they agreed to."};
  return done();
}

}  // namespace

Result<GivenLink> give_link(Gate& gate, const platform::Keys& keys, const Asker& asker, FileId file,
                            const NewLink& link) {
  const auto* const role = role_by_link(gate.policy(), link.relation);
  if (role == nullptr) return invalid("Choose the child or a parent.", "relation");
  if (link.last_day < platform::day_in_london(asker.at))
    return invalid("Enter a last day that has not passed.", "last_day");
  const auto person = platform::random_id<PersonId>();
  return gate.change(
      asker, Action::GiveLink, file,
      {.operation = AuditOperation::Permission,
       .called = act("link-given", {{"relation", std::string(code(link.relation))},
                                    {"last-day", iso(link.last_day)}})},
      [&](Transaction& transaction, const Grant& grant, Trace& told) -> Result<GivenLink> {
        told.about = person;
        NL_CHECK(keep_link(transaction, grant, *role, link, person));
        NL_TRY(token,
               accounts::make_personal_link(transaction, grant, keys, person, link.words_hash));
        return GivenLink{person, std::move(token)};
      });
}

Status end_link(Gate& gate, const Asker& asker, FileId file, PersonId person) {
  return gate.change(
      asker, Action::GiveLink, file,
      {.operation = AuditOperation::Permission, .about = person, .called = act("link-ended")},
      [&](Transaction& transaction, const Grant& grant, Trace&) -> Status {
        NL_TRY(sights, store::sight_of_file(transaction, file, grant.at()));
        if (std::ranges::none_of(sights, [&](const store::Sight& each) {
              return each.holder == store::Holder::of(person) &&
                     (each.relation == Relation::Themself || each.relation == Relation::Parent);
            }))
          return Error{ErrorCode::NotFound, "There is no such link to this file."};
        NL_CHECK(accounts::end_personal_link(transaction, person, grant.at()));
        return store::end_sight(transaction, store::SightCause::Link, person.text(), grant.at());
      });
}

Result<std::string> invite(Gate& gate, const platform::Keys& keys, const Asker& asker, FileId file,
                           const NewInvitation& invitation) {
  const auto id = platform::random_id<Id<struct InvitationKind>>().text();
  return gate.change(
      asker, Action::Disclose, file,
      {.operation = AuditOperation::Permission,
       .about = invitation.person,
       .called = act("invited", {{"last-day", last_day_before(invitation.until)}})},
      [&](Transaction& transaction, const Grant& grant, Trace&) -> Result<std::string> {
        if (invitation.until <= asker.at) return invalid("Enter a day to come.", "until");
        NL_CHECK(domain::check_typed(invitation.asked, longest_asked, "asked",
                                     "Say what you ask of them."));
        NL_TRY(roles, store::roles_in_force(transaction, invitation.person,
                                            platform::day_in_london(grant.at())));
        if (std::ranges::none_of(roles, [&](const store::RoleRow& each) {
              const auto* const role = gate.policy().find(each.role);
              return each.organisation == invitation.organisation && role != nullptr &&
                     role->on(Action::FindFile, false).may.has(Relation::Invited);
            }))
          return invalid("Choose somebody who sits on panels or answers for a partner agency.",
                         "person");
        NL_CHECK(store::give_sight(transaction, {.holder = store::Holder::of(invitation.person),
                                                 .organisation = invitation.organisation,
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

Result<SharingDesk> open_sharing(Gate& gate, const platform::Keys& keys, const Asker& asker,
                                 FileId file) {
  return gate.read(
      asker, Action::Disclose, file, {},
      [&](store::Session& session, const Grant& grant,
          const accounts::Standing& how) -> Result<SharingDesk> {
        NL_TRY(desk, file_desk(gate, asker, session, grant, how));
        NL_TRY(shared, store::shared_of(session, grant));
        NL_TRY(agreements, store::agreements_of(session, grant));
        NL_TRY(invitations, store::invitations_of(session, grant));
        NL_TRY(asked, store::asked_of_invited(session, grant, keys));
        NL_TRY(invitable, who_may_be_invited(session, gate, platform::day_in_london(asker.at)));
        return SharingDesk{std::move(desk),        std::move(shared), std::move(agreements),
                           std::move(invitations), std::move(asked),  std::move(invitable)};
      });
}

Result<store::SharedId> share(Gate& gate, const Asker& asker, FileId file, const NewShare& shared) {
  const auto words = trim(shared.words);
  if (words.empty() || words.size() > 4'000)
    return invalid("Say what is shared, in 4,000 letters or fewer.", "words");
  if (shared.relation != Relation::Themself && shared.relation != Relation::Parent &&
      shared.relation != Relation::Invited)
    return invalid("Choose with whom it is shared.", "relation");
  if (shared.ground == store::SharingGround::Theirs && shared.relation != Relation::Themself)
    return invalid(
        "Only to the child is it their own. Choose that the child agreed, or that the "
        "law requires it.",
        "ground");
  if (shared.ground == store::SharingGround::AgreedByChild)
    NL_CHECK(check_agreed(shared, platform::day_in_london(asker.at)));
  const auto id = platform::random_id<store::SharedId>();
  return gate.change(
      asker, Action::Disclose, file,
      {.operation = AuditOperation::Disclosure,
       .record = shared.record,
       .recipient = std::string(recipient(shared.relation)),
       .called = act("shared", {{"share", id.text()}})},
      [&](Transaction& transaction, const Grant& grant, Trace&) -> Result<store::SharedId> {
        store::SharedRow row{.id = id,
                             .record = shared.record,
                             .relation = shared.relation,
                             .ground = shared.ground,
                             .words = Sensitive(std::string(words)),
                             .from = grant.at()};
        NL_CHECK(store::share(transaction, grant, row));
        if (shared.ground == store::SharingGround::AgreedByChild)
          NL_CHECK(store::add_agreement(
              transaction, grant,
              {row.id, *shared.agreed_on, Sensitive(std::string(trim(shared.agreed_words))),
               grant.person()}));
        return row.id;
      });
}

Status stop_sharing(Gate& gate, const Asker& asker, FileId file, store::SharedId id) {
  return gate.change(asker, Action::Disclose, file,
                     {.operation = AuditOperation::Permission,
                      .called = act("sharing-stopped", {{"share", id.text()}})},
                     [&](Transaction& transaction, const Grant& grant, Trace&) {
                       return store::stop_sharing(transaction, grant, id);
                     });
}

Result<std::vector<store::SharedRow>> shared_with(Gate& gate, const Asker& asker, FileId file) {
  return gate.read(asker, Action::ReadShared, file, {},
                   [&](store::Session& session, const Grant& grant,
                       const accounts::Standing& how) -> Result<std::vector<store::SharedRow>> {
                     NL_TRY(rows, store::shared_of(session, grant));
                     const bool works_there =
                         grant.reason().has_value() || reads_as_worker(gate, asker, how);
                     std::erase_if(rows, [&](const store::SharedRow& row) {
                       if (!shown_now(row, asker.at)) return true;
                       if (works_there) return false;
                       return !how.has(row.relation) || (row.person && *row.person != asker.person);
                     });
                     return std::move(rows);
                   });
}

Status withdraw_agreement(Gate& gate, const Asker& asker, FileId file, store::SharedId id) {
  return gate.change(asker, Action::SayOwn, file,
                     {.operation = AuditOperation::Permission,
                      .called = act("agreement-withdrawn", {{"share", id.text()}})},
                     [&](Transaction& transaction, const Grant& grant, Trace&) -> Status {
                       NL_CHECK(may_take_back(transaction, asker, grant));
                       NL_CHECK(store::withdraw_agreement(transaction, grant, id));
                       return store::stop_sharing(transaction, grant, id);
                     });
}

Result<OwnPage> open_own(Gate& gate, const platform::Keys& keys, const Asker& asker, FileId file) {
  return gate.read(asker, Action::ReadShared, file, {},
                   [&](store::Session& session, const Grant& grant,
                       const accounts::Standing& how) -> Result<OwnPage> {
                     OwnPage page{.file = file,
                                  .relation = how.has(Relation::Themself) ? Relation::Themself
                                                                          : Relation::Parent};
                     NL_TRY(rows, store::shared_of(session, grant));
                     for (auto& row : rows) {
                       if (!shown_now(row, asker.at)) continue;
                       const bool theirs = row.relation == page.relation &&
                                           (!row.person || *row.person == asker.person);
                       if (theirs)
                         page.shown.push_back(std::move(row));
                       else if (page.relation == Relation::Themself &&
                                row.ground == store::SharingGround::AgreedByChild)
                         page.agreed.push_back(std::move(row));
                     }
                     NL_TRY(said, page.relation == Relation::Themself
                                      ? store::sent_in_of_kind(session, grant, keys,
                                                               domain::SentInKind::ChildWords)
                                      : store::sent_in_by_them(session, grant, keys));
                     page.said = std::move(said);
                     NL_TRY(workers, who_leads(session, grant));
                     page.workers = std::move(workers);
                     return page;
                   });
}

Result<FileId> file_of_link(store::Database& database, const Asker& asker) {
  NL_TRY(link, database.read([&](store::Session& session) {
    return store::personal_link_of(session, asker.person);
  }));
  if (!link) return Error{ErrorCode::NotFound, "There is no such page."};
  return link->file;
}

Result<LinksDesk> open_links(Gate& gate, const Asker& asker, FileId file) {
  return gate.read(asker, Action::GiveLink, file, {},
                   [&](store::Session& session, const Grant& grant,
                       const accounts::Standing& how) -> Result<LinksDesk> {
                     NL_TRY(desk, file_desk(gate, asker, session, grant, how));
                     NL_TRY(links, store::personal_links_of(session, grant));
                     return LinksDesk{std::move(desk), std::move(links)};
                   });
}

}  // namespace northlight::casework
