#include "forms/project.hpp"

#include <algorithm>

#include "forms/shown.hpp"

namespace northlight::forms {
namespace {

bool fits(FieldKind kind, const Answer& answer) {
  if (kind == FieldKind::Date) return std::holds_alternative<Date>(answer);
  if (kind == FieldKind::Reference) return std::holds_alternative<RowReference>(answer);
  return std::holds_alternative<std::string>(answer);
}

// The answer that fills a column: of the row's field, or of the record's where the row has none.
const Answer* answer_for(const Form& form, const Answers& answers, const Group* group,
                         const Row* row, const FieldCode& code) {
  const Field* field = group == nullptr ? nullptr : group->find(code);
  const Answer* answer = nullptr;
  if (field != nullptr) {
    const auto at = row->answers.find(code);
    if (at != row->answers.end()) answer = &at->second;
  } else {
    field = form.find_field(code);
    answer = answers.find(code);
    row = nullptr;
  }
  if (field == nullptr || answer == nullptr || field->sealed || !fits(field->kind, *answer) ||
      !is_shown(form, answers, *field, row))
    return nullptr;
  return answer;
}

std::optional<ProjectedRow> row_of(const Form& form, const Answers& answers,
                                   const Projecting& projecting, const Group* group,
                                   const Row* row) {
  ProjectedRow made{.to = projecting.to};
  if (row != nullptr) made.row = row->id;
  for (const auto& [column, field] : projecting.columns)
    if (const auto* answer = answer_for(form, answers, group, row, field))
      made.columns.emplace(column, *answer);
  for (const auto& [column, words] : projecting.fixed) made.columns.emplace(column, Answer{words});
  for (const auto& column : columns_of(projecting.to))
    if (column.needed && !made.columns.contains(column.name)) return std::nullopt;
  return made;
}

}  // namespace

std::vector<ProjectedRow> project(const Form& form, const Answers& answers) {
  std::vector<ProjectedRow> made;
  const auto take = [&](std::optional<ProjectedRow> row) {
    if (row) made.push_back(*std::move(row));
  };
  for (const auto& projecting : form.projecting) {
    if (!projecting.from) {
      take(row_of(form, answers, projecting, nullptr, nullptr));
      continue;
    }
    const auto* group = form.find_group(*projecting.from);
    if (group == nullptr || !is_shown(form, answers, *group)) continue;
    for (const auto& row : answers.rows(*projecting.from))
      take(row_of(form, answers, projecting, group, &row));
  }
  return made;
}

}  // namespace northlight::forms
