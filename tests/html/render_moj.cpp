#include "html/alert.hpp"
#include "html/banner.hpp"
#include "html/filter.hpp"
#include "html/identity_bar.hpp"
#include "html/sortable_table.hpp"
#include "html/sub_navigation.hpp"
#include "html/timeline.hpp"
#include "render.hpp"

namespace northlight::tests {
namespace {

using namespace html;

ButtonMenu menu_of(const Options& o) {
  ButtonMenu menu{.button_text = o.at("button").text("text"),
                  .button_classes = o.at("button").text("classes"),
                  .align_menu = o.text("alignMenu"),
                  .classes = o.text("classes"),
                  .attributes = o.attributes()};
  for (const auto& item : o.items("items"))
    menu.items.push_back({.text = item.content(),
                          .href = item.text("href"),
                          .type = item.text_or("type", "submit"),
                          .name = item.text("name"),
                          .value = item.text("value"),
                          .disabled = item.has("disabled"),
                          .classes = item.text("classes"),
                          .attributes = item.attributes()});
  return menu;
}

Html render_identity_bar(const Options& o) {
  IdentityBar parameters{
      .title = o.at("title").content(), .classes = o.text("classes"), .attributes = o.attributes()};
  for (const auto& menu : o.items("menus")) parameters.menus.push_back(menu_of(menu));
  return identity_bar(parameters);
}

Html render_sub_navigation(const Options& o) {
  SubNavigation parameters{.label = o.text_or("label", "Secondary navigation region"),
                           .classes = o.text("classes"),
                           .attributes = o.attributes()};
  for (const auto& item : o.items("items"))
    parameters.items.push_back({.text = item.content(),
                                .href = item.text("href"),
                                .active = item.has("active"),
                                .classes = item.text("classes"),
                                .attributes = item.attributes()});
  return sub_navigation(parameters);
}

Html render_filter(const Options& o) {
  Filter parameters{.heading = o.at("heading").content(),
                    .options = o.raw("optionsHtml"),
                    .submit_text = o.at("submit").text_or("text", "Apply filters"),
                    .submit_attributes = o.at("submit").attributes(),
                    .attributes = o.attributes()};
  if (o.has("selectedFilters")) {
    const auto given = o.at("selectedFilters");
    SelectedFilters selected{.heading = given.at("heading").content(),
                             .clear_text = given.at("clearLink").text("text"),
                             .clear_href = given.at("clearLink").text("href")};
    for (const auto& category : given.items("categories")) {
      FilterCategory one{.heading = category.at("heading").content()};
      for (const auto& item : category.items("items"))
        one.items.push_back({.text = item.text("text"), .href = item.text("href")});
      selected.categories.push_back(std::move(one));
    }
    parameters.selected = std::move(selected);
  }
  return filter(parameters);
}

Html render_timeline(const Options& o) {
  Timeline parameters{.heading_level = o.number_or("headingLevel", 2),
                      .classes = o.text("classes"),
                      .attributes = o.attributes()};
  for (const auto& item : o.items("items"))
    parameters.items.push_back({.label = item.at("label").content(),
                                .byline = item.at("byline").content(),
                                .timestamp = item.at("datetime").text("timestamp"),
                                .when = item.at("datetime").text("words"),
                                .content = item.content(),
                                .classes = item.text("classes"),
                                .attributes = item.attributes()});
  return timeline(parameters);
}

BannerKind banner_kind(const std::string& name) {
  if (name == "success") return BannerKind::Success;
  if (name == "warning") return BannerKind::Warning;
  return name == "information" ? BannerKind::Information : BannerKind::Plain;
}

Html render_banner(const Options& o) {
  return banner({.text = o.content(),
                 .kind = banner_kind(o.text("type")),
                 .icon_fallback_text = o.text("iconFallbackText"),
                 .classes = o.text("classes"),
                 .attributes = o.attributes()});
}

AlertKind alert_kind(const std::string& name) {
  if (name == "success") return AlertKind::Success;
  if (name == "warning") return AlertKind::Warning;
  return name == "error" ? AlertKind::Error : AlertKind::Information;
}

Html render_alert(const Options& o) {
  const auto tag = o.text("headingTag");
  return alert({.title = o.text("title"),
                .content = o.content(),
                .kind = alert_kind(o.text("variant")),
                .show_title_as_heading = o.has("showTitleAsHeading"),
                .heading_level = tag == "h3"   ? 3
                                 : tag == "h4" ? 4
                                               : 2,
                .dismissible = o.has("dismissible"),
                .dismiss_text = o.text_or("dismissText", "Dismiss"),
                .disable_auto_focus = o.has("disableAutoFocus"),
                .focus_on_dismiss_selector = o.text("focusOnDismissSelector"),
                .role = o.text_or("role", "region"),
                .classes = o.text("classes"),
                .attributes = o.attributes()});
}

// MoJ's table is sorted in the browser; ours is the same table with links in its headings.
Html render_sortable_table(const Options& o) {
  SortableTable parameters{
      .caption = o.text("caption"),
      .sorted_by = o.text("sortedBy"),
      .order = o.text("order") == "descending" ? SortOrder::Descending : SortOrder::Ascending,
      .address =
          [](const std::string& key, SortOrder order) {
            return with_query("/list", {{"sort", key},
                                        {"order", order == SortOrder::Descending ? "down" : "up"}});
          },
      .first_cell_is_header = o.has("firstCellIsHeader"),
      .classes = o.text("classes"),
      .attributes = o.attributes()};
  for (const auto& column : o.items("columns"))
    parameters.columns.push_back(
        {.text = column.text("text"), .key = column.text("key"), .numeric = column.has("numeric")});
  for (const auto& row : o.items("rows")) {
    std::vector<Cell> cells;
    for (const auto& cell : row.items())
      cells.push_back({.text = cell.content(), .numeric = cell.text("format") == "numeric"});
    parameters.rows.push_back(std::move(cells));
  }
  return sortable_table(parameters);
}

}  // namespace

void add_moj_renders(Renders& renders) {
  renders["moj/identity-bar"] = render_identity_bar;
  renders["moj/sub-navigation"] = render_sub_navigation;
  renders["moj/filter"] = render_filter;
  renders["moj/timeline"] = render_timeline;
  renders["moj/banner"] = render_banner;
  renders["moj/alert"] = render_alert;
  renders["moj/sortable-table"] = render_sortable_table;
  renders["moj/button-menu"] = [](const Options& o) { return button_menu(menu_of(o)); };
}

}  // namespace northlight::tests
