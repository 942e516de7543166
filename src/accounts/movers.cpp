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
  bool stays_elsewhere = false;
  for (const auto& each : held) {
    if (each.organisation == organisation)
      NL_CHECK(store::end_role(transaction, each.id, last_day));
    else if (!each.until || *each.until > last_day)
      stays_elsewhere = true;
  }
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
  const auto day = platform::day_in_london(cover.from);
  for (const auto& person : {cover.absent, cover.covering}) {
    NL_TRY(held, store::roles_in_force(transaction, person, day));
    if (std::ranges::none_of(
            held, [&](const RoleRow& each) { return each.organisation == cover.organisation; }))
      return Error{ErrorCode::Invalid, "Choose somebody who works in this organisation that day.",
                   person == cover.absent ? "absent" : "covering"};
  }
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
