#include "html/button.hpp"
#include "html/input.hpp"
#include "html/inset_text.hpp"
#include "web/views/form_parts.hpp"
#include "web/views/sign_in_view.hpp"
#include "web/views/words.hpp"

namespace northlight::web::views {
namespace {

using namespace html;

/// Dark squares as runs along each row, on white, with the quiet margin that readers need.
Html drawing(const platform::QrCode& code) {
  constexpr int margin = 4;
  const int side = code.size + 2 * margin;
  std::string path;
  for (int row = 0; row < code.size; ++row)
    for (int column = 0; column < code.size; ++column) {
      if (!code.is_dark(row, column)) continue;
      int end = column;
      while (end < code.size && code.is_dark(row, end)) ++end;
      const auto length = std::to_string(end - column);
      path += "M" + std::to_string(column + margin) + " " + std::to_string(row + margin) + "h" +
              length + "v1h-" + length + "z";
      column = end;
    }
  const auto box = "0 0 " + std::to_string(side) + " " + std::to_string(side);
  return element("svg",
                 {{"class", "nl-qr"},
                  {"viewBox", box},
                  {"role", "img"},
                  {"aria-label", "QR code for your authenticator app"},
                  {"shape-rendering", "crispEdges"}},
                 element("rect", {{"width", side}, {"height", side}, {"fill", "#ffffff"}}),
                 element("path", {{"d", path}, {"fill", "#0b0c0c"}}));
}

Html steps(const FactorForm& form) {
  Html out;
  out += section_heading("scan", "1. Add Northlight to your authenticator app");
  out += paragraph(
      "Open an authenticator app on your phone, such as the one that your service gave "
      "you or one from your phone’s store. Choose to add an account and point the "
      "camera at this square.");
  out += drawing(form.code);
  out += paragraph(
      "If you cannot scan it, choose to enter a key by hand, and type these letters and figures:");
  out += element("p", {{"class", "govuk-body nl-key"}}, element("code", {}, form.key));
  return out;
}

}  // namespace

Html second_factor_page(const Shell& shell, const FactorForm& form) {
  const auto* title = form.is_another ? "Change your authenticator app" : "Set up a second factor";
  Html main = problem_summary(form.error, "#code");
  main += element("h1", {{"class", "govuk-heading-l"}}, title);
  main += paragraph(
      form.is_another
          ? "The app that you use now works until you have entered a code from the new one."
          : "Northlight holds information about children. So besides your password, you sign in "
            "with a code from an app on your phone. You do this once.");
  main += steps(form);
  main += section_heading("confirm", "2. Enter the code that it shows");
  main.open("form", {{"method", "post"}, {"action", form.action}, {"novalidate", true}});
  main += form_token(form.form_token);
  main += hidden_field("next", form.next);
  Input field{.name = "code",
              .label = {.text = "Code of 6 figures"},
              .hint = {.text = "It changes every half minute."},
              .inputmode = "numeric",
              .autocomplete = "one-time-code",
              .spellcheck = false,
              .classes = "govuk-input--width-5 govuk-input--extra-letter-spacing"};
  if (!form.error.empty()) field.error.text = form.error;
  main += input(field);
  main += button({.text = "Continue", .prevent_double_click = true});
  main.close("form");
  return page(shell,
              {.title = title,
               .section = form.is_another ? Section::Account : Section::None,
               .has_errors = !form.error.empty()},
              in_two_thirds(main));
}

}  // namespace northlight::web::views
