#include "html/button.hpp"
#include "html/input.hpp"
#include "html/inset_text.hpp"
#include "web/paths.hpp"
#include "web/views/account_view.hpp"
#include "web/views/form_parts.hpp"
#include "web/views/words.hpp"

namespace northlight::web::views {
namespace {

using namespace html;

Html explanation() {
  return paragraph(
             "People sometimes open the file of somebody who lives near them. If you say where "
             "you live, the auditor of the log sees when you open the file of a child at your "
             "address or in your postcode, and that they may be a neighbour. It protects the "
             "children who live near you, and you.") +
         paragraph(
             "It serves for that and for nothing else. What you type is turned into a fingerprint "
             "at once and is not kept: nobody can read your address from it, neither your manager "
             "nor whoever looks after the system. You need not give it.");
}

Html box(const HomeAddressForm& form, const char* name, const char* label, const char* hint,
         const std::string& typed) {
  return input({.name = name,
                .label = {.text = label, .classes = "govuk-label--s"},
                .hint = {.text = hint},
                .error = {.text = form.wrong_field == name ? form.wrong : std::string()},
                .value = typed,
                .id = name,
                .autocomplete = "off",
                .spellcheck = false,
                .classes = "govuk-input--width-10"});
}

Html take_away(const HomeAddressForm& form) {
  if (form.given_on.empty()) return {};
  return element("form", {{"method", "post"}, {"action", paths::account_address()}},
                 form_token(form.form_token), hidden_field("do", "take-away"),
                 button({.text = "Take it away", .classes = "govuk-button--secondary"}));
}

}  // namespace

Html home_address_page(const Shell& shell, const HomeAddressForm& form) {
  Html main = problem_summary(form.wrong, form.wrong_field == "house" ? "#house" : "#postcode");
  main += element("h1", {{"class", "govuk-heading-l"}}, "Your own address");
  main += explanation();
  if (!form.given_on.empty())
    main += inset_text({.text = "You gave it on " + form.given_on +
                                ". If you have moved, give the new one: it takes its place."});
  main += element(
      "form", {{"method", "post"}, {"action", paths::account_address()}, {"novalidate", true}},
      form_token(form.form_token),
      box(form, "postcode", "Postcode", "For example, XX1 2AB", form.postcode),
      box(form, "house", "House name or number", "For example, 12A or Flat 3", form.house),
      button({.text = form.given_on.empty() ? "Save" : "Save the new one"}));
  main += take_away(form);
  return page(shell,
              {.title = "Your own address",
               .section = Section::Account,
               .breadcrumbs = {{"Your account", paths::account()}},
               .has_errors = !form.wrong.empty()},
              in_two_thirds(main));
}

}  // namespace northlight::web::views
