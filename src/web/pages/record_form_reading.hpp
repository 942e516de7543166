#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "casework/records.hpp"
#include "forms/answers.hpp"
#include "forms/form.hpp"
#include "web/fields.hpp"

namespace northlight::web {

/// A page of a form as it was sent. Every control of the form is on the page,
/// so what was not sent is empty.
struct TypedRecord {
  forms::Answers answers{};
  /// What could not be kept at all: characters that are none, an option that
  /// there is not. Each `where` is the path of a field.
  std::vector<Error> errors{};
};

/// Reads the controls that views::record_fields makes. A date or a number that
/// is none is kept as it was typed (forms::parse_answer); `validate` says what
/// is wrong with it.
TypedRecord read_record_form(const forms::Form& form, const Fields& sent);

/// Rows of a group, in the order in which they stood on the page.
std::vector<domain::RowId> sent_rows(const Fields& sent, const forms::FieldCode& group);

/// What a page's script sends while somebody types:
///
///     [{"id": "…", "field": "risks/<row>/risk_what", "was": …, "value": …}]
///
/// Invalid for anything else, and for more than 500 at once.
Result<std::vector<casework::SentChange>> read_sent_changes(std::string_view text);

/// Line ends as text has them; white space at the end is nobody's answer.
std::string plain_text(std::string typed);

}  // namespace northlight::web
