#include "html/service_navigation.hpp"

namespace northlight::html {
namespace {

Html service_name(const ServiceNavigation& parameters) {
  if (parameters.service_name.empty()) return {};
  const auto name =
      parameters.service_url.empty()
          ? element("span", {{"class", "govuk-service-navigation__text"}}, parameters.service_name)
          : element("a",
                    {{"href", parameters.service_url}, {"class", "govuk-service-navigation__link"}},
                    parameters.service_name);
  return element("span", {{"class", "govuk-service-navigation__service-name"}}, name);
}

Html navigation_item(const NavigationItem& item) {
  const bool marked = item.active || item.current;
  // In <strong>, so that it stands out for people who override colours.
  const auto inner =
      marked
          ? element("strong", {{"class", "govuk-service-navigation__active-fallback"}}, item.text)
          : item.text.html();
  Html out;
  out.open("li", {{"class", classes({"govuk-service-navigation__item",
                                     marked ? "govuk-service-navigation__item--active" : ""})}});
  Attributes attributes;
  if (!item.href.empty())
    attributes.add({"class", "govuk-service-navigation__link"}).add({"href", item.href});
  else
    attributes.add({"class", "govuk-service-navigation__text"});
  if (marked) attributes.add({"aria-current", item.current ? "page" : "true"});
  if (!item.href.empty())
    out += element("a", attributes.add(item.attributes), inner);
  else if (!item.text.empty())
    out += element("span", attributes, inner);
  return out.close("li");
}

Html menu_button(const ServiceNavigation& parameters) {
  Attributes attributes{
      {"type", "button"},
      {"class", "govuk-service-navigation__toggle govuk-js-service-navigation-toggle"},
      {"aria-controls", parameters.navigation_id}};
  if (!parameters.menu_button_label.empty() &&
      parameters.menu_button_label != parameters.menu_button_text)
    attributes.add({"aria-label", parameters.menu_button_label});
  attributes.add({"hidden", true}).add({"aria-hidden", "true"});
  return element("button", attributes, parameters.menu_button_text);
}

Html navigation(const ServiceNavigation& parameters) {
  const auto& slots = parameters.slots;
  if (parameters.items.empty() && slots.navigation_start.empty() && slots.navigation_end.empty())
    return {};
  const auto& label = parameters.navigation_label.empty() ? parameters.menu_button_text
                                                          : parameters.navigation_label;
  const bool collapses = parameters.collapse_on_mobile.value_or(parameters.items.size() > 1);
  return element(
      "nav",
      {{"aria-label", label},
       {"class", classes({"govuk-service-navigation__wrapper", parameters.navigation_classes})}},
      collapses ? menu_button(parameters) : Html(),
      element("ul", {{"class", "govuk-service-navigation__list"}, {"id", parameters.navigation_id}},
              slots.navigation_start, each(parameters.items, navigation_item),
              slots.navigation_end));
}

}  // namespace

Html service_navigation(const ServiceNavigation& parameters) {
  const auto& slots = parameters.slots;
  const auto inner = element(
      "div",
      {{"class",
        classes({"govuk-width-container",
                 slots.end_is_inline ? "govuk-service-navigation__inlining-container" : ""})}},
      slots.start,
      element("div", {{"class", "govuk-service-navigation__container"}}, service_name(parameters),
              navigation(parameters)),
      slots.end);

  Attributes attributes{{"class", classes({"govuk-service-navigation", parameters.classes})},
                        {"data-module", "govuk-service-navigation"}};
  attributes.add(parameters.attributes);
  // With more in it than the links it is a landmark of its own; else <nav> is enough.
  if (parameters.service_name.empty() && slots.start.empty() && slots.end.empty())
    return element("div", attributes, inner);
  Attributes labelled{{"aria-label", parameters.aria_label}};
  return element("section", labelled.add(attributes), inner);
}

}  // namespace northlight::html
