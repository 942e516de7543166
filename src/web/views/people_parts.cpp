#include "web/views/people_parts.hpp"

#include <algorithm>

#include "html/error_summary.hpp"
#include "web/paths.hpp"
#include "web/views/form_parts.hpp"

namespace northlight::web::views {

using namespace html;

TypedDay TypedDay::of(Date date) {
  return {std::to_string(static_cast<unsigned>(date.day())),
          std::to_string(static_cast<unsigned>(date.month())),
          std::to_string(static_cast<int>(date.year()))};
}

Html people_heading(std::string_view text) {
  return element("h1", {{"class", "govuk-heading-l"}}, text);
}

std::string days_words(const store::RoleRow& role) {
  if (!role.until) return "From " + words(role.from);
  if (role.from == *role.until) return "On " + words(role.from);
  return words(role.from) + " to " + words(*role.until);
}

Html wrong_summary(const Wrong& wrong) {
  if (wrong.empty()) return {};
  ErrorSummary summary;
  const std::string address = wrong.field.empty() ? "" : "#" + wrong.field;
  summary.errors.push_back({.text = wrong.message, .href = Url(address)});
  return error_summary(summary);
}

ErrorMessage wrong_with(const Wrong& wrong, std::string_view field) {
  if (wrong.empty() || wrong.field != field) return {};
  return {.text = wrong.message};
}

TypedDay typed_day(const Fields& sent, const std::string& name) {
  return {sent.text(name + "-day"), sent.text(name + "-month"), sent.text(name + "-year")};
}

Html day_field(std::string_view name, std::string_view legend, std::string_view hint,
               const TypedDay& typed, const Wrong& wrong) {
  DateInput field;
  field.id = name;
  field.name_prefix = name;
  field.fieldset.legend = {.text = legend, .classes = "govuk-fieldset__legend--s"};
  field.hint.text = hint;
  field.parts = day_month_year(typed.day, typed.month, typed.year);
  // The summary's link leads to the first part.
  field.parts.front().id = name;
  field.id = std::string(name) + "-date";
  field.error = wrong_with(wrong, name);
  return date_input(field);
}

std::vector<SelectItem> role_choices(const accounts::Policy& policy,
                                     const store::Organisation& organisation,
                                     std::string_view first) {
  std::vector<SelectItem> items{{.text = std::string(first), .value = ""}};
  for (const auto& role : policy.roles()) {
    const bool is_held_there = std::ranges::find(role.at, code(organisation.kind)) != role.at.end();
    if (!role.by_link && is_held_there) items.push_back({.text = role.title, .value = role.code});
  }
  return items;
}

std::vector<SelectItem> team_choices(const casework::Workplace& workplace, std::string_view first) {
  std::vector<SelectItem> items{{.text = std::string(first), .value = ""}};
  for (const auto& team : workplace.teams)
    items.push_back({.text = team.name, .value = team.id.text()});
  return items;
}

Html post_form(const Url& address, std::string_view token) {
  Html out;
  out.open("form", {{"method", "post"}, {"action", address}, {"novalidate", ""}});
  return out + form_token(token);
}

std::vector<Crumb> under_people() { return {{"People", paths::people()}}; }

std::vector<Crumb> under_person(const store::Person& person) {
  return {{"People", paths::people()}, {person.name, paths::person(person.id.text())}};
}

Html person_form_page(const Shell& shell, const std::string& title, const store::Person& person,
                      const Wrong& wrong, const Html& main) {
  return page(shell,
              {.title = title,
               .section = Section::People,
               .breadcrumbs = under_person(person),
               .has_errors = !wrong.empty()},
              in_two_thirds(main));
}

}  // namespace northlight::web::views
