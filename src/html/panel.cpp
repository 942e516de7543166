#include "html/panel.hpp"

#include "html/button.hpp"
#include "html/heading.hpp"

namespace northlight::html {
namespace {

Html action(const PanelAction& action) {
  if (action.href.empty() || action.type == "button")
    return button({.text = action.text,
                   .href = action.href,
                   .type = action.type.empty() ? "button" : action.type,
                   .classes = classes({"govuk-button--inverse", action.classes}),
                   .attributes = action.attributes});
  Attributes attributes{{"class", classes({"govuk-link", "govuk-link--inverse", action.classes})},
                        {"href", action.href}};
  return element("a", attributes.add(action.attributes), action.text);
}

Html actions(const std::optional<PanelActions>& given) {
  if (!given) return {};
  Attributes attributes{{"class", classes({"govuk-panel__actions", given->classes})}};
  Html group;
  if (!given->items.empty())
    group =
        element("div", {{"class", "govuk-button-group"}},
                each(given->items, [](const PanelAction& one) { return action(one) + text(" "); }));
  return element("div", attributes.add(given->attributes), group);
}

}  // namespace

Html panel(const Panel& parameters) {
  const bool interrupts = parameters.classes.find("govuk-panel--interruption") != std::string::npos;
  Attributes attributes{
      {"class", classes({"govuk-panel", interrupts ? "" : "govuk-panel--confirmation",
                         parameters.classes})}};
  attributes.add(parameters.attributes);
  Html body;
  if (!parameters.content.empty())
    body = element("div", {{"class", "govuk-panel__body"}}, parameters.content);
  return element(
      "div", attributes,
      heading(parameters.heading_level, {{"class", "govuk-panel__title"}}, parameters.title), body,
      interrupts ? actions(parameters.actions) : Html());
}

}  // namespace northlight::html
