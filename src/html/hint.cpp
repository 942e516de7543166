#include "html/hint.hpp"

namespace northlight::html {

Html hint(const Hint& parameters) {
  Attributes attributes;
  if (!parameters.id.empty()) attributes.add({"id", parameters.id});
  attributes.add({"class", classes({"govuk-hint", parameters.classes})}).add(parameters.attributes);
  return element("div", attributes, parameters.text);
}

}  // namespace northlight::html
