#include "html/sub_navigation.hpp"

namespace northlight::html {
namespace {

Html sub_navigation_item(const SubNavigationItem& item) {
  Attributes attributes{{"class", "moj-sub-navigation__link"}};
  if (item.active) attributes.add({"aria-current", "page"});
  attributes.add({"href", item.href}).add(item.attributes);
  return element("li", {{"class", classes({"moj-sub-navigation__item", item.classes})}},
                 element("a", attributes, item.text));
}

}  // namespace

Html sub_navigation(const SubNavigation& parameters) {
  Attributes attributes{{"class", classes({"moj-sub-navigation", parameters.classes})},
                        {"aria-label", parameters.label}};
  return element("nav", attributes.add(parameters.attributes),
                 element("ul", {{"class", "moj-sub-navigation__list"}},
                         each(parameters.items, sub_navigation_item)));
}

}  // namespace northlight::html
