#pragma once

#include <rapidcheck.h>

#include <numeric>

#include "forms/small_form.hpp"

/// Answers to the small form as rapidcheck makes them up. For tests alone.
namespace northlight::forms {

inline std::optional<Answer> any_answer(const Field& field) {
  if (*rc::gen::inRange(0, 3) == 0) return std::nullopt;
  if (!field.no_answer.empty() && *rc::gen::inRange(0, 5) == 0)
    return Answer{field.no_answer.back()};
  switch (field.kind) {
    case FieldKind::Date:
      return Answer{add_days(Date{std::chrono::year{2026} / 1 / 1}, *rc::gen::inRange(0, 400))};
    case FieldKind::WholeNumber:
      return Answer{std::int64_t{*rc::gen::inRange(1, 9)}};
    case FieldKind::YesNo:
      return Answer{*rc::gen::arbitrary<bool>()};
    case FieldKind::Choice:
      return Answer{(*rc::gen::elementOf(field.options)).code};
    case FieldKind::Choices: {
      Chosen chosen;
      for (const auto& option : field.options)
        if (*rc::gen::arbitrary<bool>()) chosen.push_back(option.code);
      if (chosen.empty()) return std::nullopt;
      return Answer{chosen};
    }
    case FieldKind::Reference:
      return Answer{
          RowReference{.row = row_id(static_cast<std::uint8_t>(*rc::gen::inRange(1, 5)))}};
    case FieldKind::Upload:
      return Answer{Upload{std::string(64, *rc::gen::element('a', 'b', '0')), "letter.pdf"}};
    case FieldKind::Text:
    case FieldKind::LongText:
    case FieldKind::Person:
    case FieldKind::Agency:
      break;
  }
  return Answer{
      *rc::gen::element<std::string>("one", "two", "ein hafan\nni", "\"quoted\"", "\u2019")};
}

inline Row any_row(const Group& group, std::uint8_t number) {
  Row row{row_id(number)};
  for (const auto& field : group.fields)
    if (auto answer = any_answer(field)) row.answers.emplace(field.code, *std::move(answer));
  return row;
}

inline Answers any_answers() {
  Answers answers;
  for (const auto& section : small_form().sections) {
    for (const auto& field : section.fields)
      if (auto answer = any_answer(field)) answers.fields.emplace(field.code, *std::move(answer));
    for (const auto& group : section.groups) {
      // Some of the row ids 1 to 6, in any order.
      std::vector<std::uint8_t> numbers{1, 2, 3, 4, 5, 6};
      std::vector<Row> rows;
      while (!numbers.empty() && *rc::gen::inRange(0, 4) != 0) {
        const auto at = *rc::gen::inRange<std::size_t>(0, numbers.size());
        rows.push_back(any_row(group, numbers[at]));
        numbers.erase(numbers.begin() + static_cast<std::ptrdiff_t>(at));
      }
      if (!rows.empty()) answers.groups.emplace(group.code, std::move(rows));
    }
  }
  return answers;
}

}  // namespace northlight::forms
