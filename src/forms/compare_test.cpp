#include "forms/compare.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "testing/any_answers.hpp"

using namespace northlight;
using namespace northlight::forms;

namespace {

const FieldCode dangers{"dangers"};
const FieldCode the_words{"words"};
const FieldCode story{"story"};

Answers with_rows(const std::vector<std::uint8_t>& numbers) {
  Answers answers;
  for (const auto number : numbers) answers.groups[dangers].push_back({row_id(number)});
  return answers;
}

std::vector<std::uint8_t> numbers_of(const Answers& answers) {
  std::vector<std::uint8_t> numbers;
  for (const auto& row : answers.rows(dangers)) numbers.push_back(row.id.bits().bytes().back());
  return numbers;
}

Answers applied(Answers answers, const std::vector<Change>& changes) {
  for (const auto& change : changes) REQUIRE(apply(answers, change) != Applied::Clash);
  return answers;
}

}  // namespace

TEST_CASE("what has not changed differs in nothing") {
  CHECK(rc::check([] {
    const auto answers = any_answers();
    RC_ASSERT(compare(answers, answers).empty());
  }));
}

TEST_CASE("a difference, applied, gives the other state") {
  CHECK(rc::check([] {
    const auto before = any_answers();
    const auto after = any_answers();
    RC_ASSERT(applied(before, compare(before, after)) == after);
  }));
}

TEST_CASE("a change goes through its text unharmed") {
  CHECK(rc::check([] {
    const auto before = any_answers();
    for (const auto& change : compare(before, any_answers())) {
      const auto again = parse_change(small_form(), change_text(change), Boxes::Refused);
      RC_ASSERT(again.has_value());
      RC_ASSERT(*again == change);
    }
  }));
}

TEST_CASE("merging with an unchanged side gives the other, without conflict") {
  CHECK(rc::check([] {
    const auto base = any_answers();
    const auto changed = any_answers();
    RC_ASSERT(merge(base, changed, base).answers == changed);
    RC_ASSERT(merge(base, base, changed).answers == changed);
    RC_ASSERT(merge(base, changed, base).conflicts.empty());
    RC_ASSERT(merge(base, changed, changed).conflicts.empty());
  }));
}

TEST_CASE("merging loses neither side's answer to a field that only one of them touched") {
  CHECK(rc::check([] {
    const auto base = any_answers();
    const auto mine = any_answers();
    const auto theirs = any_answers();
    const auto merged = merge(base, mine, theirs);
    for (const auto& section : small_form().sections)
      for (const auto& field : section.fields) {
        const FieldPath at{field.code, {}, {}};
        const auto text = [&](const Answers& answers) {
          const auto* found = find(answers, at);
          return found == nullptr ? std::string() : answer_json(*found).text();
        };
        const bool i_changed = text(mine) != text(base);
        const bool they_changed = text(theirs) != text(base);
        const bool conflict = i_changed && they_changed && text(mine) != text(theirs);
        const auto named = std::ranges::count_if(
            merged.conflicts, [&](const Conflict& one) { return one.mine.at == at; });
        RC_ASSERT(named == (conflict ? 1 : 0));
        RC_ASSERT(text(merged.answers) == (i_changed && !conflict ? text(mine) : text(theirs)));
      }
  }));
}

TEST_CASE("two writers on one field keep both texts") {
  Answers base;
  base.fields[story] = std::string("It rained.");
  auto mine = base;
  mine.fields[story] = std::string("It rained all day.");
  auto theirs = base;
  theirs.fields[story] = std::string("It rained hard.");
  const auto merged = merge(base, mine, theirs);
  REQUIRE(merged.conflicts.size() == 1);
  CHECK(merged.conflicts[0].mine.was == Answer{std::string("It rained.")});
  CHECK(merged.conflicts[0].mine.value == Answer{std::string("It rained all day.")});
  CHECK(merged.conflicts[0].theirs == Answer{std::string("It rained hard.")});
  CHECK(*merged.answers.find(story) == Answer{std::string("It rained hard.")});
}

TEST_CASE("a row that one takes out while the other writes in it is a conflict") {
  const auto base = with_rows({1, 2});
  auto mine = with_rows({1});
  auto theirs = base;
  theirs.groups[dangers][1].answers[FieldCode{"danger_what"}] = std::string("A fall");
  const auto taken_out = merge(base, mine, theirs);
  REQUIRE(taken_out.conflicts.size() == 1);
  CHECK(numbers_of(taken_out.answers) == std::vector<std::uint8_t>{1, 2});
  const auto written = merge(base, theirs, mine);
  REQUIRE(written.conflicts.size() == 1);
  CHECK(written.conflicts[0].mine.value == Answer{std::string("A fall")});
}

TEST_CASE("rows that both add are both kept") {
  const auto merged = merge(with_rows({1}), with_rows({1, 2}), with_rows({1, 3}));
  CHECK(merged.conflicts.empty());
  CHECK(numbers_of(merged.answers) == std::vector<std::uint8_t>{1, 2, 3});
}

TEST_CASE("moving one row among five is one change") {
  const auto changes = compare(with_rows({1, 2, 3, 4, 5}), with_rows({1, 5, 2, 3, 4}));
  REQUIRE(changes.size() == 1);
  CHECK(changes[0].kind == ChangeKind::RowMoved);
  CHECK(changes[0].after == row_id(1));
}

TEST_CASE("a change that was made already is not made twice") {
  Answers answers;
  const Change change{.at = {the_words, {}, {}}, .value = Answer{std::string("some")}};
  CHECK(apply(answers, change) == Applied::Done);
  CHECK(apply(answers, change) == Applied::Already);
  const Change late{.at = {the_words, {}, {}}, .value = Answer{std::string("other")}};
  CHECK(apply(answers, late) == Applied::Clash);
}
