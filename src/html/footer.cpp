#include "html/footer.hpp"

namespace northlight::html {
namespace {

Html licence_symbol() {
  return raw(
      "<svg aria-hidden=\"true\" focusable=\"false\" class=\"govuk-footer__licence-logo\" "
      "xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 483.2 195.7\" height=\"17\" width=\"41\">"
      "<path fill=\"currentColor\" d=\"M421.5 142.8V.1l-50.7 32.3v161.1h112.4v-50.7zm-122.3-9.6A47."
      "12 47.12 0 0 1 221 97.8c0-26 21.1-47.1 47.1-47.1 16.7 0 31.4 8.7 39.7 21.8l42.7-27.2A97.63 "
      "97.63 0 0 0 268.1 0c-36.5 0-68.3 20.1-85.1 49.7A98 98 0 0 0 97.8 0C43.9 0 0 43.9 0 97.8s43."
      "9 97.8 97.8 97.8c36.5 0 68.3-20.1 85.1-49.7a97.76 97.76 0 0 0 149.6 25.4l19.4 22.2h3v-87.8h-"
      "80l24.3 27.5zM97.8 145c-26 0-47.1-21.1-47.1-47.1s21.1-47.1 47.1-47.1 47.2 21 47.2 47S123.8 "
      "145 97.8 145\"/></svg>");
}

Html link(const FooterLink& item) {
  Attributes attributes{{"class", "govuk-footer__link"}, {"href", item.href}};
  return element("a", attributes.add(item.attributes), item.text);
}

Html section(const FooterSection& section) {
  Html list;
  if (!section.items.empty()) {
    const auto columns = "govuk-footer__list--columns-" + std::to_string(section.columns);
    list = element("ul",
                   {{"class", classes({"govuk-footer__list", section.columns > 0 ? columns : ""})}},
                   each(section.items, [](const FooterLink& item) {
                     return element("li", {{"class", "govuk-footer__list-item"}}, link(item));
                   }));
  }
  return element("div", {{"class", "govuk-footer__section govuk-grid-column-" + section.width}},
                 element("h2", {{"class", "govuk-footer__heading govuk-heading-m"}}, section.title),
                 list);
}

Html meta(const Footer& parameters) {
  if (!parameters.has_meta) return {};
  auto out = element("h2", {{"class", "govuk-visually-hidden"}}, parameters.meta_title);
  if (!parameters.links.empty())
    out +=
        element("ul", {{"class", "govuk-footer__inline-list"}},
                each(parameters.links, [](const FooterLink& item) {
                  return element("li", {{"class", "govuk-footer__inline-list-item"}}, link(item)) +
                         raw(" ");
                }));
  if (!parameters.text.empty())
    out += element("div", {{"class", "govuk-footer__meta-custom"}}, parameters.text);
  return out;
}

}  // namespace

Content open_government_licence() {
  return text("All content is available under the ") +
         element("a",
                 {{"class", "govuk-footer__link"},
                  {"href", url("https://www.nationalarchives.gov.uk/doc/open-government-licence/"
                               "version/3/")},
                  {"rel", "license"}},
                 "Open Government Licence v3.0") +
         text(", except where otherwise stated");
}

Html footer(const Footer& parameters) {
  Attributes attributes{{"class", classes({"govuk-footer", parameters.classes})}};
  attributes.add(parameters.attributes);
  Html sections;
  if (!parameters.navigation.empty())
    sections = element("div", {{"class", "govuk-footer__navigation"}},
                       each(parameters.navigation, section)) +
               raw("<hr class=\"govuk-footer__section-break\">");
  Html licence;
  if (parameters.licence)
    licence =
        licence_symbol() + raw(" ") +
        element("span", {{"class", "govuk-footer__licence-description"}}, *parameters.licence);
  return element(
      "div", attributes,
      element("div", {{"class", classes({"govuk-width-container", parameters.container_classes})}},
              sections,
              element("div", {{"class", "govuk-footer__meta"}},
                      element("div",
                              {{"class", "govuk-footer__meta-item govuk-footer__meta-item--grow"}},
                              meta(parameters), licence))));
}

}  // namespace northlight::html
