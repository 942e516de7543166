#include "web/cookies.hpp"

#include <doctest/doctest.h>

using namespace northlight;
using namespace northlight::web;

TEST_CASE("a cookie is found among others") {
  CHECK(cookie_in("a=1; b=2;c=3", "a") == "1");
  CHECK(cookie_in("a=1; b=2;c=3", "b") == "2");
  CHECK(cookie_in("a=1; b=2;c=3", "c") == "3");
  CHECK_FALSE(cookie_in("a=1; b=2", "d"));
  CHECK_FALSE(cookie_in("", "a"));
  CHECK_FALSE(cookie_in("aa=1", "a"));
}

TEST_CASE("a cookie that is there twice is not believed") {
  CHECK_FALSE(cookie_in("a=1; a=2", "a"));
  CHECK_FALSE(cookie_in("a=1; a=1", "a"));
}

TEST_CASE("what we never give out is no cookie of ours") {
  for (const auto* header : {"a=", "a=1 2", "a=\"1\"", "a=%20", "a=1=2", "a=\xc3\xbc", "a"})
    CHECK_FALSE(cookie_in(header, "a"));
  CHECK_FALSE(cookie_in("a=" + std::string(5'000, 'x'), "a"));
}

TEST_CASE("behind TLS a cookie is secure and bound to this host by its name") {
  Response response;
  Cookies(Transport::BehindTls).set(response, "northlight-session", "abc");
  CHECK(response.headers.value("Set-Cookie") ==
        "__Host-northlight-session=abc; Path=/; HttpOnly; SameSite=Lax; Secure");
  Headers headers;
  headers.add("Cookie", "northlight-session=planted; __Host-northlight-session=abc");
  CHECK(Cookies(Transport::BehindTls).find(headers, "northlight-session") == "abc");
}

TEST_CASE("several cookies of one answer stand beside each other, and one is taken back") {
  Response response;
  const Cookies cookies(Transport::Plain);
  cookies.set(response, "a", "1", std::chrono::seconds{60});
  cookies.clear(response, "b");
  CHECK(response.headers.count("Set-Cookie") == 2);
  CHECK(response.headers.value("Set-Cookie") == "a=1; Path=/; HttpOnly; SameSite=Lax; Max-Age=60");
}

TEST_CASE("a cookie's value cannot break out of its header") {
  Response response;
  CHECK_THROWS(Cookies(Transport::Plain).set(response, "a", "1; Domain=example.org"));
}
