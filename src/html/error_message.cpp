#include "html/error_message.hpp"

namespace northlight::html {

Html error_message(const ErrorMessage& parameters) {
  Attributes attributes;
  if (!parameters.id.empty()) attributes.add({"id", parameters.id});
  attributes.add({"class", classes({"govuk-error-message", parameters.classes})})
      .add(parameters.attributes);
  const auto& hidden = parameters.visually_hidden_text;
  if (hidden.empty()) return element("p", attributes, parameters.text);
  return element("p", attributes,
                 element("span", {{"class", "govuk-visually-hidden"}}, hidden, ":"), " ",
                 parameters.text);
}

}  // namespace northlight::html
