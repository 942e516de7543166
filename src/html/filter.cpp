#include "html/filter.hpp"

#include "html/button.hpp"

namespace northlight::html {
namespace {

Html title(const Content& heading) {
  return element("h2", {{"class", "govuk-heading-m"}}, heading);
}

Html category_of(const FilterCategory& category) {
  return element("h3", {{"class", "govuk-heading-s govuk-!-margin-bottom-0"}}, category.heading) +
         element("ul", {{"class", "moj-filter-tags"}},
                 each(category.items, [](const SelectedFilter& item) {
                   return element("li", {},
                                  element("a", {{"class", "moj-filter__tag"}, {"href", item.href}},
                                          element("span", {{"class", "govuk-visually-hidden"}},
                                                  "Remove this filter"),
                                          " ", item.text));
                 }));
}

Html selected_of(const std::optional<SelectedFilters>& selected) {
  if (!selected) return {};
  const auto clear = element(
      "a", {{"class", "govuk-link govuk-link--no-visited-state"}, {"href", selected->clear_href}},
      selected->clear_text);
  return element(
      "div", {{"class", "moj-filter__selected"}},
      element("div", {{"class", "moj-filter__selected-heading"}},
              element("div", {{"class", "moj-filter__heading-title"}}, title(selected->heading)),
              " ",
              element("div", {{"class", "moj-filter__heading-action"}}, element("p", {}, clear))),
      each(selected->categories, category_of));
}

}  // namespace

Html filter(const Filter& parameters) {
  Attributes attributes{{"class", "moj-filter"}, {"data-module", "moj-filter"}};
  return element(
      "div", attributes.add(parameters.attributes),
      element("div", {{"class", "moj-filter__header"}},
              element("div", {{"class", "moj-filter__header-title"}}, title(parameters.heading)),
              element("div", {{"class", "moj-filter__header-action"}})),
      element("div", {{"class", "moj-filter__content"}}, selected_of(parameters.selected),
              element("div", {{"class", "moj-filter__options"}},
                      button({.text = parameters.submit_text,
                              .attributes = parameters.submit_attributes}),
                      parameters.options)));
}

}  // namespace northlight::html
