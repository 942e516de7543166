#pragma once

#include <cstdio>
#include <cstdlib>
#include <string>

#include "forms/parse_form.hpp"

/// A small form for tests and fuzzers: every kind of field, a group, conditions, projections. It is
/// unlike the real ones on purpose.
namespace northlight::forms {

inline FormFile small_form_file() {
  return {"small.toml", R"(id = "small"
edition = 1
title = "A small form"
summary = "For tests."
in_force_from = 2020-01-01
status = "unverified"
source = "Invented"
effective_on = "day"

[[sections]]
id = "first"
title = "First"
fields = [
  { id = "day", label = "Which day?", kind = "date", need = "to-sign", past = true },
  { id = "words", label = "Which words?", kind = "text", need = "to-save", longest = 20 },
  { id = "story", label = "Which story?", kind = "long-text", no_answer = ["declined", "not-known"] },
  { id = "count", label = "How many?", kind = "whole-number", least = 1, most = 9 },
  { id = "agreed", label = "Agreed?", kind = "yes-no" },
  { id = "why_not", label = "Why not?", kind = "text", need = "to-sign", shown_when = { field = "agreed", is = ["no"] } },
  { id = "colour", label = "Which colour?", kind = "choice", options = [{ id = "red", label = "Red" }, { id = "blue", label = "Blue" }] },
  { id = "shade", label = "Which shade?", kind = "text", shown_when = { field = "colour", is = ["blue"] } },
  { id = "tools", label = "Which tools?", kind = "choices", options = [{ id = "saw", label = "Saw" }, { id = "axe", label = "Axe" }, { id = "pen", label = "Pen" }] },
  { id = "secret", label = "Which secret?", kind = "text", sealed = true },
  { id = "paper", label = "Which paper?", kind = "upload" },
]

[[sections.groups]]
id = "dangers"
label = "Dangers"
row_label = "Danger"
at_least = 1
fields = [
  { id = "danger_kind", label = "Of which kind?", kind = "choice", options = [{ id = "others", label = "Others" }, { id = "child", label = "Child" }] },
  { id = "danger_what", label = "What?", kind = "long-text", need = "to-sign" },
  { id = "danger_who", label = "Who?", kind = "person", need = "to-sign", shown_when = { field = "danger_kind", is = ["others"] } },
]

[[sections.groups]]
id = "answers"
label = "Answers"
row_label = "Answer"
fields = [
  { id = "answer_to", label = "To which danger?", kind = "reference", refers_to = { group = "dangers" } },
  { id = "answer_what", label = "What is done?", kind = "text" },
]

[[projections]]
to = "risk"
from = "dangers"
columns = { kind = "danger_kind", description = "danger_what", who = "danger_who" }

[[projections]]
to = "contingency"
from = "answers"
columns = { risk = "answer_to", action = "answer_what" }

[[projections]]
to = "deadline"
columns = { due_on = "day", what = "words" }
)"};
}

/// The day on which tests and fuzzers hold its answers against it.
inline constexpr Date small_form_today{std::chrono::year(2026), std::chrono::November,
                                       std::chrono::day(23)};

inline const Form& small_form() {
  static const auto forms = [] {
    const FormFile file = small_form_file();
    auto reading = parse_forms({&file, 1});
    for (const auto& problem : reading.problems)
      std::fprintf(stderr, "%s: %s\n", problem.where.c_str(), problem.message.c_str());
    if (!reading.forms) std::abort();
    return *std::move(reading.forms);
  }();
  return forms.all().front();
}

/// Row ids for tests: 1, 2, 3 …
inline domain::RowId row_id(std::uint8_t number) {
  IdBits::Bytes bytes{};
  bytes.back() = number;
  return domain::RowId{IdBits{bytes}};
}

}  // namespace northlight::forms
