#include "accounts/provider_metadata.hpp"

#include <algorithm>
#include <initializer_list>

#include "accounts/provider_fault.hpp"
#include "base/json.hpp"

namespace northlight::accounts {
namespace {

bool lists_any(const Json::Array& items, std::initializer_list<std::string_view> wanted) {
  return std::ranges::any_of(items, [&](const Json& item) {
    return item.string() && std::ranges::find(wanted, *item.string()) != wanted.end();
  });
}

/// Whether the list names one of these; `if_absent` where the document says nothing.
bool offers(const Json& document, std::string_view key,
            std::initializer_list<std::string_view> wanted, bool if_absent) {
  const auto* found = document.find(key);
  if (!found) return if_absent;
  const auto* items = found->items();
  return items && lists_any(*items, wanted);
}

}  // namespace

std::string metadata_address(const IdentityProvider& provider) {
  std::string address = provider.issuer;
  if (address.ends_with('/')) address.pop_back();
  return address + "/.well-known/openid-configuration";
}

Result<ProviderMetadata> read_metadata(const IdentityProvider& provider,
                                       const platform::HttpClient& client, std::string_view json) {
  const auto document = Json::parse(json);
  if (!document || !document->is_object()) return fault(ProviderFault::Broken);
  // Discovery 4.3: "The issuer value returned MUST be identical to the Issuer URL that was used".
  if (document->string_at("issuer") != provider.issuer) return fault(ProviderFault::WrongIssuer);
  ProviderMetadata metadata{
      .authorization_endpoint = std::string(document->string_at("authorization_endpoint")),
      .token_endpoint = std::string(document->string_at("token_endpoint")),
      .keys_address = std::string(document->string_at("jwks_uri")),
      .user_info_endpoint = std::string(document->string_at("userinfo_endpoint")),
      .names_itself_in_answers = false,
      // Discovery 3: "If omitted, the default is client_secret_basic".
      .secret_in_header = offers(*document, "token_endpoint_auth_methods_supported",
                                 {"client_secret_basic"}, true)};
  const auto* names = document->find("authorization_response_iss_parameter_supported");
  metadata.names_itself_in_answers = names && names->boolean() && *names->boolean();
  if (metadata.user_info_endpoint.empty() && provider.reads_user_info)
    return fault(ProviderFault::Broken);
  for (const auto* address :
       {&metadata.authorization_endpoint, &metadata.token_endpoint, &metadata.keys_address})
    if (!client.check(*address)) return fault(ProviderFault::Broken);
  if (!metadata.user_info_endpoint.empty() && !client.check(metadata.user_info_endpoint))
    return fault(ProviderFault::Broken);
  const bool suits =
      offers(*document, "response_types_supported", {"code"}, false) &&
      offers(*document, "id_token_signing_alg_values_supported", {"ES256", "RS256"}, false) &&
      offers(*document, "code_challenge_methods_supported", {"S256"}, true);
  if (!suits) return fault(ProviderFault::Broken);
  return metadata;
}

}  // namespace northlight::accounts
