#include "base/json.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include "base/text.hpp"

using namespace northlight;

namespace {

std::string refusal(std::string_view text) {
  const auto json = Json::parse(text);
  return json ? "accepted" : json.error().message;
}

/// Text of letters that JSON must escape, of several bytes, and plain ones.
std::string any_text() {
  std::string text;
  const auto parts = *rc::gen::container<std::vector<std::string>>(rc::gen::element<std::string>(
      "a", "\"", "\\", "\n", "\t", "\x01", "ô", "\u2019", "\U0001F600", "/", "</script>", " "));
  for (const auto& part : parts) text += part;
  return text;
}

Json any_json(int depth) {
  switch (*rc::gen::inRange(0, depth > 0 ? 7 : 5)) {
    case 0:
      return {};
    case 1:
      return *rc::gen::arbitrary<bool>();
    case 2:
      return static_cast<long long>(*rc::gen::arbitrary<std::int64_t>());
    case 3:
      return any_text();
    case 4:
      return static_cast<double>(*rc::gen::arbitrary<std::int32_t>()) / 7.0;
    case 5: {
      Json array = Json::array();
      for (int i = *rc::gen::inRange(0, 5); i > 0; --i) array.add(any_json(depth - 1));
      return array;
    }
    default: {
      Json object = Json::object();
      for (int i = *rc::gen::inRange(0, 5); i > 0; --i) object.set(any_text(), any_json(depth - 1));
      return object;
    }
  }
}

}  // namespace

TEST_CASE("an object keeps the order in which its members were added") {
  auto json = Json::object({{"b", 1}, {"a", Json::array()}});
  json.set("c", nullptr).set("b", "again");
  CHECK(json.text() == R"({"b":"again","a":[],"c":null})");
}

TEST_CASE("JSON is written on one line or indented") {
  const auto json = Json::object({{"list", Json(Json::Array{1, 2.5, true})}, {"none", Json{}}});
  CHECK(json.text() == R"({"list":[1,2.5,true],"none":null})");
  CHECK(json.text(2) == "{\n  \"list\": [\n    1,\n    2.5,\n    true\n  ],\n  \"none\": null\n}");
  CHECK(Json::object().text(2) == "{}");
  CHECK(Json::array().text(2) == "[]");
}

TEST_CASE("what is absent is null, not nought") {
  CHECK(Json(std::optional<std::string>{}).is_null());
  CHECK(*Json(std::optional<int>{13}).whole() == 13);
}

TEST_CASE("values answer only as what they are") {
  const auto json = *Json::parse(R"({"n": 3, "x": 2.5, "t": "words", "b": false, "l": [1]})");
  CHECK(*json.find("n")->whole() == 3);
  CHECK(json.find("n")->number() == 3.0);
  CHECK(json.find("n")->string() == nullptr);
  CHECK(json.find("x")->whole() == nullptr);
  CHECK(json.find("x")->number() == 2.5);
  CHECK(*json.find("t")->string() == "words");
  CHECK(*json.find("b")->boolean() == false);
  CHECK(json.find("l")->items()->size() == 1);
  CHECK(json.find("l")->find("n") == nullptr);
  CHECK(json.find("missing") == nullptr);
}

TEST_CASE("whole numbers keep every digit, larger ones become approximate") {
  CHECK(Json::parse("9223372036854775807")->text() == "9223372036854775807");
  CHECK(Json::parse("-9223372036854775808")->text() == "-9223372036854775808");
  CHECK(Json::parse("9223372036854775808")->whole() == nullptr);
  CHECK(Json::parse("9223372036854775808")->number() == doctest::Approx(9.223372036854775808e18));
}

TEST_CASE("what is not one JSON document is refused, and says where") {
  for (const auto* text :
       {"", " ", "{", "}", "[1,]", "{\"a\":1,}", "{'a':1}", "nul", "01", "1 2", "[1] x", "\"\x01\"",
        "\"\\u12\"", "NaN", "+1", "// comment\n1", "\"\\ud800\"", "\"\xff\"", "{\"a\" 1}"})
    CHECK_MESSAGE(refusal(text).starts_with("This is not JSON that can be read: at byte"), text);
  CHECK(refusal(R"({"a":1,"a":2})") ==
        "This is not JSON that can be read: the member 'a' is there twice");
  CHECK(refusal(R"({"a":{"b":1},"c":{"b":1}})") == "accepted");
}

TEST_CASE("a nested bomb is refused, a hundred levels are not") {
  const auto nested = [](std::size_t depth) {
    return std::string(depth, '[') + std::string(depth, ']');
  };
  CHECK(refusal(nested(100)) == "accepted");
  CHECK(refusal(nested(101)) ==
        "This is not JSON that can be read: it is nested more than 100 deep");
  CHECK(refusal(std::string(1'000'000, '[')).find("deep") != std::string::npos);
}

TEST_CASE("an object of very many members is read without comparing each name with each") {
  std::string text = "{";
  for (int i = 0; i < 200'000; ++i)
    text += (i == 0 ? "\"" : ",\"") + std::to_string(i) + "\":" + std::to_string(i);
  const auto json = Json::parse(text + "}");
  REQUIRE(json);
  CHECK(json->members()->size() == 200'000);
  CHECK(json->members()->back().first == "199999");
  CHECK(refusal(text + ",\"7\":0}") ==
        "This is not JSON that can be read: the member '7' is there twice");
}

TEST_CASE("text that is not UTF-8 is written so that the document stays readable") {
  const auto written = Json("bad \xff byte").text();
  CHECK(is_utf8(written));
  CHECK(*Json::parse(written)->string() == "bad \uFFFD byte");
}

TEST_CASE("every value comes back from its text, on one line and indented") {
  CHECK(rc::check("round trip", [] {
    const Json json = any_json(3);
    RC_ASSERT(*Json::parse(json.text()) == json);
    RC_ASSERT(*Json::parse(json.text(2)) == json);
    RC_ASSERT(json.text().find('\n') == std::string::npos);
  }));
}
