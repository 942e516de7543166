#include "web/views/field_control.hpp"

#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "html/checkboxes.hpp"
#include "html/date_input.hpp"
#include "html/file_upload.hpp"
#include "html/input.hpp"
#include "html/radios.hpp"
#include "html/select.hpp"
#include "html/textarea.hpp"

namespace northlight::web::views {
namespace {

using namespace html;
using forms::FieldKind;

template <typename T>
const T* held(const FieldControl& control) {
  return control.answer == nullptr ? nullptr : std::get_if<T>(control.answer);
}

std::string text_held(const FieldControl& control) {
  if (const auto* text = held<std::string>(control)) return *text;
  if (const auto* whole = held<std::int64_t>(control)) return std::to_string(*whole);
  return {};
}

Label label(const FieldControl& control) {
  return {.text = control.field.label, .classes = "govuk-label--s"};
}

Fieldset legend(const FieldControl& control) {
  return {.legend = {.text = control.field.label, .classes = "govuk-fieldset__legend--s"}};
}

Hint hint(const FieldControl& control) { return {.text = control.field.hint}; }
ErrorMessage error(const FieldControl& control) { return {.text = control.error}; }

/// The reasons for having no answer, as boxes under a control of another kind.
Html reasons(const FieldControl& control) {
  if (control.field.no_answer.empty()) return {};
  Checkboxes boxes{
      .name = control.name + "-none",
      .fieldset = {.legend = {.text = "Or, if there is no answer", .classes = "nl-quiet"}},
      .id_prefix = control_id(control.name) + "-none",
      .classes = "govuk-checkboxes--small nl-no-answer"};
  const auto* given = held<forms::NoAnswer>(control);
  for (const auto reason : control.field.no_answer)
    boxes.items.push_back({.text = no_answer_words(reason),
                           .value = std::string(forms::code(reason)),
                           .checked = given != nullptr && *given == reason});
  return checkboxes(boxes);
}

Html one_line(const FieldControl& control) {
  Input field{.name = control.name,
              .label = label(control),
              .hint = hint(control),
              .error = error(control),
              .value = text_held(control),
              .id = control_id(control.name),
              .autocomplete = "off"};
  if (control.field.kind == FieldKind::WholeNumber) {
    field.inputmode = "numeric";
    field.classes = "govuk-input--width-5";
  }
  return input(field) + reasons(control);
}

Html paragraphs(const FieldControl& control) {
  return textarea({.name = control.name,
                   .label = label(control),
                   .hint = hint(control),
                   .error = error(control),
                   .value = text_held(control),
                   .id = control_id(control.name),
                   .rows = 6,
                   .spellcheck = true,
                   .autocomplete = "off"}) +
         reasons(control);
}

/// What was typed and is no date is given back as it was typed: "31/2/2026".
std::array<std::string, 3> date_parts(const FieldControl& control) {
  if (const auto* date = held<Date>(control))
    return {std::to_string(static_cast<unsigned>(date->day())),
            std::to_string(static_cast<unsigned>(date->month())),
            std::to_string(static_cast<int>(date->year()))};
  std::array<std::string, 3> parts;
  const auto typed = text_held(control);
  const auto all = split(typed, '/');
  for (std::size_t at = 0; at < std::min(all.size(), parts.size()); ++at)
    parts.at(at) = std::string(all[at]);
  return parts;
}

Html date(const FieldControl& control) {
  const auto typed = date_parts(control);
  auto parts = day_month_year(typed[0], typed[1], typed[2]);
  // The first part has the id that an error leads to.
  parts[0].id = control_id(control.name);
  return date_input({.id = control_id(control.name) + "-date",
                     .name_prefix = control.name,
                     .fieldset = legend(control),
                     .hint = hint(control),
                     .error = error(control),
                     .parts = parts}) +
         reasons(control);
}

/// One of a few: where there may be none, the reasons stand below the word
/// "or".
Html one_of(const FieldControl& control, std::vector<Radio> items, std::string value) {
  if (!control.field.no_answer.empty()) items.push_back({.divider = "or"});
  for (const auto reason : control.field.no_answer)
    items.push_back(
        {.text = no_answer_words(reason), .value = "none:" + std::string(forms::code(reason))});
  if (const auto* given = held<forms::NoAnswer>(control))
    value = "none:" + std::string(forms::code(*given));
  return radios({.name = control.name,
                 .fieldset = legend(control),
                 .hint = hint(control),
                 .error = error(control),
                 .items = std::move(items),
                 .value = std::move(value),
                 .id_prefix = control_id(control.name),
                 .classes = control.field.kind == FieldKind::YesNo ? "govuk-radios--inline"
                                                                   : "govuk-radios--small"});
}

Html choice(const FieldControl& control) {
  std::vector<Radio> items;
  for (const auto& option : control.field.options)
    items.push_back({.text = option.label, .value = option.code});
  return one_of(control, std::move(items), text_held(control));
}

Html yes_or_no(const FieldControl& control) {
  const auto* truth = held<bool>(control);
  return one_of(control, {{.text = "Yes", .value = "yes"}, {.text = "No", .value = "no"}},
                truth == nullptr ? ""
                : *truth         ? "yes"
                                 : "no");
}

Html choices(const FieldControl& control) {
  Checkboxes boxes{.name = control.name,
                   .fieldset = legend(control),
                   .hint = hint(control),
                   .error = error(control),
                   .id_prefix = control_id(control.name),
                   .classes = "govuk-checkboxes--small"};
  for (const auto& option : control.field.options)
    boxes.items.push_back({.text = option.label, .value = option.code});
  if (const auto* chosen = held<forms::Chosen>(control)) boxes.values = *chosen;
  return checkboxes(boxes) + reasons(control);
}

Html reference(const FieldControl& control) {
  Select list{.name = control.name,
              .label = label(control),
              .hint = hint(control),
              .error = error(control),
              .id = control_id(control.name)};
  const auto* nothing =
      control.unshown ? "Nothing can be chosen now" : "There is nothing to choose from yet";
  list.items.push_back({.text = control.choices.empty() ? nothing : "Choose one", .value = ""});
  for (const auto& row : control.choices)
    list.items.push_back({.text = row.label, .value = row.value});
  if (const auto* given = held<forms::RowReference>(control)) {
    list.value = reference_value(*given);
    const bool there = std::ranges::any_of(
        control.choices, [&](const auto& row) { return row.value == list.value; });
    if (!there) list.items.push_back({.text = "One that is no longer there", .value = list.value});
  }
  return select(list) + reasons(control);
}

Html upload(const FieldControl& control) {
  Html out;
  if (const auto* kept = held<forms::Upload>(control)) {
    out += element(
        "input",
        {{"type", "hidden"}, {"name", control.name}, {"value", kept->hash + "/" + kept->name}});
    out += element("p", {{"class", "govuk-body"}}, "Kept: ", element("strong", {}, kept->name));
    out += checkboxes({.name = control.name + "-remove",
                       .items = {{.text = "Take this file out", .value = "yes"}},
                       .id_prefix = control_id(control.name) + "-remove",
                       .classes = "govuk-checkboxes--small"});
  }
  return file_upload({.name = control.name,
                      .label = label(control),
                      .hint = hint(control),
                      .error = error(control),
                      .id = control_id(control.name),
                      .accept = ".pdf,.jpg,.jpeg,.png,.txt,.docx"}) +
         out + reasons(control);
}

}  // namespace

std::string_view no_answer_words(forms::NoAnswer reason) {
  switch (reason) {
    case forms::NoAnswer::Declined:
      return "They did not want to say";
    case forms::NoAnswer::NotKnown:
      return "Not known";
  }
  return {};
}

Html field_control(const FieldControl& control) {
  switch (control.field.kind) {
    case FieldKind::Text:
    case FieldKind::WholeNumber:
    case FieldKind::Person:
    case FieldKind::Agency:
      return one_line(control);
    case FieldKind::LongText:
      return paragraphs(control);
    case FieldKind::Date:
      return date(control);
    case FieldKind::YesNo:
      return yes_or_no(control);
    case FieldKind::Choice:
      return choice(control);
    case FieldKind::Choices:
      return choices(control);
    case FieldKind::Reference:
      return reference(control);
    case FieldKind::Upload:
      return upload(control);
  }
  return {};
}

}  // namespace northlight::web::views
