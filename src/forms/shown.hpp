#pragma once

#include "forms/answers.hpp"
#include "forms/form.hpp"

namespace northlight::forms {

/// Whether a question is put, given the answers so far: its condition holds, and what the condition
/// looks at is itself shown. `row` is the row that the field stands in, if it stands in one. What
/// is not shown keeps its answer, is not asked for and is not projected.
bool is_shown(const Form& form, const Answers& answers, const Field& field,
              const Row* row = nullptr);
bool is_shown(const Form& form, const Answers& answers, const Group& group);

}  // namespace northlight::forms
