#include "html/fieldset.hpp"

namespace northlight::html {
namespace {

Html legend(const Legend& parameters) {
  if (parameters.text.empty()) return {};
  const auto names = classes({"govuk-fieldset__legend", parameters.classes});
  if (!parameters.is_page_heading) return element("legend", {{"class", names}}, parameters.text);
  return element("legend", {{"class", names}},
                 element("h1", {{"class", "govuk-fieldset__heading"}}, parameters.text));
}

}  // namespace

Html fieldset(const Fieldset& parameters) {
  Attributes attributes{{"class", classes({"govuk-fieldset", parameters.classes})}};
  if (!parameters.role.empty()) attributes.add({"role", parameters.role});
  if (!parameters.described_by.empty())
    attributes.add({"aria-describedby", parameters.described_by});
  attributes.add(parameters.attributes);
  return element("fieldset", attributes, legend(parameters.legend), parameters.content);
}

}  // namespace northlight::html
