#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "html/date_input.hpp"
#include "html/input.hpp"
#include "html/select.hpp"
#include "web/fields.hpp"
#include "web/views/people_view.hpp"

/// What the pages about people share among themselves.
namespace northlight::web::views {

html::Html people_heading(std::string_view text);

/// "From 1 June 2026", "1 June 2026 to 3 July 2026".
std::string days_words(const store::RoleRow& role);

/// The error summary, leading to the field; nothing when nothing is wrong.
html::Html wrong_summary(const Wrong& wrong);

/// The message, if it belongs to that field.
html::ErrorMessage wrong_with(const Wrong& wrong, std::string_view field);

/// A day of three fields, as they were sent.
TypedDay typed_day(const Fields& sent, const std::string& name);

html::Html day_field(std::string_view name, std::string_view legend, std::string_view hint,
                     const TypedDay& typed, const Wrong& wrong);

/// Roles that staff of such an organisation can hold, by title.
std::vector<html::SelectItem> role_choices(const accounts::Policy& policy,
                                           const store::Organisation& organisation,
                                           std::string_view first);
std::vector<html::SelectItem> team_choices(const casework::Workplace& workplace,
                                           std::string_view first);

/// <form method="post"> with the hidden token; close it with `close("form")`.
html::Html post_form(const html::Url& address, std::string_view token);

std::vector<Crumb> under_people();
std::vector<Crumb> under_person(const store::Person& person);

/// The page of a form about one person, which `main` holds.
html::Html person_form_page(const Shell& shell, const std::string& title,
                            const store::Person& person, const Wrong& wrong,
                            const html::Html& main);

}  // namespace northlight::web::views
