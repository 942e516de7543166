#pragma once

#include <string>

#include "forms/answers.hpp"
#include "forms/compare.hpp"
#include "forms/form.hpp"

namespace northlight::forms {

/// An answer as people read it: options by their labels, dates in words, "They did not want to
/// say", "Not known". A reference is said by `row_words` of the row that it points at; here it is
/// empty.
std::string answer_words(const Field& field, const Answer& answer);

/// A row as people tell it from the others: "Risk 2: a fight on the way home". Long texts are cut
/// at a word. Empty when there is no such row.
std::string row_words(const Group& group, const Answers& answers, domain::RowId row);

/// What a path is called: "How likely is it? (Risk 2)". The answers say which number the row has.
std::string path_words(const Form& form, const Answers& answers, const FieldPath& at);

/// The field of a form that a path names, in a group or not; null where there is none.
const Field* field_at(const Form& form, const FieldPath& at);

}  // namespace northlight::forms
