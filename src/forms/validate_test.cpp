#include "forms/validate.hpp"

#include <doctest/doctest.h>

#include "forms/answers_json.hpp"
#include "forms/small_form.hpp"

using namespace northlight;
using namespace northlight::forms;

namespace {

std::vector<std::string> problems(std::string_view json, Purpose purpose) {
  const auto answers = parse_answers(small_form(), *Json::parse(json), Boxes::Refused);
  REQUIRE(answers);
  std::vector<std::string> found;
  for (const auto& problem : validate(small_form(), *answers, purpose, small_form_today))
    found.push_back(problem.where + ": " + problem.message);
  return found;
}

std::string danger(std::string_view answers) {
  return R"({"row": ")" + row_id(1).text() + R"(", "answers": )" + std::string(answers) + "}";
}

using Found = std::vector<std::string>;

}  // namespace

TEST_CASE("saving asks for less than signing") {
  CHECK(problems(R"({"words": "some"})", Purpose::Save) == Found{});
  CHECK(problems("{}", Purpose::Save) == Found{"words: Write an answer."});
  CHECK(problems(R"({"words": "some"})", Purpose::Sign) ==
        Found{"day: Enter a date, such as 27 3 2026.",
              "dangers: Add 1 danger at least: there are none so far."});
}

TEST_CASE("what is not shown is not asked for") {
  CHECK(problems(R"({"words": "w", "day": "2026-01-01", "agreed": false, "dangers": [)" +
                     danger(R"({"danger_what": "x", "danger_kind": "child"})") + "]}",
                 Purpose::Sign) == Found{"why_not: Write an answer."});
  CHECK(problems(R"({"words": "w", "day": "2026-01-01", "dangers": [)" +
                     danger(R"({"danger_what": "x", "danger_kind": "others"})") + "]}",
                 Purpose::Sign) ==
        Found{"dangers/" + row_id(1).text() +
              "/danger_who: Say who: a name, or how they stand to the child."});
}

TEST_CASE("a wrong date, a number out of range and a text too long are named with their field") {
  CHECK(problems(R"({"words": "far more than twenty letters", "day": "31/2", "count": 12})",
                 Purpose::Save) ==
        Found{"day: This is no date. Enter a day, a month and a year, such as 27 3 2026.",
              "words: This has 28 characters. Shorten it to 20 or fewer.",
              "count: Enter a number from 1 to 9."});
}

TEST_CASE("where a form asks for the past, a day to come may be saved and not signed") {
  const auto on = [](const std::string& day, Purpose purpose) {
    return problems(R"({"words": "w", "day": ")" + day + R"(", "dangers": [)" +
                        danger(R"({"danger_what": "x"})") + "]}",
                    purpose);
  };
  const auto to_come = Found{"day: This day is still to come. Enter today or a day in the past."};
  CHECK(on("2026-11-24", Purpose::Save) == Found{});
  CHECK(on("2026-11-24", Purpose::Sign) == to_come);
  CHECK(on("2099-01-01", Purpose::Sign) == to_come);
  CHECK(on("2026-11-23", Purpose::Sign) == Found{});
  CHECK(on("1926-11-23", Purpose::Sign) == Found{});
}

TEST_CASE("a quick record is signed by saving: a day to come is refused at once") {
  auto form = small_form();
  form.quick = true;
  Answers answers;
  answers.fields[FieldCode{"words"}] = Answer{std::string("w")};
  answers.fields[FieldCode{"day"}] = Answer{add_days(small_form_today, 1)};
  std::vector<std::string> at;
  for (const auto& problem : validate(form, answers, Purpose::Save, small_form_today))
    at.push_back(problem.where);
  CHECK(at == Found{"day", "dangers"});
}

TEST_CASE("a mark that turns the direction of writing is refused in a name, and stays elsewhere") {
  const auto with = [](std::string_view what, std::string_view who) {
    return problems(R"({"words": "some", "day": "2026-01-01", "dangers": [)" +
                        danger(R"({"danger_kind": "others", "danger_what": ")" + std::string(what) +
                               R"(", "danger_who": ")" + std::string(who) + "\"}") +
                        "]}",
                    Purpose::Sign);
  };
  CHECK(with("\u202Eturned", "Her uncle") == Found{});
  CHECK(with("plain", "Her uncle\u202E") ==
        Found{"dangers/" + row_id(1).text() +
              "/danger_who: The name holds a mark that changes the direction of writing, which "
              "cannot be seen. Type the name again."});
}

TEST_CASE("characters are counted as readers count them, not bytes") {
  CHECK(problems(R"({"words": "ôôôôôôôôôôôôôôôôôôôô"})", Purpose::Save) == Found{});
}

TEST_CASE("a reference to a row that is gone is found") {
  const auto answers = R"({"words": "w", "answers": [{"row": ")" + row_id(9).text() +
                       R"(", "answers": {"answer_to": {"row": ")" + row_id(7).text() + R"("}}}]})";
  CHECK(problems(answers, Purpose::Save) ==
        Found{"answers/" + row_id(9).text() +
              "/answer_to: What this belonged to is no longer there. Choose again."});
}
