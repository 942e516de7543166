#include "html/generic_header.hpp"

namespace northlight::html {

Html generic_header(const GenericHeader& parameters) {
  Attributes attributes{{"class", classes({"govuk-generic-header", parameters.classes})}};
  attributes.add(parameters.attributes);
  return element(
      "div", attributes,
      element(
          "div",
          {{"class", classes({"govuk-generic-header__container", parameters.container_classes})}},
          element(
              "div", {{"class", "govuk-generic-header__logo"}},
              element("a",
                      {{"href", parameters.url}, {"class", "govuk-generic-header__homepage-link"}},
                      parameters.logo))));
}

}  // namespace northlight::html
