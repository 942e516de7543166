#include "html/identity_bar.hpp"

namespace northlight::html {

Html identity_bar(const IdentityBar& parameters) {
  Attributes attributes{{"class", classes({"moj-identity-bar", parameters.classes})}};
  attributes.add(parameters.attributes);
  Html title;
  if (!parameters.title.empty())
    title = element("span", {{"class", "moj-identity-bar__title"}}, parameters.title);
  Html actions;
  if (!parameters.menus.empty())
    actions =
        element("div", {{"class", "moj-identity-bar__actions"}},
                each(parameters.menus, [](const ButtonMenu& menu) {
                  return element("div", {{"class", "moj-identity-bar__menu"}}, button_menu(menu));
                }));
  return element(
      "div", attributes,
      element("div", {{"class", "moj-identity-bar__container"}},
              element("div", {{"class", "moj-identity-bar__details"}}, title), " ", actions));
}

}  // namespace northlight::html
