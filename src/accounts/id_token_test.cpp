#include "accounts/id_token.hpp"

#include <doctest/doctest.h>

#include "accounts/provider_fault.hpp"

using namespace northlight;
using namespace northlight::accounts;

namespace {

constexpr std::int64_t noon = 1'795'348'800;  // 22 November 2026, 12:00 UTC
// OpenID Connect Core 1.0, A.3: the access token of the example, and its at_hash.
constexpr std::string_view access_token = "jHkWEdUXMU1BwAsC4vtUsZwnNvTIxEl0z9K3vx5KF0Y";
constexpr std::string_view access_hash = "77QmUPtjPfzWtF2AnpK9RQ";

IdentityProvider a_provider() {
  IdentityProvider provider{};
  provider.id = "council";
  provider.issuer = "https://login.example";
  provider.client_id = "northlight";
  provider.subject_claim = "sub";
  provider.clock_skew = std::chrono::seconds(60);
  return provider;
}

Json good_claims() {
  return Json::object({{"iss", "https://login.example"},
                       {"sub", "person-1"},
                       {"aud", "northlight"},
                       {"exp", noon + 300},
                       {"iat", noon - 1},
                       {"nonce", "n-1"},
                       {"at_hash", access_hash}});
}

Status check(const Json& claims) {
  return check_id_token(claims, a_provider(),
                        {.nonce = "n-1",
                         .access_token = access_token,
                         .now = platform::Instant(std::chrono::seconds(noon))});
}

/// What is said of good claims but for this one.
Status check_with(std::string name, Json value) {
  auto claims = good_claims();
  claims.set(std::move(name), std::move(value));
  return check(claims);
}

bool is(const Status& status, ProviderFault what) {
  return !status && status.error() == fault(what);
}

/// The claims without that one.
Json without(std::string_view name) {
  Json::Object members;
  const auto claims = good_claims();
  for (const auto& member : *claims.members())
    if (member.first != name) members.push_back(member);
  return Json::of(members);
}

}  // namespace

TEST_CASE("a token that says what was asked for is taken") {
  CHECK(check(good_claims()));
  CHECK(check(without("at_hash")));
}

TEST_CASE("a token of another issuer is refused, even one that differs by a slash") {
  for (const auto* issuer :
       {"https://login.example/", "https://LOGIN.example", "http://login.example", ""})
    CHECK(is(check_with("iss", issuer), ProviderFault::WrongIssuer));
  CHECK(is(check(without("iss")), ProviderFault::WrongIssuer));
}

TEST_CASE("a token for another client is refused, and one for several unless it is ours") {
  CHECK(is(check_with("aud", "another"), ProviderFault::WrongAudience));
  CHECK(is(check_with("aud", Json::array()), ProviderFault::WrongAudience));
  CHECK(is(check(without("aud")), ProviderFault::WrongAudience));
  CHECK(check_with("aud", Json(Json::Array{"northlight"})));
  auto several = good_claims();
  several.set("aud", Json(Json::Array{"northlight", "another"}));
  CHECK(is(check(several), ProviderFault::WrongAudience));
  several.set("azp", "another");
  CHECK(is(check(several), ProviderFault::WrongAudience));
  several.set("azp", "northlight");
  CHECK(check(several));
  CHECK(is(check_with("azp", "another"), ProviderFault::WrongAudience));
}

TEST_CASE("times are compared with the provider's clock skew and no more") {
  CHECK(check_with("exp", noon - 59));
  CHECK(is(check_with("exp", noon - 60), ProviderFault::TokenExpired));
  CHECK(is(check(without("exp")), ProviderFault::TokenExpired));
  CHECK(check_with("iat", noon + 60));
  CHECK(is(check_with("iat", noon + 61), ProviderFault::TokenFromTheFuture));
  CHECK(check_with("iat", noon - 660));
  CHECK(is(check_with("iat", noon - 661), ProviderFault::TokenExpired));
  CHECK(is(check(without("iat")), ProviderFault::TokenExpired));
  CHECK(check_with("nbf", noon));
  CHECK(is(check_with("nbf", noon + 61), ProviderFault::TokenFromTheFuture));
}

TEST_CASE("a time that is no moment is refused") {
  for (const auto& time : {Json("tomorrow"), Json(nullptr), Json(-1), Json(1e300), Json::array()})
    CHECK(is(check_with("exp", time), ProviderFault::TokenExpired));
  CHECK(check_with("exp", static_cast<double>(noon) + 300.5));
}

TEST_CASE("a token for another sign-in is refused") {
  CHECK(is(check_with("nonce", "n-2"), ProviderFault::WrongNonce));
  CHECK(is(check(without("nonce")), ProviderFault::WrongNonce));
  CHECK_FALSE(check_id_token(good_claims(), a_provider(),
                             {.nonce = "",
                              .access_token = access_token,
                              .now = platform::Instant(std::chrono::seconds(noon))}));
}

TEST_CASE("an access token that does not belong to the token is noticed") {
  CHECK(is(check_with("at_hash", "AAAAAAAAAAAAAAAAAAAAAA"), ProviderFault::WrongTokenHash));
  CHECK(is(check_with("at_hash", 7), ProviderFault::WrongTokenHash));
}

TEST_CASE("a token must name somebody, by the claim that the file says") {
  CHECK(is(check(without("sub")), ProviderFault::NoSubject));
  CHECK(is(check_with("sub", ""), ProviderFault::NoSubject));
  CHECK(is(check_with("sub", 7), ProviderFault::NoSubject));
  CHECK(is(check_with("sub", std::string(256, 'x')), ProviderFault::NoSubject));
  auto provider = a_provider();
  provider.subject_claim = "oid";
  CHECK_FALSE(subject_of(good_claims(), provider));
  auto claims = good_claims();
  claims.set("oid", "object-1");
  CHECK(*subject_of(claims, provider) == "object-1");
}

TEST_CASE("a second factor counts only in words that the file takes") {
  auto claims = good_claims();
  claims.set("acr", "loa2").set("amr", Json(Json::Array{"pwd", "otp"}));
  CHECK(has_second_factor(claims, {.acr = {"loa2"}, .amr = {}}));
  CHECK(has_second_factor(claims, {.acr = {}, .amr = {"mfa", "otp"}}));
  CHECK_FALSE(has_second_factor(claims, {.acr = {"loa3"}, .amr = {"mfa"}}));
  CHECK_FALSE(has_second_factor(claims, {}));
  CHECK_FALSE(has_second_factor(good_claims(), {.acr = {"loa2"}, .amr = {"otp"}}));
}
