#pragma once

#include <initializer_list>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/json.hpp"
#include "base/result.hpp"

namespace northlight::platform {

/// The ways of signing that are taken: with a private key that only the signer has. "none" and the
/// ways with a shared secret (HS256 and its like) have no name here.
enum class SigningAlgorithm { Es256, Rs256 };

/// The keys that a signer publishes (a JSON Web Key Set, RFC 7517). Keys that are not for checking
/// signatures in one of our ways, or too weak (RSA under 2,048 bits), are left out.
class SigningKeys {
 public:
  /// Refuses what is no key set. One without a usable key is no error: it knows no key.
  static Result<SigningKeys> parse(std::string_view json);

  std::size_t size() const { return keys_.size(); }

  struct Key;
  // Shared, for key sets are copied out of a cache.
  const std::vector<std::shared_ptr<const Key>>& all() const { return keys_; }

 private:
  std::vector<std::shared_ptr<const Key>> keys_;
};

/// What a signed token said, once its signature was found good. Nothing in it has been compared
/// with anything yet: who it is from, who it is for and until when is for the caller to check.
struct SignedClaims {
  Json claims;
  SigningAlgorithm algorithm;
};

/// Checks a signed token (a JSON Web Signature in compact form, RFC 7515) and returns its claims.
///
/// Refuses with Invalid, before any key is used: what is malformed or larger than 64 KB, an
/// algorithm that is not among `allowed`, a header that demands what we do not know ("crit") or is
/// of another kind of token ("typ"). Keys come from `keys` alone, never from the token. NotFound:
/// there is no such key, so that the caller may look whether newer keys were published. Invalid:
/// the signature is not that key's. A token that names no key is checked with the only one that
/// suits its algorithm, and refused where there are several.
Result<SignedClaims> verify_signed_token(std::string_view token, const SigningKeys& keys,
                                         std::initializer_list<SigningAlgorithm> allowed = {
                                             SigningAlgorithm::Es256, SigningAlgorithm::Rs256});

}  // namespace northlight::platform
