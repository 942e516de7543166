#include "accounts/id_token.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

#include "accounts/provider_fault.hpp"
#include "platform/crypto.hpp"

namespace northlight::accounts {
namespace {

using std::chrono::minutes;
using std::chrono::seconds;

/// How long ago a token may have been made: it is fetched as soon as it is made.
constexpr minutes oldest_token{10};
constexpr double latest_second = 253'402'300'799.0;  // The end of the year 9999.

/// A moment in seconds since 1970; nothing when it is missing or no such number.
std::optional<platform::Instant> moment(const Json& claims, std::string_view claim) {
  const auto* found = claims.find(claim);
  const auto number = found ? found->number() : std::nullopt;
  if (!number || !(*number >= 0) || *number > latest_second) return std::nullopt;
  return platform::Instant(seconds(static_cast<std::int64_t>(std::floor(*number))));
}

Status check_audience(const Json& claims, const std::string& client) {
  if (!claims_value(claims, "aud", client)) return fault(ProviderFault::WrongAudience);
  const auto* audience = claims.find("aud")->items();
  const bool several = audience && audience->size() > 1;
  // 3.1.3.7, 4 and 5: with several audiences there must be an authorised party, and it is us.
  const auto* party = claims.find("azp");
  if (several && !party) return fault(ProviderFault::WrongAudience);
  if (party && (!party->string() || *party->string() != client))
    return fault(ProviderFault::WrongAudience);
  return done();
}

Status check_times(const Json& claims, seconds skew, platform::Instant now) {
  const auto expires = moment(claims, "exp");
  const auto made = moment(claims, "iat");
  if (!expires || now >= *expires + skew) return fault(ProviderFault::TokenExpired);
  if (!made || now > *made + oldest_token + skew) return fault(ProviderFault::TokenExpired);
  if (*made > now + skew) return fault(ProviderFault::TokenFromTheFuture);
  if (claims.find("nbf")) {
    const auto begins = moment(claims, "nbf");
    if (!begins || *begins > now + skew) return fault(ProviderFault::TokenFromTheFuture);
  }
  return done();
}

/// 3.1.3.6: "the base64url encoding of the left-most half of the hash" of the access token; SHA-256
/// for both algorithms that we take.
Status check_hash(const Json& claims, std::string_view access_token) {
  const auto* given = claims.find("at_hash");
  if (!given) return done();
  const auto hash = platform::sha256(access_token);
  const std::string_view left(reinterpret_cast<const char*>(hash.data()),  // NOLINT(*-cast)
                              hash.size() / 2);
  if (access_token.empty() || !given->string() || *given->string() != platform::base64url(left))
    return fault(ProviderFault::WrongTokenHash);
  return done();
}

}  // namespace

Status check_id_token(const Json& claims, const IdentityProvider& provider,
                      const IdTokenExpectation& expected) {
  if (claims.string_at("iss") != provider.issuer) return fault(ProviderFault::WrongIssuer);
  NL_CHECK(check_audience(claims, provider.client_id));
  NL_CHECK(check_times(claims, provider.clock_skew, expected.now));
  if (expected.nonce.empty() ||
      !platform::equal_in_constant_time(claims.string_at("nonce"), expected.nonce))
    return fault(ProviderFault::WrongNonce);
  NL_CHECK(check_hash(claims, expected.access_token));
  NL_CHECK(subject_of(claims, provider));
  return done();
}

Result<std::string> subject_of(const Json& claims, const IdentityProvider& provider) {
  const auto subject = claims.string_at(provider.subject_claim);
  if (subject.empty() || subject.size() > 255) return fault(ProviderFault::NoSubject);
  return std::string(subject);
}

bool claims_value(const Json& claims, std::string_view claim, std::string_view value) {
  const auto* found = claims.find(claim);
  if (!found) return false;
  const auto is_it = [&](const Json& item) { return item.string() && *item.string() == value; };
  return is_it(*found) || (found->items() && std::ranges::any_of(*found->items(), is_it));
}

bool has_second_factor(const Json& claims, const SecondFactorElsewhere& taken) {
  const auto said = [&](std::string_view claim) {
    return
        [&claims, claim](const std::string& value) { return claims_value(claims, claim, value); };
  };
  return std::ranges::any_of(taken.acr, said("acr")) || std::ranges::any_of(taken.amr, said("amr"));
}

}  // namespace northlight::accounts
