#include "html/warning_text.hpp"

namespace northlight::html {

Html warning_text(const WarningText& parameters) {
  Attributes attributes{{"class", classes({"govuk-warning-text", parameters.classes})}};
  attributes.add(parameters.attributes);
  return element(
      "div", attributes,
      element("span", {{"class", "govuk-warning-text__icon"}, {"aria-hidden", "true"}}, "!"), " ",
      element("strong", {{"class", "govuk-warning-text__text"}},
              element("span", {{"class", "govuk-visually-hidden"}}, parameters.icon_fallback_text),
              " ", parameters.text));
}

}  // namespace northlight::html
