#pragma once

#include <cstdint>
#include <vector>

#include "base/date.hpp"
#include "base/result.hpp"
#include "forms/answers.hpp"
#include "forms/form.hpp"

namespace northlight::forms {

/// What the answers are wanted for. A draft is never refused: what was typed is kept.
enum class Purpose : std::uint8_t { Save, Sign };

/// Everything that stands in the way, in the form's order: `where` is the path of the field, the
/// message says what to do. Empty when nothing does. A quick record is signed by saving, so saving
/// it asks for all that signing asks for. Saving takes a day to come in a field that is `past`, and
/// signing refuses it: `today` is the day on which that happens, in London. Versions that exist are
/// never asked again.
std::vector<Error> validate(const Form& form, const Answers& answers, Purpose purpose, Date today);

}  // namespace northlight::forms
