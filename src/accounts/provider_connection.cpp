#include "accounts/provider_connection.hpp"

#include <algorithm>
#include <initializer_list>
#include <utility>

#include "accounts/client_secret.hpp"
#include "accounts/provider_fault.hpp"
#include "base/text.hpp"
#include "html/url.hpp"
#include "platform/crypto.hpp"

namespace northlight::accounts {
namespace {

using std::chrono::hours;
using std::chrono::seconds;

constexpr hours kept_for{1};
constexpr seconds between_looks_for_a_key{30};
constexpr seconds left_alone{10};
constexpr int ok = 200;
constexpr int server_errors = 500;

std::string form_of(std::initializer_list<std::pair<std::string_view, std::string_view>> fields) {
  std::string form;
  for (const auto& [name, value] : fields) {
    if (!form.empty()) form += '&';
    form += std::string(name) + "=" + html::percent_encoded(value);
  }
  return form;
}

/// RFC 4648 base 64 with padding, as HTTP's "Basic" has it.
std::string base64(std::string_view bytes) {
  auto text = platform::base64url(bytes);
  std::ranges::replace(text, '-', '+');
  std::ranges::replace(text, '_', '/');
  text.append((4 - text.size() % 4) % 4, '=');
  return text;
}

/// RFC 6749, 2.3.1: name and secret are form-encoded first.
std::string basic(const std::string& client, std::string_view secret) {
  return "Basic " + base64(html::percent_encoded(client) + ":" + html::percent_encoded(secret));
}

/// What an answer of 400 or 401 from the token endpoint means.
ProviderFault refusal_of(const platform::HttpAnswer& answer) {
  const auto json = Json::parse(answer.body);
  if (!json) return ProviderFault::Broken;
  const auto error = json->string_at("error");
  if (error == "invalid_grant") return ProviderFault::CodeRefused;
  return error.empty() ? ProviderFault::Broken : ProviderFault::Refused;
}

}  // namespace

ProviderConnection::ProviderConnection(const IdentityProvider& provider, SecretOf secret_of,
                                       platform::HttpLimits limits)
    : provider_(provider),
      secret_of_(std::move(secret_of)),
      client_(provider.plain_http_on_loopback ? platform::PlainHttp::Loopback
                                              : platform::PlainHttp::Never,
              limits) {}

Result<platform::HttpAnswer> ProviderConnection::ask(const platform::HttpRequest& request) const {
  auto answer = client_.send(request);
  if (!answer || answer->status >= server_errors) return fault(ProviderFault::Down);
  return answer;
}

Result<ProviderMetadata> ProviderConnection::metadata(platform::Instant now) {
  const std::scoped_lock lock(fetching_);
  return metadata_held(now);
}

Result<ProviderMetadata> ProviderConnection::metadata_held(platform::Instant now) {
  if (metadata_ && now < metadata_->at + kept_for) return metadata_->said;
  if (down_since_ && now < *down_since_ + left_alone) return fault(ProviderFault::Down);
  down_since_ = now;
  NL_TRY(answer,
         ask({.url = metadata_address(provider_), .headers = {{"Accept", "application/json"}}}));
  down_since_.reset();
  if (answer.status != ok) return fault(ProviderFault::Broken);
  NL_TRY(said, read_metadata(provider_, client_, answer.body));
  metadata_ = Metadata{said, now};
  return said;
}

Result<platform::SigningKeys> ProviderConnection::keys_held(platform::Instant now, seconds oldest) {
  if (keys_ && now < keys_->at + oldest) return keys_->keys;
  NL_TRY(said, metadata_held(now));
  NL_TRY(answer, ask({.url = said.keys_address, .headers = {{"Accept", "application/json"}}}));
  if (answer.status != ok) return fault(ProviderFault::Broken);
  auto keys = platform::SigningKeys::parse(answer.body);
  if (!keys) return fault(ProviderFault::Broken);
  keys_ = Keys{*keys, now};
  return *std::move(keys);
}

Result<Json> ProviderConnection::verify(std::string_view token, platform::Instant now) {
  const auto once = [&](seconds oldest) -> Result<platform::SignedClaims> {
    std::unique_lock lock(fetching_);
    NL_TRY(keys, keys_held(now, oldest));
    lock.unlock();
    auto verified = platform::verify_signed_token(token, keys);
    if (!verified && verified.error().code == ErrorCode::NotFound)
      return fault(ProviderFault::UnknownKey);
    if (!verified) return fault(ProviderFault::Unsigned);
    return verified;
  };
  auto verified = once(kept_for);
  const bool may_be_new = !verified && verified.error() == fault(ProviderFault::UnknownKey);
  if (may_be_new) verified = once(between_looks_for_a_key);
  if (!verified) return verified.error();
  return std::move(verified->claims);
}

Result<Tokens> ProviderConnection::exchange(const CodeExchange& exchange, platform::Instant now) {
  NL_TRY(said, metadata(now));
  platform::HttpRequest request{.url = said.token_endpoint,
                                .headers = {{"Accept", "application/json"}},
                                .form = form_of({{"grant_type", "authorization_code"},
                                                 {"code", exchange.code},
                                                 {"redirect_uri", exchange.return_address},
                                                 {"code_verifier", exchange.verifier}})};
  if (provider_.client_secret_file) {
    const auto secret = secret_of_(provider_, now);
    if (!secret) return fault(ProviderFault::SecretMissing);
    if (said.secret_in_header)
      request.headers.emplace_back("Authorization", basic(provider_.client_id, secret->bytes()));
    else
      *request.form +=
          "&" + form_of({{"client_id", provider_.client_id}, {"client_secret", secret->bytes()}});
  } else {
    *request.form += "&" + form_of({{"client_id", provider_.client_id}});
  }
  NL_TRY(answer, ask(request));
  if (answer.status != ok) return fault(refusal_of(answer));
  const auto json = Json::parse(answer.body);
  if (!json || !json->is_object()) return fault(ProviderFault::Broken);
  Tokens tokens{std::string(json->string_at("id_token")),
                std::string(json->string_at("access_token"))};
  const bool is_bearer = equals_ignoring_case(json->string_at("token_type"), "Bearer");
  if (tokens.id_token.empty() || tokens.access_token.empty() || !is_bearer)
    return fault(ProviderFault::Broken);
  return tokens;
}

Result<Json> ProviderConnection::user_info(std::string_view access_token, platform::Instant now) {
  NL_TRY(said, metadata(now));
  NL_TRY(answer, ask({.url = said.user_info_endpoint,
                      .headers = {{"Accept", "application/json"},
                                  {"Authorization", "Bearer " + std::string(access_token)}}}));
  auto claims = Json::parse(answer.body);
  if (answer.status != ok || !claims || !claims->is_object()) return fault(ProviderFault::Broken);
  return *std::move(claims);
}

}  // namespace northlight::accounts
