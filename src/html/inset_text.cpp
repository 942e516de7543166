#include "html/inset_text.hpp"

namespace northlight::html {

Html inset_text(const InsetText& parameters) {
  Attributes attributes;
  if (!parameters.id.empty()) attributes.add({"id", parameters.id});
  attributes.add({"class", classes({"govuk-inset-text", parameters.classes})})
      .add(parameters.attributes);
  return element("div", attributes, parameters.text);
}

}  // namespace northlight::html
