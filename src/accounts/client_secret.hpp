#pragma once

#include <filesystem>
#include <functional>
#include <mutex>
#include <utility>

#include "accounts/identity_provider.hpp"
#include "base/result.hpp"
#include "platform/clock.hpp"
#include "platform/crypto.hpp"
#include "platform/keys.hpp"
#include "store/database.hpp"

namespace northlight::accounts {

/// Reads the secret that a provider has given Northlight: the file's one line. Refuses a file that
/// others on the machine may read or write, that is empty, or larger than 4 KB.
Result<platform::Secret> read_client_secret(const std::filesystem::path& file);

/// Where the secret of a provider with a `client_secret_file` comes from when a code is exchanged.
using SecretOf =
    std::function<Result<platform::Secret>(const IdentityProvider&, platform::Instant)>;

/// From its file each time, which stays.
Result<platform::Secret> secret_in_file(const IdentityProvider& provider, platform::Instant now);

/// The secrets of providers, held in the database, sealed with the installation's keys. The file
/// that the operator names is where a new one is handed over: it is taken in, and taken away.
class ClientSecrets {
 public:
  /// Called whenever a file was taken in and taken away: nobody should wonder where it went.
  using Told = std::function<void(const std::filesystem::path& file)>;

  ClientSecrets(store::Database& database, const platform::Keys& keys, Told told = {})
      : database_(database), keys_(keys), told_(std::move(told)) {}

  enum class Handover { None, TakenIn, FileStays };

  /// Seals what the file holds, if it is there and is not empty, sees that it opens again, and only
  /// then removes the file; where that cannot be done, empties it. `FileStays`: neither could be,
  /// or the name leads to a file elsewhere, which is somebody else's to keep. Refuses what
  /// read_client_secret does, and with NotFound where there is neither a file nor a secret taken in
  /// before.
  Result<Handover> take_in(const IdentityProvider& provider, platform::Instant now);

  /// Takes in what was handed over meanwhile, so that a new secret needs no restart.
  Result<platform::Secret> of(const IdentityProvider& provider, platform::Instant now);

 private:
  Result<std::optional<platform::Secret>> held(const IdentityProvider& provider);

  store::Database& database_;
  const platform::Keys& keys_;
  Told told_;
  std::mutex one_at_a_time_;
};

}  // namespace northlight::accounts
