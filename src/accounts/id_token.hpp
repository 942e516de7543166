#pragma once

#include <chrono>
#include <string>
#include <string_view>

#include "accounts/identity_provider.hpp"
#include "base/json.hpp"
#include "base/result.hpp"
#include "platform/clock.hpp"

namespace northlight::accounts {

/// What an ID token is compared with.
struct IdTokenExpectation {
  std::string_view nonce;         ///< Of the sign-in that was begun in this browser.
  std::string_view access_token;  ///< That came with it; empty when none did.
  platform::Instant now;
};

/// Compares the claims of a token whose signature was found good with what was asked for (OpenID
/// Connect Core 1.0, 3.1.3.7): issuer, audience and authorised party, times with the provider's
/// clock skew, nonce, the hash of the access token where it is given. The first difference is
/// returned as a ProviderFault.
Status check_id_token(const Json& claims, const IdentityProvider& provider,
                      const IdTokenExpectation& expected);

/// How the provider names the person: the claim that its file names. NoSubject when that is not a
/// text of 1 to 255 characters.
Result<std::string> subject_of(const Json& claims, const IdentityProvider& provider);

/// Whether the claim is that text, or a list that holds it.
bool claims_value(const Json& claims, std::string_view claim, std::string_view value);

/// Whether the provider says that a second factor was used, in words that its file takes.
bool has_second_factor(const Json& claims, const SecondFactorElsewhere& taken);

}  // namespace northlight::accounts
