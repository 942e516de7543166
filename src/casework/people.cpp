#include "casework/people.hpp"

#include <algorithm>

#include "accounts/acts.hpp"
#include "accounts/sessions.hpp"
#include "accounts/sign_in.hpp"
#include "base/text.hpp"
#include "casework/people_parts.hpp"
#include "domain/sent_in.hpp"
#include "store/credentials.hpp"

namespace northlight::casework {
namespace {

using accounts::act;
using accounts::Trace;
using domain::Action;
using domain::OrganisationId;
using domain::PersonId;
using store::AuditOperation;
using store::Transaction;

constexpr std::size_t longest_cover_reason = 300;

accounts::Hand hand_of(const Asker& asker) { return {.person = asker.person, .at = asker.at}; }

Trace about(PersonId person, std::string called) {
  return {.operation = AuditOperation::Permission, .about = person, .called = std::move(called)};
}

/// Of a role that somebody holds: which, and in which team.
std::string role_act(std::string_view code, const store::RoleRow& held, Date last_day) {
  return act(code, {{"role", held.role},
                    {"team", accounts::id_or_nothing(held.team)},
                    {"from", iso(held.from)},
                    {"last-day", iso(last_day)}});
}

/// Nobody resets or hands out what lets themself in: their account page is for that.
Status not_oneself(const Asker& asker, PersonId person) {
  if (asker.person != person) return done();
  return Error{ErrorCode::Forbidden,
               "This is your own account. Change it on your account page, or ask another "
               "administrator."};
}

Result<std::string> link_for(Transaction& transaction, const platform::Keys& keys,
                             const Asker& asker, PersonId person) {
  return accounts::make_setup_link(transaction, keys, person, asker.at,
                                   accounts::SignInLimits{}.set_up_link, asker.person);
}

}  // namespace

Result<Joined> add_person(Gate& gate, const platform::Keys& keys, const Asker& asker,
                          const accounts::NewPerson& joiner) {
  return gate.change(asker, Action::ManagePeople, joiner.role.organisation,
                     {.operation = AuditOperation::Permission,
                      .called = accounts::act_of_role("person-add", joiner.role)},
                     [&](Transaction& transaction, Trace& told) -> Result<Joined> {
                       NL_TRY(person,
                              accounts::join(transaction, gate.policy(), hand_of(asker), joiner));
                       told.about = person;
                       NL_TRY(link, link_for(transaction, keys, asker, person));
                       return Joined{person, std::move(link)};
                     });
}

Result<std::string> new_set_up_link(Gate& gate, const platform::Keys& keys, const Asker& asker,
                                    OrganisationId organisation, PersonId person) {
  return gate.change(asker, Action::ManagePeople, organisation,
                     about(person, act("set-up-link-made")),
                     [&](Transaction& transaction, Trace&) -> Result<std::string> {
                       NL_CHECK(not_oneself(asker, person));
                       NL_CHECK(works_there(transaction, organisation, person, asker.at));
                       return link_for(transaction, keys, asker, person);
                     });
}

Status reset_second_factor(Gate& gate, const Asker& asker, OrganisationId organisation,
                           PersonId person) {
  return gate.change(asker, Action::ManagePeople, organisation,
                     about(person, act("second-factor-forgotten")),
                     [&](Transaction& transaction, Trace&) -> Status {
                       NL_CHECK(not_oneself(asker, person));
                       NL_CHECK(works_there(transaction, organisation, person, asker.at));
                       NL_CHECK(store::forget_second_factor(transaction, person));
                       return accounts::end_all_sessions(
                           transaction, person, store::SessionEnd::SecondFactorChanged, asker.at);
                     });
}

Status give_role(Gate& gate, const Asker& asker, PersonId person, const accounts::NewRole& role) {
  return gate.change(
      asker, Action::ManagePeople, role.organisation,
      about(person, accounts::act_of_role("role-given", role)),
      [&](Transaction& transaction, Trace&) -> Status {
        NL_CHECK(known_there(transaction, role.organisation, person));
        NL_CHECK(accounts::give_role(transaction, gate.policy(), hand_of(asker), person, role));
        return done();
      });
}

namespace {

/// Does that with a role that somebody holds or held there.
template <typename Change>
Status change_role(Gate& gate, const Asker& asker, const RoleOf& role, std::string called,
                   Change change) {
  return gate.change(asker, Action::ManagePeople, role.organisation,
                     about(role.person, std::move(called)),
                     [&](Transaction& transaction, Trace& told) -> Status {
                       NL_TRY(held, known_there(transaction, role.organisation, role.person));
                       const auto found = std::ranges::find(held, role.role, &store::RoleRow::id);
                       if (found == held.end()) return no_such_person();
                       return change(transaction, *found, told);
                     });
}

}  // namespace

Status end_role(Gate& gate, const Asker& asker, const RoleOf& role, Date last_day) {
  return change_role(
      gate, asker, role, act("role-ended"),
      [&](Transaction& transaction, const store::RoleRow& held, Trace& told) -> Status {
        told.called = role_act("role-ended", held, last_day);
        if (last_day < add_days(held.from, -1))
          return Error{ErrorCode::Invalid,
                       "They hold this role from " + words(held.from) +
                           ". Enter that day or a later one, or the day before it if they are "
                           "never to hold it.",
                       "last_day"};
        return accounts::end_role(transaction, hand_of(asker), held, last_day);
      });
}

Status move_team(Gate& gate, const Asker& asker, const RoleOf& role,
                 const accounts::TeamMove& move) {
  const bool go_along = move.cases == accounts::Cases::GoAlong;
  return change_role(
      gate, asker, role, act("team-changed"),
      [&](Transaction& transaction, const store::RoleRow& held, Trace& told) -> Status {
        NL_TRY(moved, accounts::move_team(transaction, gate.policy(), hand_of(asker), held, move));
        // Who sees what changes by it: each file is on the line.
        told.listed = std::move(moved.files);
        told.called = act("team-changed", {{"role", held.role},
                                           {"from-team", accounts::id_or_nothing(held.team)},
                                           {"team", move.team.text()},
                                           {"from", iso(move.from)},
                                           {"cases", go_along ? "go" : "stay"},
                                           {"files", std::to_string(told.listed.size())}});
        return done();
      });
}

Result<accounts::LeftBehind> leave(Gate& gate, const Asker& asker, OrganisationId organisation,
                                   PersonId person, Date last_day) {
  return gate.change(asker, Action::ManagePeople, organisation,
                     about(person, act("person-leave", {{"last-day", iso(last_day)}})),
                     [&](Transaction& transaction, Trace&) -> Result<accounts::LeftBehind> {
                       NL_CHECK(known_there(transaction, organisation, person));
                       return accounts::leave(transaction, hand_of(asker), person, organisation,
                                              last_day);
                     });
}

Status arrange_cover(Gate& gate, const Asker& asker, const accounts::NewCover& cover,
                     std::string_view reason) {
  auto trace = about(cover.covering, accounts::act_of_cover("cover-arranged", cover.absent,
                                                            cover.from, cover.until));
  trace.justification = std::string(trim(reason));
  return gate.change(
      asker, Action::ArrangeCover, cover.organisation, trace,
      [&](Transaction& transaction, Trace& told) -> Status {
        NL_CHECK(domain::check_typed(*told.justification, longest_cover_reason, "reason",
                                     "Say why the cover is needed."));
        NL_CHECK(accounts::arrange_cover(transaction, gate.policy(), hand_of(asker), cover));
        return done();
      });
}

Status end_cover(Gate& gate, const Asker& asker, OrganisationId organisation,
                 store::CoverId cover) {
  return gate.change(asker, Action::ArrangeCover, organisation,
                     {.operation = AuditOperation::Permission, .called = act("cover-ended")},
                     [&](Transaction& transaction, Trace& told) -> Status {
                       NL_TRY(found, store::cover(transaction, cover));
                       if (!found || found->organisation != organisation)
                         return Error{ErrorCode::NotFound, "There is no such cover."};
                       told.about = found->covering;
                       told.called =
                           accounts::act_of_cover("cover-ended", found->absent, found->from,
                                                  std::min(found->until, asker.at));
                       return store::end_cover(transaction, cover, asker.at);
                     });
}

Result<domain::TeamId> add_team(Gate& gate, const Asker& asker, OrganisationId organisation,
                                std::string_view name) {
  return gate.change(asker, Action::ManagePeople, organisation,
                     {.operation = AuditOperation::Permission, .called = act("team-add")},
                     [&](Transaction& transaction, Trace& told) -> Result<domain::TeamId> {
                       NL_TRY(team, accounts::add_team(transaction, organisation, name));
                       told.called = act("team-add", {{"team", team.text()}});
                       return team;
                     });
}

Status rename_team(Gate& gate, const Asker& asker, OrganisationId organisation, domain::TeamId team,
                   std::string_view name) {
  return gate.change(asker, Action::ManagePeople, organisation,
                     {.operation = AuditOperation::Permission,
                      .called = act("team-renamed", {{"team", team.text()}})},
                     [&](Transaction& transaction, Trace& told) -> Status {
                       NL_TRY(before, accounts::rename_team(transaction, organisation, team, name));
                       told.justification = "It was called “" + before + "” before.";
                       return done();
                     });
}

}  // namespace northlight::casework
