#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "forms/answers.hpp"
#include "forms/form.hpp"

namespace northlight::forms {

/// One row of a typed table. A column that has no answer, or one of another kind than the column
/// takes ("not known", a date half typed), is not in it.
struct ProjectedRow {
  Projection to = Projection::Risk;
  std::optional<domain::RowId> row{};  ///< Of the group that it came from.
  std::map<std::string, Answer, std::less<>> columns{};

  friend bool operator==(const ProjectedRow&, const ProjectedRow&) = default;
};

/// What the answers come to in the typed tables: of a draft and of a signed version alike. A row
/// that lacks a needed column is left out. Nothing that is hidden or sealed comes through.
std::vector<ProjectedRow> project(const Form& form, const Answers& answers);

}  // namespace northlight::forms
