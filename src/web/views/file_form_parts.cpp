#include "web/views/file_form_parts.hpp"

#include <array>

#include "html/button.hpp"
#include "html/textarea.hpp"
#include "web/child_paths.hpp"
#include "web/views/record_parts.hpp"

namespace northlight::web::views {

using namespace html;

Html form_page(const Shell& shell, const FileForm& form, const std::string& heading,
               const Html& content) {
  Html main = wrong_summary(form.wrong) + file_bar(form.place);
  main += element("h1", {{"class", "govuk-heading-l"}}, heading) + content;
  auto head = head_of(form.place, heading);
  head.has_errors = !form.wrong.empty();
  return page(shell, head, main);
}

Html line_box(const Fields& typed, const Wrong& wrong, const char* name, const char* label,
              const char* hint) {
  return input({.name = name,
                .label = {.text = label, .classes = "govuk-label--s"},
                .hint = {.text = hint},
                .error = wrong_with(wrong, name),
                .value = typed.text(name),
                .id = name,
                .autocomplete = "off",
                .spellcheck = false,
                .classes = "govuk-input--width-20"});
}

Html lines_box(const Fields& typed, const Wrong& wrong, const char* name, const char* label,
               const char* hint) {
  return textarea({.name = name,
                   .label = {.text = label, .classes = "govuk-label--s"},
                   .hint = {.text = hint},
                   .error = wrong_with(wrong, name),
                   .value = typed.text(name),
                   .rows = 3,
                   .autocomplete = "off"});
}

Html list_box(const Fields& typed, const Wrong& wrong, const char* name, const char* label,
              std::vector<SelectItem> items, const char* hint) {
  return select({.name = name,
                 .label = {.text = label, .classes = "govuk-label--s"},
                 .hint = {.text = hint},
                 .error = wrong_with(wrong, name),
                 .items = std::move(items),
                 .value = typed.text(name),

                 .id = name});
}

Html day_box(const Fields& typed, const Wrong& wrong, const char* name, const char* legend,
             const char* hint) {
  return day_field(name, legend, hint, typed_day(typed, name), wrong);
}

Html name_boxes(const Fields& typed, const Wrong& wrong) {
  return line_box(typed, wrong, "given_names", "Given names") +
         line_box(typed, wrong, "family_name", "Family name") +
         line_box(typed, wrong, "known_as", "What do they like to be called?",
                  "Leave empty if it is their given name.") +
         day_box(typed, wrong, "born_on", "Date of birth",
                 "For example, 27 3 2010. Leave empty if it is not known yet.");
}

Html opened_box(const Fields& typed, const Wrong& wrong) {
  return day_box(typed, wrong, "opened_on", "From which day?");
}

Html case_boxes(const Fields& typed, const Wrong& wrong) {
  std::vector<SelectItem> kinds{{.text = "Choose", .value = ""}};
  for (std::size_t i = 0; i < domain::case_kind_count; ++i) {
    const auto kind = static_cast<domain::CaseKind>(i);
    if (kind != domain::CaseKind::Victim)
      kinds.push_back(
          {.text = std::string(domain::words(kind)), .value = std::string(domain::code(kind))});
  }
  return list_box(typed, wrong, "kind", "Why does the service work with them?", std::move(kinds)) +
         opened_box(typed, wrong);
}

Html worker_boxes(const Fields& typed, const Wrong& wrong, const std::vector<store::Team>& teams,
                  const std::vector<store::Person>& people) {
  std::vector<SelectItem> of_team{{.text = "Choose", .value = ""}};
  for (const auto& team : teams) of_team.push_back({.text = team.name, .value = team.id.text()});
  return list_box(typed, wrong, "team", "Which team?", std::move(of_team)) +
         list_box(typed, wrong, "person", "Who?", people_choices(people, "Nobody yet"));
}

std::vector<SelectItem> people_choices(const std::vector<store::Person>& people,
                                       std::string_view first) {
  std::vector<SelectItem> items{{.text = std::string(first), .value = ""}};
  for (const auto& person : people)
    items.push_back({.text = person.name, .value = person.id.text()});
  return items;
}

Html buttons(const char* words, const Url& back, const char* back_words) {
  return element("div", {{"class", "govuk-button-group"}}, button({.text = words}),
                 element("a", {{"class", "govuk-link"}, {"href", back}}, back_words));
}

}  // namespace northlight::web::views
