#include "html/summary_list.hpp"

#include <algorithm>

#include "html/heading.hpp"

namespace northlight::html {
namespace {

Html action_link(const SummaryAction& action, const Content& card_title) {
  Attributes attributes{{"class", classes({"govuk-link", action.classes})}, {"href", action.href}};
  attributes.add(action.attributes);
  Html hidden;
  if (!action.visually_hidden_text.empty()) hidden += text(" ") + text(action.visually_hidden_text);
  if (!card_title.empty()) hidden += text(" (") + card_title.html() + text(")");
  if (!hidden.empty()) hidden = element("span", {{"class", "govuk-visually-hidden"}}, hidden);
  return element("a", attributes, action.text, hidden);
}

Html row_actions(const SummaryRow& row, const Content& card_title) {
  if (row.actions.empty()) return {};
  const auto names = classes({"govuk-summary-list__actions", row.actions_classes});
  if (row.actions.size() == 1)
    return element("dd", {{"class", names}}, action_link(row.actions.front(), card_title));
  return element("dd", {{"class", names}},
                 element("ul", {{"class", "govuk-summary-list__actions-list"}},
                         each(row.actions, [&](const SummaryAction& action) {
                           return element("li",
                                          {{"class", "govuk-summary-list__actions-list-item"}},
                                          action_link(action, card_title));
                         })));
}

Html row_of(const SummaryRow& row, bool any_actions, const Content& card_title) {
  const bool lacks_actions = any_actions && row.actions.empty();
  return element(
      "div",
      {{"class",
        classes({"govuk-summary-list__row",
                 lacks_actions ? "govuk-summary-list__row--no-actions" : "", row.classes})}},
      element("dt", {{"class", classes({"govuk-summary-list__key", row.key_classes})}}, row.key),
      element("dd", {{"class", classes({"govuk-summary-list__value", row.value_classes})}},
              row.value),
      row_actions(row, card_title));
}

Html card_actions(const SummaryCard& card) {
  if (card.actions.empty()) return {};
  const auto names = classes({"govuk-summary-card__actions", card.actions_classes});
  if (card.actions.size() == 1)
    return element("div", {{"class", names}}, action_link(card.actions.front(), card.title));
  return element("ul", {{"class", names}}, each(card.actions, [&](const SummaryAction& action) {
                   return element("li", {{"class", "govuk-summary-card__action"}},
                                  action_link(action, card.title));
                 }));
}

Html in_card(const SummaryCard& card, const Html& list) {
  Attributes attributes{{"class", classes({"govuk-summary-card", card.classes})}};
  attributes.add(card.attributes);
  Html title;
  if (!card.title.empty())
    title = heading(card.heading_level,
                    {{"class", classes({"govuk-summary-card__title", card.title_classes})}},
                    card.title);
  return element(
      "div", attributes,
      element("div", {{"class", "govuk-summary-card__title-wrapper"}}, title, card_actions(card)),
      element("div", {{"class", "govuk-summary-card__content"}}, list));
}

}  // namespace

Html summary_list(const SummaryList& parameters) {
  const bool any_actions =
      std::ranges::any_of(parameters.rows, [](const auto& row) { return !row.actions.empty(); });
  const Content card_title = parameters.card ? parameters.card->title : Content();
  Attributes attributes{{"class", classes({"govuk-summary-list", parameters.classes})}};
  attributes.add(parameters.attributes);
  auto list = element("dl", attributes, each(parameters.rows, [&](const SummaryRow& row) {
                        return row_of(row, any_actions, card_title);
                      }));
  return parameters.card ? in_card(*parameters.card, list) : list;
}

}  // namespace northlight::html
