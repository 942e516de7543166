#pragma once

#include <optional>
#include <set>

#include "accounts/asker.hpp"
#include "accounts/policy.hpp"
#include "base/date.hpp"
#include "base/result.hpp"
#include "store/session.hpp"

namespace northlight::accounts {

/// Of the first role in the list `told` of theirs that anybody else holds: those of the team, or
/// else of the whole organisation.
Result<std::set<domain::PersonId>> who_is_told(store::Session& session, const Policy& policy,
                                               const std::optional<domain::PersonId>& of,
                                               const RoleHeld& held, Date today);

/// Whether whoever holds the role lets people in or lends what they see.
inline bool changes_what_others_see(const Role& role) {
  return role.in_organisation.has(domain::Action::ManagePeople) ||
         role.in_organisation.has(domain::Action::ArrangeCover);
}

}  // namespace northlight::accounts
