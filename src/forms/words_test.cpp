#include "forms/words.hpp"

#include <doctest/doctest.h>

#include "forms/small_form.hpp"

using namespace northlight;
using namespace northlight::forms;

TEST_CASE("answers are said as people read them") {
  const auto say = [](std::string_view field, const Answer& answer) {
    return answer_words(*small_form().find_field(FieldCode{std::string(field)}), answer);
  };
  using namespace std::chrono_literals;
  CHECK(say("colour", std::string("blue")) == "Blue");
  CHECK(say("tools", Chosen{"saw", "pen"}) == "Saw; Pen");
  CHECK(say("day", Date{2026y / 3 / 27}) == "27 March 2026");
  CHECK(say("story", NoAnswer::Declined) == "They did not want to say");
  CHECK(say("agreed", false) == "No");
}

TEST_CASE("a row is told from the others by its number and its first words") {
  const auto& group = *small_form().find_group(FieldCode{"dangers"});
  Answers answers;
  answers.groups[group.code] = {
      {row_id(1)},
      {row_id(2), {{FieldCode{"danger_what"}, std::string("A fall\nand more")}}},
      {row_id(3), {{FieldCode{"danger_what"}, std::string(30, 'a') + " " + std::string(60, 'b')}}}};
  CHECK(row_words(group, answers, row_id(1)) == "Danger 1");
  CHECK(row_words(group, answers, row_id(2)) == "Danger 2: A fall");
  CHECK(row_words(group, answers, row_id(3)) == "Danger 3: " + std::string(30, 'a') + " \u2026");
  CHECK(row_words(group, answers, row_id(4)).empty());
  CHECK(path_words(small_form(), answers,
                   *FieldPath::parse("dangers/" + row_id(2).text() + "/danger_who")) ==
        "Who? (Danger 2)");
}
