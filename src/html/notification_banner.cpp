#include "html/notification_banner.hpp"

#include "html/form_group.hpp"
#include "html/heading.hpp"

namespace northlight::html {
namespace {

Html content(const Content& given) {
  if (given.empty() || !given.is_text()) return given.html();
  return element("p", {{"class", "govuk-notification-banner__heading"}}, given);
}

}  // namespace

Html notification_banner(const NotificationBanner& parameters) {
  const bool success = parameters.kind == NotificationKind::Success;
  const std::string usual_role = success ? "alert" : "region";
  Attributes attributes{
      {"class", classes({"govuk-notification-banner",
                         success ? "govuk-notification-banner--success" : "", parameters.classes})},
      {"role", parameters.role.empty() ? usual_role : parameters.role},
      {"aria-labelledby", parameters.title_id},
      {"data-module", "govuk-notification-banner"}};
  if (parameters.disable_auto_focus)
    attributes.add({"data-disable-auto-focus", true_or_false(*parameters.disable_auto_focus)});
  attributes.add(parameters.attributes);
  return element(
      "div", attributes,
      element("div", {{"class", "govuk-notification-banner__header"}},
              heading(parameters.heading_level,
                      {{"class", "govuk-notification-banner__title"}, {"id", parameters.title_id}},
                      parameters.title.or_else(success ? "Success" : "Important"))),
      element("div", {{"class", "govuk-notification-banner__content"}},
              content(parameters.content)));
}

}  // namespace northlight::html
