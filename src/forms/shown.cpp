#include "forms/shown.hpp"

#include <algorithm>

namespace northlight::forms {
namespace {

bool names(const Condition& condition, const Answer& answer) {
  const auto named = [&](std::string_view code) {
    return std::ranges::find(condition.is, code) != condition.is.end();
  };
  if (const auto* truth = std::get_if<bool>(&answer)) return named(*truth ? "yes" : "no");
  if (const auto* text = std::get_if<std::string>(&answer)) return named(*text);
  if (const auto* chosen = std::get_if<Chosen>(&answer)) return std::ranges::any_of(*chosen, named);
  return false;
}

const Group* group_of(const Form& form, const Field& field) {
  for (const auto& section : form.sections)
    for (const auto& group : section.groups)
      if (group.find(field.code) != nullptr) return &group;
  return nullptr;
}

bool holds(const Form& form, const Answers& answers, const std::optional<Condition>& condition,
           const Group* group, const Row* row) {
  if (!condition) return true;
  const Answer* answer = nullptr;
  const auto* looked_at =
      group != nullptr && row != nullptr ? group->find(condition->field) : nullptr;
  if (looked_at != nullptr) {
    const auto at = row->answers.find(condition->field);
    if (at != row->answers.end()) answer = &at->second;
  } else {
    looked_at = form.find_field(condition->field);
    answer = answers.find(condition->field);
    row = nullptr;
  }
  return looked_at != nullptr && answer != nullptr && names(*condition, *answer) &&
         is_shown(form, answers, *looked_at, row);
}

}  // namespace

bool is_shown(const Form& form, const Answers& answers, const Field& field, const Row* row) {
  return holds(form, answers, field.shown_when, row == nullptr ? nullptr : group_of(form, field),
               row);
}

bool is_shown(const Form& form, const Answers& answers, const Group& group) {
  return holds(form, answers, group.shown_when, nullptr, nullptr);
}

}  // namespace northlight::forms
