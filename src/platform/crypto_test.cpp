#include "platform/crypto.hpp"

#include <doctest/doctest.h>

using namespace northlight;
using namespace northlight::platform;

TEST_CASE("a digest is BLAKE2b of 256 bits") {
  // Test vector of the RFC 7693 implementation notes: BLAKE2b-256 of "abc".
  CHECK(hex(digest("abc")) == "bddd813c634239723171ef3fee98579b94964e3bb1cb3e427262c8c068d52319");
}

TEST_CASE("SHA-256 is there where a standard asks for it") {
  // FIPS 180-2, appendix B.1.
  CHECK(hex(sha256("abc")) == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST_CASE("a keyed digest depends on the key and on the text") {
  const std::string key(32, 'k');
  CHECK(keyed_digest(key, "abc") == keyed_digest(key, "abc"));
  CHECK(keyed_digest(key, "abc") != keyed_digest(key, "abd"));
  CHECK(keyed_digest(key, "abc") != keyed_digest(std::string(32, 'l'), "abc"));
  CHECK(keyed_digest(key, "abc") != digest("abc"));
  CHECK_THROWS(keyed_digest("short", "abc"));
}

TEST_CASE("texts are equal only when every byte is") {
  CHECK(equal_in_constant_time("abc", "abc"));
  CHECK_FALSE(equal_in_constant_time("abc", "abd"));
  CHECK_FALSE(equal_in_constant_time("abc", "abcd"));
  CHECK(equal_in_constant_time("", ""));
}

TEST_CASE("random bytes differ each time and are as many as asked for") {
  CHECK(random_bytes(32).size() == 32);
  CHECK(random_bytes(32) != random_bytes(32));
  CHECK(random_bytes(0).empty());
}

TEST_CASE("what base64url writes it reads back, of any length") {
  for (std::size_t length = 0; length < 40; ++length) {
    const auto bytes = random_bytes(length);
    const auto text = base64url(bytes);
    CHECK(text.find_first_of("+/=") == std::string::npos);
    const auto back = parse_base64url(text);
    REQUIRE(back);
    CHECK(*back == bytes);
  }
}

TEST_CASE("base64url refuses padding, white space, other alphabets and stray bits") {
  for (const auto* text : {"YQ==", "Y Q", "YQ\n", "+/+/", "Y", "YR", "YQ\t"})
    CHECK_FALSE(parse_base64url(text).has_value());
}

TEST_CASE("base 32 is that of RFC 4648") {
  CHECK(base32("") == "");
  CHECK(base32("f") == "MY");
  CHECK(base32("fo") == "MZXQ");
  CHECK(base32("foo") == "MZXW6");
  CHECK(base32("foob") == "MZXW6YQ");
  CHECK(base32("fooba") == "MZXW6YTB");
  CHECK(base32("foobar") == "MZXW6YTBOI");
}

TEST_CASE("a secret that was moved away is no longer there") {
  Secret secret("known to nobody");
  const Secret moved(std::move(secret));
  CHECK(moved.bytes() == "known to nobody");
  CHECK(secret.bytes().empty());  // NOLINT(bugprone-use-after-move): that is what is tested
}
