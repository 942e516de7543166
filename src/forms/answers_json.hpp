#pragma once

#include <string>

#include "base/json.hpp"
#include "base/result.hpp"
#include "forms/answers.hpp"
#include "forms/form.hpp"

namespace northlight::forms {

/// Whether a text may hold sealed answers: what the database kept may, what a browser sends never.
enum class Boxes : std::uint8_t { Refused, Allowed };

Json answer_json(const Answer& answer);

/// Fields and groups by code, rows in their order: the same answers always give the same text.
///
///     {"seen_on": "2026-11-20", "risks": [{"row": "<id>", "answers": {"kind": "others"}}]}
Json answers_json(const Answers& answers);

/// Reads one answer strictly. A date or a number may stand there as it was typed so far ("31/2"):
/// that is kept as text, and `validate` says what is wrong with it.
Result<Answer> parse_answer(const Field& field, const Json& json, Boxes boxes);

/// Reads the answers of one form strictly: refuses a field or option that the form does not have,
/// a value of another kind, a row without an id or with one that another row has, empty text.
Result<Answers> parse_answers(const Form& form, const Json& json, Boxes boxes);

}  // namespace northlight::forms
