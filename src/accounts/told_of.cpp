#include "accounts/told_of.hpp"

#include <algorithm>

#include "store/people.hpp"

namespace northlight::accounts {

Result<std::set<domain::PersonId>> who_is_told(store::Session& session, const Policy& policy,
                                               const std::optional<domain::PersonId>& of,
                                               const RoleHeld& held, Date today) {
  std::set<domain::PersonId> told;
  const auto* const role = policy.find(held.role);
  if (role == nullptr) return told;
  for (const auto& code : role->told) {
    NL_TRY(holders, store::holders_of_role(session, held.organisation, code, today));
    std::erase_if(holders, [&](const auto& each) { return each.person == of; });
    const bool in_team = held.team && std::ranges::any_of(holders, [&](const auto& each) {
                           return each.team == held.team;
                         });
    for (const auto& each : holders)
      if (!in_team || each.team == held.team) told.insert(each.person);
    if (!told.empty()) break;
  }
  return told;
}

}  // namespace northlight::accounts
