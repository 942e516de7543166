#include "html/error_summary.hpp"

#include "html/form_group.hpp"

namespace northlight::html {
namespace {

Html error_item(const ErrorLink& link) {
  if (link.href.empty()) return element("li", {}, link.text);
  Attributes attributes{{"href", link.href}};
  return element("li", {}, element("a", attributes.add(link.attributes), link.text));
}

}  // namespace

Html error_summary(const ErrorSummary& parameters) {
  Attributes attributes{{"class", classes({"govuk-error-summary", parameters.classes})}};
  if (parameters.disable_auto_focus)
    attributes.add({"data-disable-auto-focus", true_or_false(*parameters.disable_auto_focus)});
  attributes.add(parameters.attributes).add({"data-module", "govuk-error-summary"});

  Html body;
  if (!parameters.description.empty()) body += element("p", {}, parameters.description);
  if (!parameters.errors.empty())
    body += element("ul", {{"class", "govuk-list govuk-error-summary__list"}},
                    each(parameters.errors, error_item));
  // The alert is a box of its own: on the outer one, which takes the focus, it is not read out.
  return element("div", attributes,
                 element("div", {{"role", "alert"}},
                         element("h2", {{"class", "govuk-error-summary__title"}}, parameters.title),
                         element("div", {{"class", "govuk-error-summary__body"}}, body)));
}

}  // namespace northlight::html
