#pragma once

#include <string>
#include <string_view>

#include "accounts/identity_provider.hpp"
#include "base/result.hpp"
#include "platform/http_client.hpp"

namespace northlight::accounts {

/// What a provider says about itself (OpenID Connect Discovery 1.0, section 3), as far as it is
/// needed, and checked.
struct ProviderMetadata {
  std::string authorization_endpoint;
  std::string token_endpoint;
  std::string keys_address;
  std::string user_info_endpoint;  ///< Empty where it has none.
  bool names_itself_in_answers;    ///< RFC 9207: its answers carry "iss".
  bool secret_in_header;           ///< client_secret_basic rather than client_secret_post.
};

/// Where the document stands: "https://login.example/.well-known/openid-configuration".
std::string metadata_address(const IdentityProvider& provider);

/// Refuses, as a ProviderFault, a document of another issuer, endpoints that may not be asked, and
/// a provider that can do nothing that Northlight needs (code flow, PKCE with S256, ES256 or
/// RS256).
Result<ProviderMetadata> read_metadata(const IdentityProvider& provider,
                                       const platform::HttpClient& client, std::string_view json);

}  // namespace northlight::accounts
