#include "html/skip_link.hpp"

namespace northlight::html {

Html skip_link(const SkipLink& parameters) {
  Attributes attributes{{"href", parameters.href},
                        {"class", classes({"govuk-skip-link", parameters.classes})}};
  attributes.add(parameters.attributes).add({"data-module", "govuk-skip-link"});
  return element("a", attributes, parameters.text);
}

}  // namespace northlight::html
