#include "forms/project.hpp"

#include <doctest/doctest.h>

#include "testing/any_answers.hpp"

using namespace northlight;
using namespace northlight::forms;

namespace {

Answers small_answers() {
  using namespace std::chrono_literals;
  Answers answers;
  answers.fields[FieldCode{"day"}] = Date{2026y / 3 / 27};
  answers.fields[FieldCode{"words"}] = std::string("Meet again");
  answers.groups[FieldCode{"dangers"}] = {
      {row_id(1),
       {{FieldCode{"danger_kind"}, std::string("child")},
        {FieldCode{"danger_what"}, std::string("A fall")},
        {FieldCode{"danger_who"}, std::string("A hidden person")}}}};
  answers.groups[FieldCode{"answers"}] = {
      {row_id(2), {{FieldCode{"answer_to"}, RowReference{.row = row_id(1)}}}}, {row_id(3)}};
  return answers;
}

}  // namespace

TEST_CASE("rows come from rows, and one from the record") {
  const auto rows = project(small_form(), small_answers());
  REQUIRE(rows.size() == 3);
  CHECK(rows[0].to == Projection::Risk);
  CHECK(rows[0].row == row_id(1));
  CHECK(rows[0].columns.at("description") == Answer{std::string("A fall")});
  CHECK(rows[1].to == Projection::Contingency);
  CHECK(rows[1].columns.at("risk") == Answer{RowReference{.row = row_id(1)}});
  CHECK(rows[2].to == Projection::Deadline);
  CHECK_FALSE(rows[2].row);
}

TEST_CASE("what is hidden does not come through") {
  CHECK_FALSE(project(small_form(), small_answers())[0].columns.contains("who"));
}

TEST_CASE("a row without what it needs is no row, and a half typed date is no date") {
  auto answers = small_answers();
  answers.fields[FieldCode{"day"}] = std::string("27/");
  for (const auto& row : project(small_form(), answers)) CHECK(row.to != Projection::Deadline);
}

TEST_CASE("projecting makes no row without its needed columns and no column of a wrong kind") {
  CHECK(rc::check([] {
    for (const auto& row : project(small_form(), any_answers()))
      for (const auto& column : columns_of(row.to)) {
        const auto at = row.columns.find(column.name);
        RC_ASSERT(!column.needed || at != row.columns.end());
        if (at != row.columns.end())
          RC_ASSERT(!std::holds_alternative<NoAnswer>(at->second) &&
                    !std::holds_alternative<Sealed>(at->second));
      }
  }));
}
