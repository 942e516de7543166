#include "platform/json_web_token.hpp"

#include <cjose/cjose.h>
#include <doctest/doctest.h>

#include <stdexcept>

#include "platform/crypto.hpp"

using namespace northlight;
using namespace northlight::platform;

namespace {

// RFC 7515, appendix A.3: a token and the key that it is signed with.
constexpr std::string_view published_token =
    "eyJhbGciOiJFUzI1NiJ9."
    "eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlf"
    "Q.DtEhU3ljbEg8L38VWAfUAqOyKAM6-Xx-F4GawxaepmXFCgfTjDxw5djxLa8ISlSApmWQxfKTUJqPP3-Kg6NU1Q";
constexpr std::string_view published_key =
    R"({"kty":"EC","crv":"P-256","x":"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU",)"
    R"("y":"x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0"})";

SigningKeys key_set(std::string_view keys) {
  return *SigningKeys::parse(R"({"keys":[)" + std::string(keys) + "]}");
}

/// A signer with a key of its own, as a provider has it.
class Signer {
 public:
  explicit Signer(std::string name, SigningAlgorithm algorithm = SigningAlgorithm::Es256,
                  std::size_t rsa_bits = 2'048)
      : name_(std::move(name)), algorithm_(algorithm) {
    cjose_err error{};
    const std::uint8_t exponent[] = {1, 0, 1};
    key_ = algorithm == SigningAlgorithm::Es256
               ? cjose_jwk_create_EC_random(CJOSE_JWK_EC_P_256, &error)
               : cjose_jwk_create_RSA_random(rsa_bits, exponent, sizeof exponent, &error);
    if (key_ == nullptr || !cjose_jwk_set_kid(key_, name_.data(), name_.size(), &error))
      throw std::runtime_error("no key could be made");
  }
  ~Signer() { cjose_jwk_release(key_); }
  Signer(const Signer&) = delete;
  Signer& operator=(const Signer&) = delete;

  std::string public_key(bool with_private = false) const {
    cjose_err error{};
    char* text = cjose_jwk_to_json(key_, with_private, &error);
    std::string json(text);
    std::free(text);
    return json;
  }
  std::string sign(std::string_view claims, bool with_name = true) const {
    return sign(claims, algorithm_ == SigningAlgorithm::Es256 ? "ES256" : "RS256", key_, with_name);
  }
  /// Signs with a shared secret in the way that is named.
  static std::string sign_with_secret(std::string_view claims, std::string_view secret) {
    cjose_err error{};
    auto* key = cjose_jwk_create_oct_spec(reinterpret_cast<const std::uint8_t*>(secret.data()),
                                          secret.size(), &error);
    auto token = sign(claims, "HS256", key, false);
    cjose_jwk_release(key);
    return token;
  }

 private:
  static std::string sign(std::string_view claims, const char* algorithm, cjose_jwk_t* key,
                          bool with_name) {
    cjose_err error{};
    auto* header = cjose_header_new(&error);
    cjose_header_set(header, CJOSE_HDR_ALG, algorithm, &error);
    if (with_name) cjose_header_set(header, CJOSE_HDR_KID, cjose_jwk_get_kid(key, &error), &error);
    auto* token = cjose_jws_sign(key, header, reinterpret_cast<const std::uint8_t*>(claims.data()),
                                 claims.size(), &error);
    const char* text = nullptr;
    if (token == nullptr || !cjose_jws_export(token, &text, &error))
      throw std::runtime_error("nothing could be signed");
    std::string made(text);
    cjose_jws_release(token);
    cjose_header_release(header);
    return made;
  }

  std::string name_;
  SigningAlgorithm algorithm_;
  cjose_jwk_t* key_ = nullptr;
};

std::string token_of(std::string_view header, std::string_view claims, std::string_view signature) {
  return base64url(header) + "." + base64url(claims) + "." + base64url(signature);
}

ErrorCode refusal(std::string_view token, const SigningKeys& keys) {
  const auto verified = verify_signed_token(token, keys);
  REQUIRE_FALSE(verified);
  return verified.error().code;
}

}  // namespace

TEST_CASE("the standard's own example is found good by the standard's own key") {
  const auto verified = verify_signed_token(published_token, key_set(published_key));
  REQUIRE(verified);
  CHECK(*verified->claims.find("iss")->string() == "joe");
  CHECK(*verified->claims.find("exp")->whole() == 1300819380);
  CHECK(verified->algorithm == SigningAlgorithm::Es256);
}

TEST_CASE("a token is checked with the key that it names, of either kind") {
  const Signer first("first");
  const Signer second("second", SigningAlgorithm::Rs256);
  const auto keys = key_set(first.public_key() + "," + second.public_key());
  CHECK(keys.size() == 2);
  for (const auto* signer : {&first, &second}) {
    const auto verified = verify_signed_token(signer->sign(R"({"sub":"a"})"), keys);
    REQUIRE(verified);
    CHECK(*verified->claims.find("sub")->string() == "a");
  }
}

TEST_CASE("every change of a single character is noticed") {
  const auto keys = key_set(published_key);
  std::string token(published_token);
  for (auto& c : token) {
    const char was = c;
    c = was == 'A' ? 'B' : 'A';
    CHECK_FALSE(verify_signed_token(token, keys));
    c = was;
  }
}

TEST_CASE("a key that is not known is told apart, so that newer keys may be looked for") {
  const Signer signer("new");
  const Signer other("old");
  CHECK(refusal(signer.sign("{}"), key_set(other.public_key())) == ErrorCode::NotFound);
  CHECK(refusal(signer.sign("{}"), key_set("")) == ErrorCode::NotFound);
}

TEST_CASE("another key of the same name does not help a forger") {
  const Signer signer("key");
  const Signer forger("key");
  CHECK(refusal(forger.sign("{}"), key_set(signer.public_key())) == ErrorCode::Invalid);
}

TEST_CASE("a token that names no key is taken only where one key can be meant") {
  const Signer one("one");
  const Signer two("two");
  const Signer rsa("three", SigningAlgorithm::Rs256);
  const auto token = one.sign("{}", false);
  CHECK(verify_signed_token(token, key_set(one.public_key() + "," + rsa.public_key())));
  CHECK(refusal(token, key_set(one.public_key() + "," + two.public_key())) == ErrorCode::Invalid);
}

TEST_CASE("an unsigned token is refused, however none is spelt") {
  const auto keys = key_set(published_key);
  for (const auto* algorithm : {"none", "None", "NONE", "nOnE", ""}) {
    const auto header = std::string(R"({"alg":")") + algorithm + R"("})";
    CHECK(refusal(token_of(header, R"({"sub":"a"})", ""), keys) == ErrorCode::Invalid);
    CHECK(refusal(token_of(header, R"({"sub":"a"})", "x"), keys) == ErrorCode::Invalid);
  }
  CHECK(refusal(token_of("{}", "{}", ""), keys) == ErrorCode::Invalid);
}

TEST_CASE("a public key does not serve as a shared secret") {
  const Signer signer("key", SigningAlgorithm::Rs256);
  const auto published = signer.public_key();
  const auto forged = Signer::sign_with_secret(R"({"sub":"a"})", published);
  CHECK(refusal(forged, key_set(published)) == ErrorCode::Invalid);
  CHECK(refusal(forged, key_set(published + R"(,{"kty":"oct","k":")" + base64url(published) +
                                R"("})")) == ErrorCode::Invalid);
}

TEST_CASE("an algorithm outside the allowed ones is refused") {
  const Signer signer("key", SigningAlgorithm::Rs256);
  const auto keys = key_set(signer.public_key());
  const auto token = signer.sign("{}");
  CHECK(verify_signed_token(token, keys, {SigningAlgorithm::Rs256}));
  CHECK_FALSE(verify_signed_token(token, keys, {SigningAlgorithm::Es256}));
}

TEST_CASE("a header that demands what is not known, or brings its own key, does not get its way") {
  const auto keys = key_set(published_key);
  for (const auto* header :
       {R"({"alg":"ES256","crit":["exp"]})", R"({"alg":"ES256","b64":false,"crit":["b64"]})",
        R"({"alg":"ES256","typ":"at+jwt"})", R"({"alg":"ES256","typ":5})",
        R"({"alg":"ES256","kid":7})", R"({"alg":"ES256","kid":""})", R"({"alg":["ES256"]})",
        R"({"alg":"ES256","alg":"none"})", R"(["ES256"])", "", "{"})
    CHECK_MESSAGE(refusal(token_of(header, "{}", std::string(64, 'x')), keys) == ErrorCode::Invalid,
                  header);
  const Signer forger("mine");
  const auto brought = R"({"alg":"ES256","kid":"mine","jku":"https://forger.example/","jwk":)" +
                       forger.public_key() + "}";
  CHECK(refusal(token_of(brought, "{}", std::string(64, 'x')), keys) == ErrorCode::NotFound);
}

TEST_CASE("what is no token is refused") {
  const auto keys = key_set(published_key);
  const std::string token(published_token);
  for (const auto& text :
       {std::string(), std::string("."), std::string(".."), std::string("..."), token + ".x",
        token + "=", " " + token, token + "\n", token.substr(0, token.rfind('.')),
        std::string(70'000, 'A'), std::string("a.b.c"), std::string(10, '\0')})
    CHECK(refusal(text, keys) == ErrorCode::Invalid);
}

TEST_CASE("signed bytes that are no JSON object are refused") {
  const Signer signer("key");
  const auto keys = key_set(signer.public_key());
  for (const auto* claims : {"", "null", "[]", "\"text\"", "{", R"({"a":1,"a":2})"})
    CHECK_MESSAGE(refusal(signer.sign(claims), keys) == ErrorCode::Invalid, claims);
}

TEST_CASE("keys that are weak, of another kind or for another use are left out") {
  CHECK(key_set(Signer("weak", SigningAlgorithm::Rs256, 1'024).public_key()).size() == 0);
  const std::string ec(published_key.substr(0, published_key.size() - 1));
  CHECK(key_set(ec + R"(,"use":"sig","alg":"ES256"})").size() == 1);
  CHECK(key_set(ec + R"(,"use":"enc"})").size() == 0);
  CHECK(key_set(ec + R"(,"alg":"RS256"})").size() == 0);
  for (const auto* key :
       {R"({"kty":"oct","k":"c2VjcmV0"})", R"({"kty":"EC","crv":"P-384","x":"AA","y":"AA"})",
        R"({"kty":"EC","crv":"P-256","x":"AA","y":"AA"})", R"({"kty":"OKP","crv":"Ed25519"})",
        R"({"kty":"RSA","n":"AQAB","e":"AQAB"})", "{}", "[]", "7"})
    CHECK_MESSAGE(key_set(key).size() == 0, key);
}

TEST_CASE("a point that is not on the curve is no key") {
  CHECK(key_set(R"({"kty":"EC","crv":"P-256","x":"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU",)"
                R"("y":"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU"})")
            .size() == 0);
}

TEST_CASE("a private key that was published by mistake is read for its public half") {
  const Signer signer("key");
  CHECK(verify_signed_token(signer.sign("{}"), key_set(signer.public_key(true))));
}

TEST_CASE("what is no key set is refused") {
  for (const auto* text : {"", "{}", "[]", R"({"keys":{}})", R"({"keys":null})", "<html>"})
    CHECK_FALSE(SigningKeys::parse(text));
}
