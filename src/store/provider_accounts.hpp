#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "domain/ids.hpp"
#include "platform/clock.hpp"
#include "store/session.hpp"

/// Whose account with an identity provider is whose here.
namespace northlight::store {

enum class ConnectedBy {
  TheirAccountPage,  ///< They were signed in here when they connected it.
  VerifiedEmail,     ///< The provider vouched for an address that was theirs here.
};

/// An account elsewhere, by a keyed hash of what the provider calls it.
struct ProviderAccountKey {
  std::string issuer;
  std::string subject_hash;
};

struct ConnectedProvider {
  std::string issuer;
  platform::Instant at;
  ConnectedBy by;
};

Result<std::optional<domain::PersonId>> person_of_provider_account(Session& session,
                                                                   const ProviderAccountKey& key);

/// Conflict when that account is somebody's already, or the person has another with that issuer.
Status connect_provider_account(Transaction& transaction, const ProviderAccountKey& key,
                                domain::PersonId person, ConnectedBy by, platform::Instant at);

/// False when none was connected.
Result<bool> disconnect_provider_account(Transaction& transaction, std::string_view issuer,
                                         domain::PersonId person);

/// All of them: somebody else may have connected one. Says how many there were.
Result<std::int64_t> disconnect_provider_accounts(Transaction& transaction,
                                                  domain::PersonId person);

/// By issuer.
Result<std::vector<ConnectedProvider>> providers_connected_with(Session& session,
                                                                domain::PersonId person);

/// Notes that the answer to a sign-in was used, and forgets those that would not count any more.
/// False when it was noted before.
Result<bool> use_provider_answer(Transaction& transaction, std::string_view use_hash,
                                 platform::Instant until, platform::Instant now);

}  // namespace northlight::store
