#include "html/label.hpp"

namespace northlight::html {

Html label(const Label& parameters) {
  if (parameters.text.empty()) return {};
  Attributes attributes{{"class", classes({"govuk-label", parameters.classes})}};
  attributes.add(parameters.attributes);
  if (!parameters.for_id.empty()) attributes.add({"for", parameters.for_id});
  auto written = element("label", attributes, parameters.text);
  if (!parameters.is_page_heading) return written;
  return element("h1", {{"class", "govuk-label-wrapper"}}, written);
}

}  // namespace northlight::html
