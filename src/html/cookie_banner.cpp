#include "html/cookie_banner.hpp"

#include "html/button.hpp"

namespace northlight::html {
namespace {

Html action_of(const CookieAction& action) {
  if (action.href.empty() || action.type == "button")
    return button({.text = action.text,
                   .href = action.href,
                   .type = action.type.empty() ? "button" : action.type,
                   .name = action.name,
                   .value = action.value,
                   .classes = action.classes,
                   .attributes = action.attributes});
  Attributes attributes{{"class", classes({"govuk-link", action.classes})}, {"href", action.href}};
  return element("a", attributes.add(action.attributes), action.text);
}

Html message_of(const CookieMessage& message) {
  Attributes attributes{{"class", classes({"govuk-cookie-banner__message", message.classes,
                                           "govuk-width-container"})}};
  if (!message.role.empty()) attributes.add({"role", message.role});
  attributes.add(message.attributes).add({"hidden", message.hidden});
  Html heading;
  if (!message.heading.empty())
    heading =
        element("h2", {{"class", "govuk-cookie-banner__heading govuk-heading-m"}}, message.heading);
  auto content = message.content.html();
  if (message.content.is_text() && !content.empty())
    content = element("p", {{"class", "govuk-body"}}, content);
  Html actions;
  if (!message.actions.empty())
    actions = element("div", {{"class", "govuk-button-group"}}, each(message.actions, action_of));
  return element(
      "div", attributes,
      element("div", {{"class", "govuk-grid-row"}},
              element("div", {{"class", "govuk-grid-column-two-thirds"}}, heading,
                      element("div", {{"class", "govuk-cookie-banner__content"}}, content))),
      actions);
}

}  // namespace

Html cookie_banner(const CookieBanner& parameters) {
  Attributes attributes{{"class", classes({"govuk-cookie-banner", parameters.classes})},
                        {"data-nosnippet", true},
                        {"role", "region"},
                        {"aria-label", parameters.aria_label},
                        {"hidden", parameters.hidden}};
  return element("div", attributes.add(parameters.attributes),
                 each(parameters.messages, message_of));
}

}  // namespace northlight::html
