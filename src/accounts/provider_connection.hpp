#pragma once

#include <mutex>
#include <optional>
#include <string>
#include <string_view>

#include "accounts/client_secret.hpp"
#include "accounts/identity_provider.hpp"
#include "accounts/provider_metadata.hpp"
#include "base/json.hpp"
#include "base/result.hpp"
#include "platform/clock.hpp"
#include "platform/http_client.hpp"
#include "platform/json_web_token.hpp"

namespace northlight::accounts {

/// What a code was exchanged for.
struct Tokens {
  std::string id_token;
  std::string access_token;
};

/// What the exchange of a code needs to say.
struct CodeExchange {
  std::string_view code;
  std::string_view verifier;  ///< Of PKCE: what the challenge was made from.
  std::string_view return_address;
};

/// The conversations with one provider. What it says about itself and its keys are kept for an
/// hour; a key that is not known is looked for again at once, but not twice within half a minute,
/// so that made-up tokens do not send us to the provider each time. A provider that did not answer
/// is left alone for 10 seconds. Every refusal is a ProviderFault. Any number of threads may use
/// it.
class ProviderConnection {
 public:
  explicit ProviderConnection(const IdentityProvider& provider, SecretOf secret_of = secret_in_file,
                              platform::HttpLimits limits = {.connect = std::chrono::seconds(2),
                                                             .whole = std::chrono::seconds(5)});

  const IdentityProvider& provider() const { return provider_; }

  Result<ProviderMetadata> metadata(platform::Instant now);
  Result<Tokens> exchange(const CodeExchange& exchange, platform::Instant now);
  /// The claims of a token that was signed with one of the provider's keys.
  Result<Json> verify(std::string_view token, platform::Instant now);
  /// The claims that the token left out.
  Result<Json> user_info(std::string_view access_token, platform::Instant now);

 private:
  struct Metadata {
    ProviderMetadata said;
    platform::Instant at;
  };
  struct Keys {
    platform::SigningKeys keys;
    platform::Instant at;
  };

  Result<platform::HttpAnswer> ask(const platform::HttpRequest& request) const;
  // With `fetching_` held.
  Result<ProviderMetadata> metadata_held(platform::Instant now);
  /// Kept ones, if they are no older than that.
  Result<platform::SigningKeys> keys_held(platform::Instant now, std::chrono::seconds oldest);

  const IdentityProvider provider_;
  const SecretOf secret_of_;
  const platform::HttpClient client_;
  std::mutex fetching_;  ///< Held while either is fetched: one fetch serves all who wait for it.
  std::optional<Metadata> metadata_;
  std::optional<Keys> keys_;
  std::optional<platform::Instant> down_since_;
};

}  // namespace northlight::accounts
