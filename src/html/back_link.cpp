#include "html/back_link.hpp"

namespace northlight::html {

Html back_link(const BackLink& parameters) {
  Attributes attributes{{"href", parameters.href},
                        {"class", classes({"govuk-back-link", parameters.classes})}};
  attributes.add(parameters.attributes);
  return element("a", attributes, parameters.text);
}

}  // namespace northlight::html
