#include "html/exit_this_page.hpp"

#include "html/button.hpp"
#include "html/plural_text.hpp"

namespace northlight::html {

Html exit_this_page(const ExitThisPage& parameters) {
  Attributes attributes;
  if (!parameters.id.empty()) attributes.add({"id", parameters.id});
  attributes.add({"class", classes({"govuk-exit-this-page", parameters.classes})})
      .add({"data-module", "govuk-exit-this-page"})
      .add(parameters.attributes);
  add_text_to(attributes, "data-i18n.activated", parameters.activated_text);
  add_text_to(attributes, "data-i18n.timed-out", parameters.timed_out_text);
  add_text_to(attributes, "data-i18n.press-two-more-times", parameters.press_two_more_times_text);
  add_text_to(attributes, "data-i18n.press-one-more-time", parameters.press_one_more_time_text);
  const Content usual =
      element("span", {{"class", "govuk-visually-hidden"}}, "Emergency") + text(" Exit this page");
  return element("div", attributes,
                 button({.text = parameters.text.or_else(usual),
                         .href = parameters.redirect_url,
                         .classes = "govuk-button--warning govuk-exit-this-page__button "
                                    "govuk-js-exit-this-page-button",
                         .attributes = {{"rel", "nofollow noreferrer"}}}));
}

}  // namespace northlight::html
