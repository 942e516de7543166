#include "html/tag.hpp"

namespace northlight::html {

Html tag(const Tag& parameters) {
  Attributes attributes{{"class", classes({"govuk-tag", parameters.classes})}};
  return element("strong", attributes.add(parameters.attributes), parameters.text);
}

}  // namespace northlight::html
