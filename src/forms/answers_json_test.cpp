#include "forms/answers_json.hpp"

#include <doctest/doctest.h>

#include "testing/any_answers.hpp"

using namespace northlight;
using namespace northlight::forms;

namespace {

std::string refusal(std::string_view json) {
  const auto parsed = Json::parse(json);
  REQUIRE(parsed);
  const auto answers = parse_answers(small_form(), *parsed, Boxes::Refused);
  return answers ? "accepted" : answers.error().where + ": " + answers.error().message;
}

Answers accepted(std::string_view json) {
  const auto answers = parse_answers(small_form(), *Json::parse(json), Boxes::Refused);
  REQUIRE(answers);
  return *answers;
}

}  // namespace

TEST_CASE("answers written as JSON are read back the same") {
  CHECK(rc::check([] {
    const auto answers = any_answers();
    const auto text = answers_json(answers).text();
    const auto again = parse_answers(small_form(), *Json::parse(text), Boxes::Refused);
    RC_ASSERT(again.has_value());
    RC_ASSERT(*again == answers);
    RC_ASSERT(answers_json(*again).text() == text);
  }));
}

TEST_CASE("asked and declined is an answer, and not the same as empty") {
  const auto declined = accepted(R"({"story": {"no_answer": "declined"}})");
  CHECK(*declined.find(FieldCode{"story"}) == Answer{NoAnswer::Declined});
  CHECK(accepted("{}").find(FieldCode{"story"}) == nullptr);
  CHECK(refusal(R"({"words": {"no_answer": "declined"}})") ==
        "words: This question needs an answer of its own.");
}

TEST_CASE("a date or a number that is half typed is kept as it stands") {
  const auto answers = accepted(R"({"day": "31/2", "count": "about 4"})");
  CHECK(*answers.find(FieldCode{"day"}) == Answer{std::string("31/2")});
  CHECK(*answers.find(FieldCode{"count"}) == Answer{std::string("about 4")});
}

TEST_CASE("the order of ticking is no difference") {
  CHECK(accepted(R"({"tools": ["pen", "saw"]})") == accepted(R"({"tools": ["saw", "pen"]})"));
}

TEST_CASE("what the form does not ask is refused") {
  CHECK(refusal(R"({"shoe_size": 4})") == "shoe_size: The form has no such question.");
  CHECK(refusal(R"({"colour": "green"})") == "colour: Choose one of the options of this question.");
  CHECK(refusal(R"({"agreed": "yes"})") == "agreed: Answer this with yes or no.");
  CHECK(refusal(R"({"words": ""})") == "words: An empty text is no answer: send null instead.");
  CHECK(refusal("{\"words\": \"a\\u0007b\"}").find("cannot be kept") != std::string::npos);
  CHECK(refusal(R"({"paper": {"upload": "../../etc", "name": "x"}})").starts_with("paper:"));
  const auto hash = std::string(64, 'a');
  CHECK(refusal(R"({"paper": {"upload": ")" + hash + R"(", "name": "../x.pdf"}})")
            .starts_with("paper:"));
}

TEST_CASE("a browser cannot send a sealed answer") {
  CHECK(refusal(R"({"secret": {"sealed": "AAAA"}})").starts_with("secret:"));
  CHECK(parse_answers(small_form(), *Json::parse(R"({"secret": {"sealed": "AAAA"}})"),
                      Boxes::Allowed));
  CHECK_FALSE(parse_answers(small_form(), *Json::parse(R"({"words": {"sealed": "AAAA"}})"),
                            Boxes::Allowed));
}

TEST_CASE("two rows cannot share an id") {
  const auto row = R"({"row": ")" + row_id(1).text() + R"(", "answers": {}})";
  CHECK(refusal(R"({"dangers": [)" + row + "," + row + "]}") ==
        "dangers: Two rows have the same id.");
  CHECK(refusal(R"({"dangers": [{"answers": {}}]})").starts_with("dangers:"));
  CHECK(refusal(R"({"dangers": []})").starts_with("dangers:"));
}

TEST_CASE("a path names a field, a row or a field of a row") {
  for (const auto& path : {std::string("day"), "dangers/" + row_id(3).text(),
                           "dangers/" + row_id(3).text() + "/danger_what"}) {
    const auto parsed = FieldPath::parse(path);
    REQUIRE(parsed);
    CHECK(parsed->text() == path);
  }
  for (const auto& path : {"", "/", "dangers/", "dangers/1", "a/b/c/d", "dangers//x"})
    CHECK_FALSE(FieldPath::parse(path));
}
