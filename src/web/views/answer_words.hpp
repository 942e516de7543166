#pragma once

#include <map>
#include <string>
#include <vector>

#include "forms/answers.hpp"
#include "forms/compare.hpp"
#include "forms/form.hpp"
#include "html/html.hpp"
#include "web/child_paths.hpp"
#include "web/views/record_fields.hpp"

namespace northlight::web::views {

/// What rows are called, by what a reference to them is
/// (views::reference_value).
using RowNames = std::map<std::string, std::string, std::less<>>;

/// The names of the rows of these answers: "Risk 2: Retaliation near the park".
RowNames row_names(const forms::Form& form, const forms::Answers& answers);

/// An answer as it is read. Nothing there reads "Not answered yet".
/// A document that was sent in leads to it where the file is given.
html::Html answer_words(const forms::Field& field, const forms::Answer* answer,
                        const RowNames& rows, const std::optional<FileAddress>& file = {});

/// The sections of a form with their answers, for reading and for print. What
/// is not asked, given the answers, is left out unless something stands there.
html::Html answers_view(const forms::Form& form, const forms::Answers& answers,
                        const RowNames& rows, const std::optional<FileAddress>& file = {});

/// The field that a path leads to; null for a row or a group.
const forms::Field* field_at(const forms::Form& form, const forms::FieldPath& path);

/// What a path is called: "Risk 2: What could happen, when and how?".
std::string place_words(const forms::Form& form, const forms::Answers& answers,
                        const forms::FieldPath& path);

}  // namespace northlight::web::views
