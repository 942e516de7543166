#pragma once

#include <string_view>
#include <vector>

#include "base/date.hpp"
#include "base/result.hpp"
#include "domain/ids.hpp"
#include "store/people.hpp"
#include "store/session.hpp"

/// Roles that people hold because an identity provider says so at each sign-in.
namespace northlight::store {

/// Those that are still held on that day.
Result<std::vector<RoleRow>> roles_from_provider(Session& session, std::string_view issuer,
                                                 domain::PersonId person, Date today);

/// The role was given because the provider said so, and ends when it does not say so any more.
Status note_provider_role(Transaction& transaction, RoleHeldId role, std::string_view issuer,
                          domain::PersonId person);

/// The role is like any other from now on.
Status forget_provider_role(Transaction& transaction, RoleHeldId role);

}  // namespace northlight::store
