#include "html/breadcrumbs.hpp"

namespace northlight::html {
namespace {

Html item(const Breadcrumb& crumb) {
  if (crumb.href.empty())
    return element("li", {{"class", "govuk-breadcrumbs__list-item"}, {"aria-current", "page"}},
                   crumb.text);
  Attributes attributes{{"class", "govuk-breadcrumbs__link"}, {"href", crumb.href}};
  attributes.add(crumb.attributes);
  return element("li", {{"class", "govuk-breadcrumbs__list-item"}},
                 element("a", attributes, crumb.text));
}

}  // namespace

Html breadcrumbs(const Breadcrumbs& parameters) {
  Attributes attributes{
      {"class",
       classes({"govuk-breadcrumbs", parameters.classes,
                parameters.collapse_on_mobile ? "govuk-breadcrumbs--collapse-on-mobile" : ""})}};
  attributes.add(parameters.attributes).add({"aria-label", parameters.label_text});
  return element(
      "nav", attributes,
      element("ol", {{"class", "govuk-breadcrumbs__list"}}, each(parameters.items, item)));
}

}  // namespace northlight::html
