#include "platform/json_web_token.hpp"

#include <cjose/cjose.h>

#include <algorithm>
#include <array>
#include <optional>

#include "base/text.hpp"
#include "platform/crypto.hpp"

namespace northlight::platform {

namespace {

constexpr std::size_t largest_token = std::size_t{64} * 1024;
constexpr std::size_t most_keys = 100;
constexpr std::size_t least_rsa_bytes = 256;
constexpr std::size_t most_rsa_bytes = 1'024;

struct Releases {
  void operator()(cjose_jwk_t* key) const { cjose_jwk_release(key); }
  void operator()(cjose_jws_t* token) const { cjose_jws_release(token); }
};

Error token_refused(std::string message) { return {ErrorCode::Invalid, std::move(message)}; }

}  // namespace

struct SigningKeys::Key {
  SigningAlgorithm algorithm;
  std::string name;  ///< "kid"; empty where it has none.
  std::unique_ptr<cjose_jwk_t, Releases> key;
};

namespace {

/// The public half alone, of a kind that we take.
std::optional<std::pair<SigningAlgorithm, Json>> public_part(const Json& key) {
  const auto type = key.string_at("kty");
  if (type == "EC" && key.string_at("crv") == "P-256") {
    const auto x = parse_base64url(key.string_at("x"));
    const auto y = parse_base64url(key.string_at("y"));
    if (!x || !y || x->size() != 32 || y->size() != 32) return std::nullopt;
    return std::pair{SigningAlgorithm::Es256,
                     Json::object({{"kty", "EC"},
                                   {"crv", "P-256"},
                                   {"x", std::string(key.string_at("x"))},
                                   {"y", std::string(key.string_at("y"))}})};
  }
  if (type == "RSA") {
    const auto modulus = parse_base64url(key.string_at("n"));
    const auto exponent = parse_base64url(key.string_at("e"));
    if (!modulus || !exponent || exponent->empty() || exponent->size() > 8) return std::nullopt;
    if (modulus->size() < least_rsa_bytes || modulus->size() > most_rsa_bytes) return std::nullopt;
    if (modulus->front() == '\0') return std::nullopt;  // Shorter than it looks.
    return std::pair{SigningAlgorithm::Rs256,
                     Json::object({{"kty", "RSA"},
                                   {"n", std::string(key.string_at("n"))},
                                   {"e", std::string(key.string_at("e"))}})};
  }
  return std::nullopt;
}

std::string_view name_of(SigningAlgorithm algorithm) {
  return algorithm == SigningAlgorithm::Es256 ? "ES256" : "RS256";
}

std::shared_ptr<const SigningKeys::Key> import_key(const Json& given) {
  const auto part = public_part(given);
  if (!part) return nullptr;
  const auto use = given.string_at("use");
  if (!use.empty() && use != "sig") return nullptr;
  const auto algorithm = given.string_at("alg");
  if (!algorithm.empty() && algorithm != name_of(part->first)) return nullptr;
  const auto text = part->second.text();
  cjose_err error{};
  std::unique_ptr<cjose_jwk_t, Releases> key(cjose_jwk_import(text.data(), text.size(), &error));
  if (!key) return nullptr;
  return std::make_shared<const SigningKeys::Key>(
      SigningKeys::Key{part->first, std::string(given.string_at("kid")), std::move(key)});
}

struct Header {
  SigningAlgorithm algorithm;
  std::string key;
};

Result<Header> read_header(std::string_view encoded,
                           std::initializer_list<SigningAlgorithm> allowed) {
  const auto text = parse_base64url(encoded);
  if (!text) return token_refused("The token's header cannot be decoded.");
  const auto json = Json::parse(*text);
  if (!json || !json->is_object()) return token_refused("The token's header is no JSON object.");
  const auto named = json->string_at("alg");
  const auto* algorithm =
      std::ranges::find_if(allowed, [&](auto one) { return name_of(one) == named; });
  if (algorithm == allowed.end())
    return token_refused("The token is signed in a way that is not taken, or not at all.");
  // RFC 7515, 4.1.11: "If any of the listed extension Header Parameters are not understood and
  // supported by the recipient, then the JWS is invalid."
  if (json->find("crit") != nullptr || json->find("b64") != nullptr)
    return token_refused("The token's header demands something that is not known.");
  const auto* type = json->find("typ");
  if (type && (!type->string() || !equals_ignoring_case(*type->string(), "JWT")))
    return token_refused("The token is of another kind.");
  const auto* key = json->find("kid");
  if (key && (!key->string() || key->string()->empty()))
    return token_refused("The token's header names no key that could be looked for.");
  return Header{*algorithm, key ? *key->string() : std::string()};
}

using Candidates = std::vector<const SigningKeys::Key*>;

Result<Candidates> keys_for(const Header& header, const SigningKeys& keys) {
  Candidates found;
  for (const auto& key : keys.all()) {
    const bool named = header.key.empty() || key->name == header.key;
    if (named && key->algorithm == header.algorithm) found.push_back(key.get());
  }
  if (found.empty())
    return Error{ErrorCode::NotFound, "The token is signed with a key that is not known."};
  if (header.key.empty() && found.size() > 1)
    return token_refused("The token does not say which of several keys it is signed with.");
  return found;
}

bool is_signed_with(std::string_view token, const SigningKeys::Key& key) {
  cjose_err error{};
  const std::unique_ptr<cjose_jws_t, Releases> parsed(
      cjose_jws_import(token.data(), token.size(), &error));
  return parsed && cjose_jws_verify(parsed.get(), key.key.get(), &error);
}

}  // namespace

Result<SigningKeys> SigningKeys::parse(std::string_view json) {
  NL_TRY(document, Json::parse(json));
  const auto* given = document.find("keys");
  const auto* items = given ? given->items() : nullptr;
  if (!items) return token_refused("This is no set of keys: it has no list \"keys\".");
  if (items->size() > most_keys) return token_refused("There are more than 100 keys.");
  SigningKeys keys;
  for (const auto& item : *items)
    if (auto key = import_key(item)) keys.keys_.push_back(std::move(key));
  return keys;
}

Result<SignedClaims> verify_signed_token(std::string_view token, const SigningKeys& keys,
                                         std::initializer_list<SigningAlgorithm> allowed) {
  if (token.size() > largest_token) return token_refused("The token is larger than 64 KB.");
  const auto parts = split(token, '.');
  if (parts.size() != 3) return token_refused("The token does not have three parts.");
  NL_TRY(header, read_header(parts[0], allowed));
  const auto payload = parse_base64url(parts[1]);
  if (!payload || !parse_base64url(parts[2])) return token_refused("The token cannot be decoded.");
  NL_TRY(candidates, keys_for(header, keys));
  if (std::ranges::none_of(candidates,
                           [&](const auto* key) { return is_signed_with(token, *key); }))
    return token_refused("The token's signature is not its signer's.");
  auto claims = Json::parse(*payload);
  if (!claims || !claims->is_object())
    return token_refused("The token's claims are no JSON object.");
  return SignedClaims{*std::move(claims), header.algorithm};
}

}  // namespace northlight::platform
