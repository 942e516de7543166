#include <algorithm>

#include "accounts/people.hpp"
#include "accounts/sessions.hpp"
#include "platform/random.hpp"
#include "store/addresses.hpp"
#include "store/cases.hpp"
#include "store/credentials.hpp"
#include "store/marks.hpp"

namespace northlight::accounts {
namespace {

using domain::PersonId;
using store::RoleRow;
using store::Transaction;

/// The person's cases in one team and organisation.
Result<std::vector<store::AllocationRow>> cases_in(Transaction& transaction, const Hand& hand,
                                                   const RoleRow& role) {
  NL_TRY(all, store::allocations_to(transaction, role.person, hand.at));
  std::erase_if(all, [&](const auto& each) { return each.team != role.team; });
  return std::move(all);
}

/// How long, and how far ahead.
Status check_days(const CoverRule& rule, const Hand& hand, const NewCover& cover) {
  if (cover.until <= cover.from)
    return Error{ErrorCode::Invalid, "Cover ends after it begins.", "until"};
  const auto today = platform::day_in_london(hand.at);
  const auto first = platform::day_in_london(cover.from);
  const auto last_first = add_days(today, rule.days_ahead);
  if (first > last_first)
    return Error{ErrorCode::Invalid,
                 "Cover begins within " + std::to_string(rule.days_ahead) +
                     " days of the day that it is arranged on: enter " +
                     northlight::words(last_first) + " or a day before it.",
                 "from"};
  const auto longest_last = add_days(first, rule.longest_days - 1);
  if (cover.until > platform::start_of_day_in_london(add_days(longest_last, 1)))
    return Error{ErrorCode::Invalid,
                 "Cover is arranged for " + std::to_string(rule.longest_days) +
                     " days at most: enter " + northlight::words(longest_last) +
                     " or a day before it, and arrange it again if they are away for longer.",
                 "until"};
  return done();
}

/// Whether any role of one and any of the other let them do something with their own or their
/// team's cases: what cover lends (docs/decisions/0010-cover.md).
bool lends_something(const Policy& policy, const std::vector<RoleRow>& absent,
                     const std::vector<RoleRow>& covering) {
  const auto works_on = [&](const RoleRow& held, domain::Action action, bool walled) {
    const auto* const role = policy.find(held.role);
    if (role == nullptr) return false;
    const auto relations = role->on(action, walled).any();
    return relations.has(domain::Relation::OwnCase) || relations.has(domain::Relation::TeamCase);
  };
  for (std::size_t i = 0; i < domain::action_count; ++i)
    for (const bool walled : {false, true}) {
      const auto works = [&](const RoleRow& held) {
        return works_on(held, static_cast<domain::Action>(i), walled);
      };
      if (std::ranges::any_of(absent, works) && std::ranges::any_of(covering, works)) return true;
    }
  return false;
}

/// What somebody holds in the organisation of the cover on its first day.
Result<std::vector<RoleRow>> held_there(Transaction& transaction, PersonId person,
                                        const NewCover& cover) {
  NL_TRY(held, store::roles_in_force(transaction, person, platform::day_in_london(cover.from)));
  std::erase_if(held, [&](const RoleRow& each) { return each.organisation != cover.organisation; });
  if (!held.empty()) return std::move(held);
  return Error{ErrorCode::Invalid, "Choose somebody who works in this organisation that day.",
               person == cover.absent ? "absent" : "covering"};
}

}  // namespace

Result<Moved> move_team(Transaction& transaction, const Policy& policy, const Hand& hand,
                        const RoleRow& role, const TeamMove& move) {
  if (role.team == move.team)
    return Error{ErrorCode::Conflict, "They are in that team already.", "team"};
  if (move.from < role.from)
    return Error{ErrorCode::Invalid,
                 "They held this role from " + northlight::words(role.from) +
                     ": choose that day or a later one.",
                 "from"};
  if (move.from > platform::day_in_london(hand.at))
    return Error{ErrorCode::Invalid,
                 "Move somebody on the day that they move or after it: their cases go with them at "
                 "once.",
                 "from"};
  NL_TRY(theirs, cases_in(transaction, hand, role));
  NL_CHECK(end_role(transaction, hand, role, add_days(move.from, -1)));
  NL_TRY(moved, give_role(transaction, policy, hand, role.person,
                          {role.role, role.organisation, move.team, move.from, role.until}));
  Moved done_so{.role = moved};
  for (const auto& each : theirs) {
    NL_CHECK(store::move_allocation(
        transaction, each, move.cases == Cases::GoAlong ? move.team : each.team,
        move.cases == Cases::GoAlong ? each.person : std::nullopt, hand.at, hand.person));
    if (std::ranges::find(done_so.files, each.file) == done_so.files.end())
      done_so.files.push_back(each.file);
  }
  return done_so;
}

Result<LeftBehind> leave(Transaction& transaction, const Hand& hand, PersonId person,
                         domain::OrganisationId organisation, Date last_day) {
  if (hand.person == person)
    return Error{ErrorCode::Forbidden,
                 "Nobody records that they leave themself. Ask another administrator."};
  NL_TRY(who, store::person(transaction, person));
  NL_TRY(held, store::roles_of(transaction, person));
  const bool there = std::ranges::any_of(
      held, [&](const RoleRow& each) { return each.organisation == organisation; });
  if (!who || !there) return Error{ErrorCode::NotFound, "There is no such person."};
  const bool leaves_already = who->left_on.has_value();
  if (leaves_already && *who->left_on < platform::day_in_london(hand.at))
    return Error{ErrorCode::Conflict, "They left on " + northlight::words(*who->left_on) + ".",
                 "last_day"};
  if (last_day < add_days(who->joined_on, -1))  // The day before: they never came.
    return Error{
        ErrorCode::Invalid,
        "They joined on " + northlight::words(who->joined_on) + ": they cannot have left before.",
        "last_day"};
  // A day that has not passed yet is put right: brought forward, or put off for what ends with it.
  if (leaves_already && last_day > *who->left_on)
    NL_CHECK(store::put_off_role_ends(transaction, person, *who->left_on, last_day));
  const bool stays_elsewhere = std::ranges::any_of(held, [&](const RoleRow& each) {
    return each.organisation != organisation && (!each.until || *each.until > last_day);
  });
  // What begins after their last day stays to be found among those who left: nobody who has left
  // holds it in force. Whoever stays elsewhere loses it.
  for (const auto& each : held)
    if (each.organisation == organisation)
      NL_CHECK(store::end_role(transaction, each.id,
                               stays_elsewhere ? last_day : std::max(last_day, each.from)));
  if (!stays_elsewhere) NL_CHECK(store::set_left_on(transaction, person, last_day));
  if (last_day <= platform::day_in_london(hand.at)) {
    NL_TRY(covers, store::covers_of(transaction, organisation, hand.at));
    for (const auto& each : covers)
      if (each.covering == person) NL_CHECK(store::end_cover(transaction, each.id, hand.at));
    NL_CHECK(store::forget_set_up_links(transaction, person));
    if (!stays_elsewhere) NL_CHECK(store::forget_person_address(transaction, person));
    NL_CHECK(end_all_sessions(transaction, person, store::SessionEnd::Left, hand.at));
  }

  LeftBehind left;
  NL_TRY(theirs, store::allocations_to(transaction, person, hand.at));
  for (const auto& each : theirs)
    if (std::ranges::find(left.to_allocate, each.file) == left.to_allocate.end())
      left.to_allocate.push_back(each.file);
  NL_TRY(alone, store::named_alone(transaction, person, hand.at));
  left.named_alone = std::move(alone);
  return left;
}

Result<store::CoverId> arrange_cover(Transaction& transaction, const Policy& policy,
                                     const Hand& hand, const NewCover& cover) {
  if (cover.absent == cover.covering)
    return Error{ErrorCode::Invalid, "Choose somebody else to cover.", "covering"};
  if (hand.person == cover.covering)
    return Error{ErrorCode::Invalid,
                 "Nobody lends themself what somebody else sees. Ask another person who may "
                 "arrange cover.",
                 "covering"};
  NL_CHECK(check_days(policy.cover(), hand, cover));
  NL_TRY(absent, held_there(transaction, cover.absent, cover));
  NL_TRY(covering, held_there(transaction, cover.covering, cover));
  if (!lends_something(policy, absent, covering))
    return Error{ErrorCode::Invalid,
                 "Choose somebody who works on cases as they do: this cover would lend nothing.",
                 "covering"};
  NL_TRY(arranged, store::covers_of(transaction, cover.organisation, hand.at));
  for (const auto& each : arranged)
    if (each.absent == cover.absent && each.covering == cover.covering && each.from < cover.until &&
        cover.from < each.until)
      return Error{ErrorCode::Conflict,
                   "They cover for them in that time already. End that cover first to change it.",
                   "covering"};
  const store::CoverRow row{platform::random_id<store::CoverId>(),
                            cover.absent,
                            cover.covering,
                            cover.organisation,
                            cover.from,
                            cover.until};
  NL_CHECK(store::add_cover(transaction, row, hand.person, hand.at));
  return row.id;
}

}  // namespace northlight::accounts
