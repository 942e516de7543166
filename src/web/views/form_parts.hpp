#pragma once

#include <string>
#include <string_view>

#include "html/error_summary.hpp"
#include "html/html.hpp"

/// What forms of one or two questions share.
namespace northlight::web::views {

/// The summary at the top for the one thing that is wrong, leading to its field; nothing when
/// nothing is wrong.
inline html::Html problem_summary(std::string_view message, const char* field_address) {
  if (message.empty()) return {};
  html::ErrorSummary summary;
  summary.errors.push_back({.text = message, .href = html::Url(field_address)});
  return html::error_summary(summary);
}

inline html::Html hidden_field(std::string_view name, std::string_view value) {
  return html::element("input", {{"type", "hidden"}, {"name", name}, {"value", value}});
}

/// A form that is sent by POST and whose answers the server checks; whoever opens it closes it.
inline html::Html open_form(const html::Url& address) {
  html::Html form;
  form.open("form", {{"method", "post"}, {"action", address}, {"novalidate", true}});
  return form;
}

/// Two thirds of the page's width, as GOV.UK sets forms.
inline html::Html in_two_thirds(const html::Html& content) {
  return html::element("div", {{"class", "govuk-grid-row"}},
                       html::element("div", {{"class", "govuk-grid-column-two-thirds"}}, content));
}

}  // namespace northlight::web::views
