#include "html/details.hpp"

namespace northlight::html {

Html details(const Details& parameters) {
  Attributes attributes;
  if (!parameters.id.empty()) attributes.add({"id", parameters.id});
  attributes.add({"class", classes({"govuk-details", parameters.classes})})
      .add(parameters.attributes)
      .add({"open", parameters.open});
  return element(
      "details", attributes,
      element("summary", {{"class", "govuk-details__summary"}},
              element("span", {{"class", "govuk-details__summary-text"}}, parameters.summary)),
      element("div", {{"class", "govuk-details__text"}}, parameters.content));
}

}  // namespace northlight::html
