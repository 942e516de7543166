#include "html/date_input.hpp"

#include <algorithm>

namespace northlight::html {
namespace {

bool contains(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

bool is_wrong(const DatePart& part) {
  return part.error.value_or(false) || contains(part.classes, "govuk-input--error");
}

std::string capitalised(std::string text) {
  if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 32);
  return text;
}

Html part_of(const DateInput& parameters, const DatePart& part, bool one_is_wrong) {
  const bool wrong =
      is_wrong(part) || (part.error.value_or(true) && !parameters.error.empty() && !one_is_wrong);
  const bool says_so = contains(part.classes, "govuk-input--error");
  const auto width = "govuk-input--width-" + std::to_string(part.width);
  const auto prefix = parameters.name_prefix.empty() ? "" : parameters.name_prefix + "-";
  return element(
      "div", {{"class", "govuk-date-input__item"}},
      input({.name = prefix + part.name,
             .label = {.text = part.label.empty() ? capitalised(part.name) : part.label,
                       .classes = "govuk-date-input__label"},
             .value = part.value,
             .id = part.id.empty() ? parameters.id + "-" + part.name : part.id,
             .inputmode = part.inputmode,
             .autocomplete = part.autocomplete,
             .pattern = part.pattern,
             .classes = classes(
                 {"govuk-date-input__input", wrong && !says_so ? "govuk-input--error" : "",
                  contains(part.classes, "govuk-input--width-") ? "" : width, part.classes}),
             .attributes = part.attributes}));
}

}  // namespace

std::vector<DatePart> day_month_year() {
  return {{.name = "day"}, {.name = "month"}, {.name = "year", .width = 4}};
}

std::vector<DatePart> day_month_year(std::string day, std::string month, std::string year) {
  return {{.name = "day", .value = std::move(day)},
          {.name = "month", .value = std::move(month)},
          {.name = "year", .value = std::move(year), .width = 4}};
}

Html date_input(const DateInput& parameters) {
  auto described_by = parameters.fieldset.described_by;
  auto content = hint_and_error(parameters.hint, parameters.error, parameters.id, described_by);

  const bool one_is_wrong = std::ranges::any_of(parameters.parts, is_wrong);
  Attributes attributes{{"class", classes({"govuk-date-input", parameters.classes})}};
  attributes.add(parameters.attributes);
  if (!parameters.id.empty()) attributes.add({"id", parameters.id});
  content +=
      element("div", attributes, parameters.form_group.before_input,
              each(parameters.parts,
                   [&](const DatePart& part) { return part_of(parameters, part, one_is_wrong); }),
              parameters.form_group.after_input);

  if (!parameters.fieldset.empty()) {
    // As a group its description is read out; a plain fieldset's is not by all screen readers.
    auto own = parameters.fieldset;
    own.described_by = described_by;
    own.role = "group";
    own.content = content;
    content = fieldset(own);
  }
  return form_group(parameters.form_group, !parameters.error.empty(), content);
}

}  // namespace northlight::html
