#include "web/target.hpp"

#include <doctest/doctest.h>

#include "web/urlencoded.hpp"

namespace northlight::web {
namespace {

using Segments = std::vector<std::string>;

TEST_CASE("an address is taken apart and decoded") {
  const auto target =
      Target::parse("/services/East%20Sussex/caf%C3%A9?q=a+b%26c&tick=1&tick=2&bare");
  REQUIRE(target);
  CHECK(target->segments == Segments{"services", "East Sussex", "caf\xC3\xA9"});
  CHECK(target->query.text("q") == "a b&c");
  CHECK(target->query.all("tick") == Segments{"1", "2"});
  REQUIRE(target->query.find("bare"));
  CHECK(target->query.find("bare")->empty());
  CHECK(target->query.find("other") == nullptr);
  CHECK(target->path == "/services/East%20Sussex/caf%C3%A9");
}

TEST_CASE("the start page has no segments, and a slash at the end is noted") {
  CHECK(Target::parse("/")->segments.empty());
  CHECK_FALSE(Target::parse("/")->trailing_slash);
  CHECK(Target::parse("/services/")->segments == Segments{"services"});
  CHECK(Target::parse("/services/")->trailing_slash);
}

TEST_CASE("a plus is a space in a query and a plus in a path") {
  CHECK(Target::parse("/a+b?q=a+b")->segments == Segments{"a+b"});
  CHECK(Target::parse("/a+b?q=a+b")->query.text("q") == "a b");
}

TEST_CASE("characters that browsers leave as they are in a query are taken") {
  CHECK(Target::parse("/?q=[a]{b}|c^`d\\")->query.text("q") == "[a]{b}|c^`d\\");
}

TEST_CASE("two thousand fields are taken and one more is refused") {
  std::string query;
  for (int i = 0; i < 2'000; ++i) query += "a=&";
  CHECK(parse_urlencoded(query)->size() == 2'000);
  CHECK_FALSE(parse_urlencoded(query + "a="));
}

TEST_CASE("what is encoded decodes to itself, byte by byte") {
  for (int byte = 1; byte < 0x80; ++byte) {
    const std::string text(1, static_cast<char>(byte));
    CHECK(*percent_decode(percent_encode(text), Plus::IsSpace) == text);
  }
  CHECK(percent_encode("a b/\xC3\xA9~") == "a%20b%2F%C3%A9~");
  Fields fields;
  fields.add("service", "A & B");
  fields.add("service", "C=D+E");
  CHECK(urlencoded(fields) == "service=A%20%26%20B&service=C%3DD%2BE");
  CHECK(*parse_urlencoded(urlencoded(fields)) == fields);
}

TEST_CASE("encoding that is broken off or no text is refused") {
  for (const auto* text : {"%", "%4", "%zz", "%00", "%ff", "%c0%ae", "a%"}) {
    CAPTURE(text);
    CHECK_FALSE(percent_decode(text, Plus::IsSpace));
  }
}

}  // namespace
}  // namespace northlight::web
