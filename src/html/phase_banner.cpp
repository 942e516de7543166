#include "html/phase_banner.hpp"

namespace northlight::html {

Html phase_banner(const PhaseBanner& parameters) {
  Attributes attributes{
      {"class", classes({"govuk-phase-banner", "govuk-width-container", parameters.classes})}};
  attributes.add(parameters.attributes);
  return element(
      "div", attributes,
      element(
          "p", {{"class", "govuk-phase-banner__content"}},
          tag({.text = parameters.tag.text,
               .classes = classes({"govuk-phase-banner__content__tag", parameters.tag.classes})}),
          " ", element("span", {{"class", "govuk-phase-banner__text"}}, parameters.text)));
}

}  // namespace northlight::html
