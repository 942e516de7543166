#include "html/button_menu.hpp"

#include "html/plural_text.hpp"

namespace northlight::html {

Html button_menu(const ButtonMenu& parameters) {
  Attributes attributes{{"class", classes({"moj-button-menu", parameters.classes})},
                        {"data-module", "moj-button-menu"}};
  attributes.add(parameters.attributes);
  add_text_to(attributes, "data-button-text", parameters.button_text);
  add_text_to(attributes, "data-button-classes", parameters.button_classes);
  add_text_to(attributes, "data-align-menu", parameters.align_menu);
  return element(
      "div", attributes, each(parameters.items, [](Button item) {
        item.classes = classes({"moj-button-menu__item govuk-button--secondary", item.classes});
        return button(item);
      }));
}

}  // namespace northlight::html
