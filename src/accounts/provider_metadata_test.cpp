#include "accounts/provider_metadata.hpp"

#include <doctest/doctest.h>

#include "accounts/provider_fault.hpp"
#include "base/json.hpp"

using namespace northlight;
using namespace northlight::accounts;

namespace {

IdentityProvider a_provider() {
  IdentityProvider provider{};
  provider.issuer = "https://login.example/realm";
  return provider;
}

Json good_document() {
  return Json::object({{"issuer", "https://login.example/realm"},
                       {"authorization_endpoint", "https://login.example/authorise"},
                       {"token_endpoint", "https://login.example/token"},
                       {"jwks_uri", "https://keys.example/keys"},
                       {"userinfo_endpoint", "https://login.example/me"},
                       {"response_types_supported", Json(Json::Array{"code"})},
                       {"id_token_signing_alg_values_supported", Json(Json::Array{"RS256"})}});
}

Result<ProviderMetadata> read(const Json& document) {
  return read_metadata(a_provider(), platform::HttpClient(), document.text());
}

Result<ProviderMetadata> read_with(std::string key, Json value) {
  return read(good_document().set(std::move(key), std::move(value)));
}

bool is(const Result<ProviderMetadata>& read, ProviderFault what) {
  return !read && read.error() == fault(what);
}

}  // namespace

TEST_CASE("the document stands below the issuer, with or without a slash at its end") {
  auto provider = a_provider();
  CHECK(metadata_address(provider) ==
        "https://login.example/realm/.well-known/openid-configuration");
  provider.issuer += "/";
  CHECK(metadata_address(provider) ==
        "https://login.example/realm/.well-known/openid-configuration");
}

TEST_CASE("what a provider says is read, with the standard's words for what it leaves out") {
  const auto said = read(good_document());
  REQUIRE(said);
  CHECK(said->token_endpoint == "https://login.example/token");
  CHECK(said->secret_in_header);
  CHECK_FALSE(said->names_itself_in_answers);
  CHECK_FALSE(
      read_with("token_endpoint_auth_methods_supported", Json(Json::Array{"client_secret_post"}))
          ->secret_in_header);
  CHECK(read_with("authorization_response_iss_parameter_supported", true)->names_itself_in_answers);
}

TEST_CASE("a document of another issuer is refused") {
  CHECK(is(read_with("issuer", "https://login.example"), ProviderFault::WrongIssuer));
  CHECK(is(read_with("issuer", nullptr), ProviderFault::WrongIssuer));
}

TEST_CASE("endpoints without TLS, or none at all, are refused") {
  for (const auto* key : {"authorization_endpoint", "token_endpoint", "jwks_uri"}) {
    CHECK(is(read_with(key, "http://login.example/"), ProviderFault::Broken));
    CHECK(is(read_with(key, "file:///etc/passwd"), ProviderFault::Broken));
    CHECK(is(read_with(key, nullptr), ProviderFault::Broken));
  }
  CHECK(is(read_with("userinfo_endpoint", "http://login.example/"), ProviderFault::Broken));
}

TEST_CASE("a provider that cannot do what Northlight needs is refused") {
  CHECK(is(read_with("response_types_supported", Json(Json::Array{"id_token"})),
           ProviderFault::Broken));
  CHECK(is(read_with("id_token_signing_alg_values_supported", Json(Json::Array{"HS256", "none"})),
           ProviderFault::Broken));
  CHECK(is(read_with("code_challenge_methods_supported", Json(Json::Array{"plain"})),
           ProviderFault::Broken));
  CHECK(read_with("code_challenge_methods_supported", Json(Json::Array{"plain", "S256"})));
}

TEST_CASE("what is no document is refused") {
  for (const auto* text : {"", "[]", "<html>", "{"})
    CHECK(is(read_metadata(a_provider(), platform::HttpClient(), text), ProviderFault::Broken));
}

TEST_CASE("claims that are to be asked for need an address to ask at") {
  auto provider = a_provider();
  provider.reads_user_info = true;
  CHECK_FALSE(read_metadata(provider, platform::HttpClient(),
                            good_document().set("userinfo_endpoint", nullptr).text()));
}
