#include "html/back_link.hpp"
#include "html/breadcrumbs.hpp"
#include "html/footer.hpp"
#include "html/generic_header.hpp"
#include "html/pagination.hpp"
#include "html/service_navigation.hpp"
#include "html/skip_link.hpp"
#include "render.hpp"

namespace northlight::tests {
namespace {

using namespace html;

Html render_back_link(const Options& o) {
  return back_link({.text = o.content().or_else("Back"),
                    .href = o.text_or("href", "#"),
                    .classes = o.text("classes"),
                    .attributes = o.attributes()});
}

Html render_breadcrumbs(const Options& o) {
  Breadcrumbs parameters{.collapse_on_mobile = o.has("collapseOnMobile"),
                         .label_text = o.maybe_text("labelText").value_or("Breadcrumb"),
                         .classes = o.text("classes"),
                         .attributes = o.attributes()};
  for (const auto& item : o.items("items"))
    parameters.items.push_back(
        {.text = item.content(), .href = item.text("href"), .attributes = item.attributes()});
  return breadcrumbs(parameters);
}

std::vector<FooterLink> links_of(const Options& o) {
  std::vector<FooterLink> out;
  for (const auto& item : o.items("items"))
    out.push_back(
        {.text = item.text("text"), .href = item.text("href"), .attributes = item.attributes()});
  return out;
}

Html render_footer(const Options& o) {
  const auto meta = o.at("meta");
  Footer parameters{.has_meta = o.has("meta"),
                    .meta_title = meta.text_or("visuallyHiddenTitle", "Support links"),
                    .links = links_of(meta),
                    .text = meta.content(),
                    .classes = o.text("classes"),
                    .container_classes = o.text("containerClasses"),
                    .attributes = o.attributes()};
  for (const auto& section : o.items("navigation"))
    parameters.navigation.push_back({.title = section.text("title"),
                                     .items = links_of(section),
                                     .columns = section.number_or("columns", 0),
                                     .width = section.text_or("width", "full")});
  // Only null leaves the licence out.
  if (!o.is_present("contentLicence") || o.has("contentLicence"))
    parameters.licence = o.at("contentLicence").content().or_else(open_government_licence());
  return footer(parameters);
}

Html render_generic_header(const Options& o) {
  return generic_header(
      {.logo = o.content("logoHtml", "logoText"),
       .url = o.text_or("url", "/"),
       .classes = o.text("classes"),
       .container_classes = o.text_or("containerClasses", "govuk-width-container"),
       .attributes = o.attributes()});
}

PageLink page_link(const Options& o) {
  return {.href = o.text("href"),
          .text = o.content(),
          .label_text = o.text("labelText"),
          .attributes = o.attributes()};
}

Html render_pagination(const Options& o) {
  Pagination parameters{.previous = page_link(o.at("previous")),
                        .next = page_link(o.at("next")),
                        .landmark_label = o.text_or("landmarkLabel", "Pagination"),
                        .classes = o.text("classes"),
                        .attributes = o.attributes()};
  for (const auto& item : o.items("items"))
    if (item.truthy() && !item.is_empty_object())
      parameters.items.push_back({.number = item.text("number"),
                                  .href = item.text("href"),
                                  .current = item.has("current"),
                                  .ellipsis = item.has("ellipsis"),
                                  .visually_hidden_text = item.maybe_text("visuallyHiddenText"),
                                  .attributes = item.attributes()});
  return pagination(parameters);
}

NavigationSlots slots_of(const Options& o) {
  const auto end = o.at("end");
  return {.start = o.raw("start"),
          .end = end.is_present("html") ? end.raw("html") : o.raw("end"),
          .end_is_inline = end.text("align") == "inline",
          .navigation_start = o.raw("navigationStart"),
          .navigation_end = o.raw("navigationEnd")};
}

Html render_service_navigation(const Options& o) {
  ServiceNavigation parameters{
      .service_name = o.text("serviceName"),
      .service_url = o.text("serviceUrl"),
      .collapse_on_mobile = o.maybe_flag("collapseNavigationOnMobile"),
      .aria_label = o.maybe_text("ariaLabel").value_or("Service information"),
      .menu_button_text = o.text_or("menuButtonText", "Menu"),
      .menu_button_label = o.text("menuButtonLabel"),
      .navigation_label = o.text("navigationLabel"),
      .navigation_id = o.text_or("navigationId", "navigation"),
      .navigation_classes = o.text("navigationClasses"),
      .slots = slots_of(o.at("slots")),
      .classes = o.text("classes"),
      .attributes = o.attributes()};
  for (const auto& item : o.items("navigation"))
    if (item.truthy())
      parameters.items.push_back({.text = item.content(),
                                  .href = item.text("href"),
                                  .current = item.has("current"),
                                  .active = item.has("active"),
                                  .attributes = item.attributes()});
  return service_navigation(parameters);
}

Html render_skip_link(const Options& o) {
  return skip_link({.text = o.content(),
                    .href = o.text_or("href", "#content"),
                    .classes = o.text("classes"),
                    .attributes = o.attributes()});
}

}  // namespace

void add_navigation_renders(Renders& renders) {
  renders["back-link"] = render_back_link;
  renders["breadcrumbs"] = render_breadcrumbs;
  renders["footer"] = render_footer;
  renders["generic-header"] = render_generic_header;
  renders["pagination"] = render_pagination;
  renders["service-navigation"] = render_service_navigation;
  renders["skip-link"] = render_skip_link;
}

}  // namespace northlight::tests
