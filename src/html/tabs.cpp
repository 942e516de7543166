#include "html/tabs.hpp"

namespace northlight::html {
namespace {

Html link(const Tab& tab, const std::string& id, bool first) {
  Attributes attributes{{"class", "govuk-tabs__tab"}, {"href", url("#" + id)}};
  return element("li",
                 {{"class", classes({"govuk-tabs__list-item",
                                     first ? "govuk-tabs__list-item--selected" : ""})}},
                 element("a", attributes.add(tab.attributes), tab.label));
}

Html panel(const Tab& tab, const std::string& id, bool first) {
  Attributes attributes{
      {"class", classes({"govuk-tabs__panel", first ? "" : "govuk-tabs__panel--hidden"})},
      {"id", id}};
  attributes.add(tab.panel_attributes);
  if (tab.content.empty() || !tab.content.is_text()) return element("div", attributes, tab.content);
  return element("div", attributes, element("p", {{"class", "govuk-body"}}, tab.content));
}

}  // namespace

Html tabs(const Tabs& parameters) {
  Attributes attributes;
  if (!parameters.id.empty()) attributes.add({"id", parameters.id});
  attributes.add({"class", classes({"govuk-tabs", parameters.classes})})
      .add(parameters.attributes)
      .add({"data-module", "govuk-tabs"});
  Html links;
  Html panels;
  for (std::size_t at = 0; at < parameters.items.size(); ++at) {
    const auto& item = parameters.items[at];
    const auto id = item.id.empty() ? parameters.id_prefix + "-" + std::to_string(at + 1) : item.id;
    links += link(item, id, at == 0);
    panels += panel(item, id, at == 0);
  }
  if (!links.empty()) links = element("ul", {{"class", "govuk-tabs__list"}}, links);
  return element("div", attributes,
                 element("h2", {{"class", "govuk-tabs__title"}}, parameters.title), links, panels);
}

}  // namespace northlight::html
