#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "forms/answers.hpp"
#include "forms/form.hpp"
#include "html/html.hpp"

/// The one renderer of every form in forms/: a control for each kind of field,
/// repeating groups and references. A control is named by the path of its field
/// (forms::FieldPath), so what comes back is read by
/// web/pages/record_form_reading.hpp without a table in between.
namespace northlight::web::views {

/// A row that a reference may point at.
struct RowChoice {
  std::string value;  ///< "<row>", or "<record>/<row>" of another record.
  std::string label;  ///< "Risk 2: Retaliation near the park"
};

/// What the fields show.
struct RecordFields {
  const forms::Form& form;
  const forms::Answers& answers;
  std::vector<Error> errors{};  ///< Their `where` is the path of a field.
  std::map<forms::FieldCode, std::vector<RowChoice>> choices{};  ///< By the field that refers.
  /// By the field that refers: what records are called whose rows cannot be shown.
  std::map<forms::FieldCode, std::vector<std::string>> unshown{};
  /// What an answer is called that points at such a row, by reference_value.
  std::map<std::string, std::string, std::less<>> unshown_rows{};

  const Error* error_at(std::string_view path) const;
};

/// The id of the first control of a field, so that an error may lead to it.
std::string control_id(std::string_view path);

/// The part of a reference's control that names a row.
std::string reference_value(const forms::RowReference& reference);

/// All sections of the form, without the form element around them.
html::Html record_fields(const RecordFields& model);

/// The summary of the errors, each leading to its field; nothing where there
/// are none.
html::Html record_errors(const RecordFields& model);

}  // namespace northlight::web::views
