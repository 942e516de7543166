#include "html/password_input.hpp"

#include "html/button.hpp"
#include "html/plural_text.hpp"

namespace northlight::html {
namespace {

Attributes group_attributes(const PasswordInput& parameters) {
  Attributes attributes{{"data-module", "govuk-password-input"}};
  add_text_to(attributes, "data-i18n.show-password", parameters.show_password_text);
  add_text_to(attributes, "data-i18n.hide-password", parameters.hide_password_text);
  add_text_to(attributes, "data-i18n.show-password-aria-label",
              parameters.show_password_aria_label_text);
  add_text_to(attributes, "data-i18n.hide-password-aria-label",
              parameters.hide_password_aria_label_text);
  add_text_to(attributes, "data-i18n.password-shown-announcement",
              parameters.password_shown_announcement_text);
  add_text_to(attributes, "data-i18n.password-hidden-announcement",
              parameters.password_hidden_announcement_text);
  return attributes.add(parameters.form_group.attributes);
}

// Hidden until the script that it needs has started.
Html show_button(const PasswordInput& parameters, const std::string& id) {
  const auto& shown = parameters.show_password_text;
  const auto& label = parameters.show_password_aria_label_text;
  return button({.text = shown.empty() ? "Show" : shown,
                 .type = "button",
                 .classes = classes({"govuk-button--secondary govuk-password-input__toggle "
                                     "govuk-js-password-input-toggle",
                                     parameters.button_classes}),
                 .attributes = {{"aria-controls", id},
                                {"aria-label", label.empty() ? "Show password" : label},
                                {"hidden", true}}});
}

}  // namespace

Html password_input(const PasswordInput& parameters) {
  const auto& id = parameters.id.empty() ? parameters.name : parameters.id;
  return input(
      {.name = parameters.name,
       .label = parameters.label,
       .hint = parameters.hint,
       .error = parameters.error,
       .value = parameters.value,
       .id = id,
       .type = "password",
       .autocomplete = parameters.autocomplete,
       .autocapitalize = "none",
       .spellcheck = false,
       .disabled = parameters.disabled,
       .described_by = parameters.described_by,
       .classes = classes(
           {"govuk-password-input__input govuk-js-password-input-input", parameters.classes}),
       .wrapper = {.classes = "govuk-password-input__wrapper"},
       .form_group = {.classes = classes({"govuk-password-input", parameters.form_group.classes}),
                      .attributes = group_attributes(parameters),
                      .before_input = parameters.form_group.before_input,
                      .after_input =
                          show_button(parameters, id) + parameters.form_group.after_input.html()},
       .attributes = parameters.attributes});
}

}  // namespace northlight::html
