#include "html/button.hpp"

#include "html/form_group.hpp"

namespace northlight::html {
namespace {

Html start_icon() {
  return raw(
      "<svg class=\"govuk-button__start-icon\" xmlns=\"http://www.w3.org/2000/svg\" width=\"17.5\" "
      "height=\"19\" viewBox=\"0 0 33 40\" aria-hidden=\"true\" focusable=\"false\">"
      "<path fill=\"currentColor\" d=\"M0 0h13l20 20-20 20H0l20-20z\"/></svg>");
}

Attributes common(const Button& parameters) {
  Attributes attributes{
      {"class", classes({"govuk-button", parameters.classes,
                         parameters.is_start_button ? "govuk-button--start" : ""})},
      {"data-module", "govuk-button"}};
  attributes.add(parameters.attributes);
  if (!parameters.id.empty()) attributes.add({"id", parameters.id});
  return attributes;
}

// A start button is a flex box, which would drop the spaces between pieces of HTML.
Html content(const Button& parameters) {
  if (!parameters.is_start_button) return parameters.text.html();
  if (parameters.text.is_text()) return parameters.text.html() + start_icon();
  return element("span", {}, parameters.text) + start_icon();
}

}  // namespace

Html button(const Button& parameters) {
  if (!parameters.href.empty()) {
    Attributes attributes{{"href", parameters.href}, {"role", "button"}, {"draggable", "false"}};
    return element("a", attributes.add(common(parameters)), content(parameters));
  }
  Attributes attributes{{"type", parameters.type}};
  if (!parameters.value.empty()) attributes.add({"value", parameters.value});
  if (!parameters.name.empty()) attributes.add({"name", parameters.name});
  if (parameters.disabled) attributes.add({"disabled", true}).add({"aria-disabled", "true"});
  if (parameters.prevent_double_click)
    attributes.add({"data-prevent-double-click", true_or_false(*parameters.prevent_double_click)});
  return element("button", attributes.add(common(parameters)), content(parameters));
}

}  // namespace northlight::html
