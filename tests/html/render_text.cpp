#include "html/cookie_banner.hpp"
#include "html/details.hpp"
#include "html/error_message.hpp"
#include "html/error_summary.hpp"
#include "html/exit_this_page.hpp"
#include "html/fieldset.hpp"
#include "html/hint.hpp"
#include "html/inset_text.hpp"
#include "html/label.hpp"
#include "html/notification_banner.hpp"
#include "html/panel.hpp"
#include "html/phase_banner.hpp"
#include "html/tag.hpp"
#include "html/warning_text.hpp"
#include "render.hpp"

namespace northlight::tests {
namespace {

using namespace html;

Html render_details(const Options& o) {
  return details({.summary = o.content("summaryHtml", "summaryText"),
                  .content = o.content(),
                  .open = o.has("open"),
                  .id = o.text("id"),
                  .classes = o.text("classes"),
                  .attributes = o.attributes()});
}

Html render_error_message(const Options& o) {
  return error_message(
      {.text = o.content(),
       .id = o.text("id"),
       .classes = o.text("classes"),
       .visually_hidden_text = o.maybe_text("visuallyHiddenText").value_or("Error"),
       .attributes = o.attributes()});
}

Html render_error_summary(const Options& o) {
  ErrorSummary parameters{.title = o.content("titleHtml", "titleText"),
                          .description = o.content("descriptionHtml", "descriptionText"),
                          .disable_auto_focus = o.maybe_flag("disableAutoFocus"),
                          .classes = o.text("classes"),
                          .attributes = o.attributes()};
  for (const auto& item : o.items("errorList"))
    parameters.errors.push_back(
        {.text = item.content(), .href = item.text("href"), .attributes = item.attributes()});
  return error_summary(parameters);
}

Html render_exit_this_page(const Options& o) {
  return exit_this_page({.text = o.content(),
                         .redirect_url = o.text_or("redirectUrl", "https://www.bbc.co.uk/weather"),
                         .id = o.text("id"),
                         .classes = o.text("classes"),
                         .attributes = o.attributes(),
                         .activated_text = o.text("activatedText"),
                         .timed_out_text = o.text("timedOutText"),
                         .press_two_more_times_text = o.text("pressTwoMoreTimesText"),
                         .press_one_more_time_text = o.text("pressOneMoreTimeText")});
}

Html render_fieldset(const Options& o) {
  const auto legend = o.at("legend");
  return fieldset({.legend = {.text = legend.content(),
                              .classes = legend.text("classes"),
                              .is_page_heading = legend.has("isPageHeading")},
                   .described_by = o.text("describedBy"),
                   .classes = o.text("classes"),
                   .role = o.text("role"),
                   .attributes = o.attributes(),
                   .content = o.raw("html")});
}

Html render_hint(const Options& o) {
  return hint({.text = o.content(),
               .id = o.text("id"),
               .classes = o.text("classes"),
               .attributes = o.attributes()});
}

Html render_inset_text(const Options& o) {
  return inset_text({.text = o.content(),
                     .id = o.text("id"),
                     .classes = o.text("classes"),
                     .attributes = o.attributes()});
}

Html render_label(const Options& o) {
  return label({.text = o.content(),
                .classes = o.text("classes"),
                .is_page_heading = o.has("isPageHeading"),
                .for_id = o.text("for"),
                .attributes = o.attributes()});
}

Html render_notification_banner(const Options& o) {
  return notification_banner({.content = o.content(),
                              .kind = o.text("type") == "success" ? NotificationKind::Success
                                                                  : NotificationKind::Important,
                              .title = o.content("titleHtml", "titleText"),
                              .role = o.text("role"),
                              .title_id = o.text_or("titleId", "govuk-notification-banner-title"),
                              .heading_level = o.number_or("titleHeadingLevel", 2),
                              .disable_auto_focus = o.maybe_flag("disableAutoFocus"),
                              .classes = o.text("classes"),
                              .attributes = o.attributes()});
}

Html render_panel(const Options& o) {
  Panel parameters{.title = o.content("titleHtml", "titleText"),
                   .content = o.content(),
                   .heading_level = o.number_or("headingLevel", 1),
                   .classes = o.text("classes"),
                   .attributes = o.attributes()};
  const auto actions = o.at("actions");
  if (actions.truthy()) {
    parameters.actions =
        PanelActions{.classes = actions.text("classes"), .attributes = actions.attributes()};
    for (const auto& item : actions.items("items"))
      parameters.actions->items.push_back({.text = item.text("text"),
                                           .href = item.text("href"),
                                           .type = item.text("type"),
                                           .classes = item.text("classes"),
                                           .attributes = item.attributes()});
  }
  return panel(parameters);
}

Html render_phase_banner(const Options& o) {
  return phase_banner(
      {.tag = {.text = o.at("tag").content(), .classes = o.at("tag").text("classes")},
       .text = o.content(),
       .classes = o.text("classes"),
       .attributes = o.attributes()});
}

Html render_tag(const Options& o) {
  return tag({.text = o.content(), .classes = o.text("classes"), .attributes = o.attributes()});
}

Html render_warning_text(const Options& o) {
  return warning_text({.text = o.content(),
                       .icon_fallback_text = o.text_or("iconFallbackText", "Warning"),
                       .classes = o.text("classes"),
                       .attributes = o.attributes()});
}

Html render_cookie_banner(const Options& o) {
  CookieBanner parameters{.aria_label = o.text_or("ariaLabel", "Cookie banner"),
                          .hidden = o.has("hidden"),
                          .classes = o.text("classes"),
                          .attributes = o.attributes()};
  for (const auto& message : o.items("messages")) {
    CookieMessage one{.heading = message.content("headingHtml", "headingText"),
                      .content = message.content(),
                      .hidden = message.has("hidden"),
                      .role = message.text("role"),
                      .classes = message.text("classes"),
                      .attributes = message.attributes()};
    for (const auto& action : message.items("actions"))
      one.actions.push_back({.text = action.text("text"),
                             .href = action.text("href"),
                             .type = action.text("type"),
                             .name = action.text("name"),
                             .value = action.text("value"),
                             .classes = action.text("classes"),
                             .attributes = action.attributes()});
    parameters.messages.push_back(std::move(one));
  }
  return cookie_banner(parameters);
}

}  // namespace

void add_text_renders(Renders& renders) {
  renders["details"] = render_details;
  renders["error-message"] = render_error_message;
  renders["error-summary"] = render_error_summary;
  renders["exit-this-page"] = render_exit_this_page;
  renders["fieldset"] = render_fieldset;
  renders["hint"] = render_hint;
  renders["inset-text"] = render_inset_text;
  renders["label"] = render_label;
  renders["notification-banner"] = render_notification_banner;
  renders["panel"] = render_panel;
  renders["phase-banner"] = render_phase_banner;
  renders["tag"] = render_tag;
  renders["warning-text"] = render_warning_text;
  renders["cookie-banner"] = render_cookie_banner;
}

}  // namespace northlight::tests
