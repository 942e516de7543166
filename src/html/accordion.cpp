#include "html/accordion.hpp"

#include "html/form_group.hpp"
#include "html/heading.hpp"
#include "html/plural_text.hpp"

namespace northlight::html {
namespace {

Html section_of(const Accordion& parameters, const AccordionSection& section, int place) {
  const auto number = "-" + std::to_string(section.number > 0 ? section.number : place);
  Html summary;
  if (!section.summary.empty())
    summary = element("div",
                      {{"class", "govuk-accordion__section-summary govuk-body"},
                       {"id", parameters.id + "-summary" + number}},
                      section.summary);
  auto content = section.content.html();
  if (section.content.is_text() && !content.empty())
    content = element("p", {{"class", "govuk-body"}}, content);
  return element(
      "div",
      {{"class", classes({"govuk-accordion__section",
                          section.expanded ? "govuk-accordion__section--expanded" : ""})}},
      element("div", {{"class", "govuk-accordion__section-header"}},
              heading(parameters.heading_level, {{"class", "govuk-accordion__section-heading"}},
                      element("span",
                              {{"class", "govuk-accordion__section-button"},
                               {"id", parameters.id + "-heading" + number}},
                              section.heading)),
              summary),
      element("div",
              {{"id", parameters.id + "-content" + number},
               {"class", "govuk-accordion__section-content"}},
              content));
}

}  // namespace

Html accordion(const Accordion& parameters) {
  Attributes attributes{{"class", classes({"govuk-accordion", parameters.classes})},
                        {"data-module", "govuk-accordion"},
                        {"id", parameters.id}};
  add_text_to(attributes, "data-i18n.hide-all-sections", parameters.hide_all_sections_text);
  add_text_to(attributes, "data-i18n.hide-section", parameters.hide_section_text);
  add_text_to(attributes, "data-i18n.hide-section-aria-label",
              parameters.hide_section_aria_label_text);
  add_text_to(attributes, "data-i18n.show-all-sections", parameters.show_all_sections_text);
  add_text_to(attributes, "data-i18n.show-section", parameters.show_section_text);
  add_text_to(attributes, "data-i18n.show-section-aria-label",
              parameters.show_section_aria_label_text);
  if (parameters.remember_expanded)
    attributes.add({"data-remember-expanded", true_or_false(*parameters.remember_expanded)});
  attributes.add(parameters.attributes);
  Html sections;
  int place = 0;
  for (const auto& section : parameters.items) sections += section_of(parameters, section, ++place);
  return element("div", attributes, sections);
}

}  // namespace northlight::html
