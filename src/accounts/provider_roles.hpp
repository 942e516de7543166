#pragma once

#include <span>

#include "accounts/arrival.hpp"
#include "accounts/identity_provider.hpp"
#include "base/json.hpp"
#include "base/result.hpp"
#include "store/credentials.hpp"

namespace northlight::accounts {

class Policy;

/// Refuses a provider that would give a role which policy/roles.toml does not name.
Status check_roles(const std::vector<IdentityProvider>& providers, const Policy& policy);

/// Somebody who has just been recognised by what their provider says.
struct Recognised {
  const IdentityProvider& provider;
  const Json& claims;
  const store::Account& account;
};

/// Gives the roles that the provider's file finds in the claims, and takes back those that it gave
/// earlier and does not find any more, each with a line on the audit trail. Roles that an
/// administrator gave stay as they are. What may not be given (beside another of theirs, say, or in
/// that kind of organisation) is not; the trail says so.
Status keep_roles(store::Transaction& transaction, const Policy& policy,
                  const Recognised& recognised, const From& from);

}  // namespace northlight::accounts
