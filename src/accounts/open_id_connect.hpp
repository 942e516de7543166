#pragma once

#include <memory>
#include <optional>
#include <semaphore>
#include <string>
#include <string_view>
#include <vector>

#include "accounts/identity_provider.hpp"
#include "accounts/provider_connection.hpp"
#include "base/json.hpp"
#include "base/result.hpp"
#include "domain/ids.hpp"
#include "platform/clock.hpp"
#include "platform/keys.hpp"

namespace northlight::accounts {

/// What is wanted from a provider, and where the answer leads.
struct ProviderErrand {
  std::string return_address;  ///< The callback's whole address, as the provider knows it.
  std::string next{};          ///< The page to go on to afterwards.
  /// Somebody who is signed in wants to connect their account there. Empty: somebody signs in.
  std::optional<domain::PersonId> connect{};
};

/// A sign-in that was begun: where the browser goes, and what it keeps until it comes back.
struct ProviderDeparture {
  std::string location;
  std::string ticket;  ///< Sealed; for a cookie that scripts and other sites do not get.
};

/// What the browser brings back in the address.
struct ProviderAnswer {
  std::optional<std::string> state{};
  std::optional<std::string> code{};
  std::optional<std::string> issuer{};  ///< "iss", RFC 9207.
  std::optional<std::string> error{};
};

/// A ticket that its answer belongs to. `use` must be noted as used before the code is exchanged,
/// so that no answer counts twice.
struct ProviderReturn {
  std::string use;          ///< Names this sign-in; says nothing to who reads it.
  platform::Instant until;  ///< No answer to it counts from then on, noted or not.
  ProviderErrand errand;
  std::string code;
  std::string nonce;
  std::string verifier;
  bool names_issuer = false;  ///< The answer said who it is from, and rightly.
};

/// Somebody's account with a provider, as its token proves it.
struct ProviderAccount {
  std::string issuer;
  std::string subject;
  Json claims;
  bool second_factor = false;  ///< That counts for ours.
};

inline constexpr std::chrono::minutes ticket_lasts{10};

/// Signing in with OpenID Connect: the authorisation code flow with PKCE (S256), a state and a
/// nonce that are new each time, sealed into a cookie of the browser that began. Decides who
/// somebody is at their provider; who that is here is for accounts/provider_accounts.hpp.
///
/// Every refusal is a ProviderFault. Not more than four threads talk to providers at the same time,
/// so that one that hangs holds up nobody else. Any number of threads may use one.
class OpenIdConnect {
 public:
  OpenIdConnect(const std::vector<IdentityProvider>& providers, platform::Keys keys,
                const SecretOf& secret_of = secret_in_file);

  const std::vector<IdentityProvider>& providers() const { return providers_; }
  /// Null when there is none of that id.
  const IdentityProvider* find(std::string_view id) const;

  Result<ProviderDeparture> begin(const IdentityProvider& provider, const ProviderErrand& errand,
                                  platform::Instant now);

  /// Whether the answer belongs to the ticket, and is one that can be gone on with. Asks nobody.
  Result<ProviderReturn> match(const IdentityProvider& provider, std::string_view ticket,
                               const ProviderAnswer& answer, platform::Instant now) const;

  /// Exchanges the code, and checks the token that comes for it.
  Result<ProviderAccount> account(const IdentityProvider& provider, const ProviderReturn& back,
                                  platform::Instant now);

 private:
  ProviderConnection& connection(const IdentityProvider& provider);

  static constexpr std::ptrdiff_t most_conversations = 4;

  std::vector<IdentityProvider> providers_;
  std::vector<std::unique_ptr<ProviderConnection>> connections_;
  platform::Keys keys_;
  std::counting_semaphore<most_conversations> conversations_{most_conversations};
};

}  // namespace northlight::accounts
