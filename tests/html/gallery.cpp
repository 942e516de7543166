// gallery MANIFEST.json: one page with every component and chart on standard output, for people to
// look at and for the browser tests to check.
#include <fstream>
#include <iostream>
#include <iterator>

#include "base/json.hpp"
#include "html/components.hpp"
#include "html/page.hpp"

namespace {

using namespace northlight;
using namespace northlight::html;

Html section(std::string_view title, const Html& content) {
  return element("h2", {{"class", "govuk-heading-m"}}, title) + content;
}

Share share(std::int64_t met, std::int64_t judged) { return *Share::of(met, judged); }

const std::vector<ChartMark> edges = {
    {50, "Requires improvement from 50%"}, {65, "Good from 65%"}, {80, "Outstanding from 80%"}};

Html charts() {
  using namespace std::chrono;
  std::vector<int> others;
  for (int at = 0; at < 60; ++at) others.push_back((at * at * 7 + at * 3) % 33 + 1);
  for (const int score : {18, 18, 18, 19, 19, 20, 20, 20, 20, 21}) others.push_back(score);
  return section(
      "Charts",
      share_bars(
          {.id = "assessment",
           .title = "2.1 Assessment: does assessment sufficiently analyse …",
           .bars =
               {{.label = "How to support the child’s desistance",
                 .share = share(8, 13),
                 .band = "Requires improvement",
                 .decides = true},
                {.label = "How to keep the child safe", .share = share(10, 13), .band = "Good"},
                {.label = "How to keep other people safe", .share = share(9, 13), .band = "Good"}},
           .edges = edges}) +
          interval_chart({.title = "What the sample says of practice in general",
                          .items = {{.label = "Desistance",
                                     .point = 61.5,
                                     .low = 35,
                                     .high = 83,
                                     .counts = "8 of 13"},
                                    {.label = "Child’s safety",
                                     .point = 100,
                                     .low = 77,
                                     .high = 100,
                                     .counts = "13 of 13"},
                                    {.label = "Safety of other people",
                                     .point = 0,
                                     .low = 0,
                                     .high = 23,
                                     .counts = "0 of 13"}},
                          .edges = edges,
                          .range_name = "95% range"}) +
          position_strip({.title = "East Sussex among services inspected under the same edition",
                          .name = "East Sussex",
                          .score = 25,
                          .others = others,
                          .edges = {{6, "Requires improvement from 7"},
                                    {19, "Good from 19"},
                                    {31, "Outstanding from 31"}}}) +
          scores_chart({.title = "Scores of this service’s inspections",
                        .items = {{.on = 2018y / 5 / 1, .when = "May 2018", .points = {}},
                                  {.on = 2020y / 3 / 1,
                                   .when = "March 2020",
                                   .points = 18,
                                   .rating = "Requires improvement"},
                                  {.on = 2024y / 9 / 17,
                                   .when = "September 2024",
                                   .points = 25,
                                   .rating = "Good"}}}));
}

Html fields() {
  return section(
      "Fields",
      error_summary({.errors = {{.text = "Enter the date of the contact", .href = "#held-day"},
                                {.text = "Enter what happened", .href = "#note"}},
                     .disable_auto_focus = true}) +
          element(
              "form", {{"method", "get"}, {"action", url("/")}, {"novalidate", true}},
              input({.name = "service",
                     .label = {.text = "Name of the service"},
                     .hint = {.text = "As it is on the report"}}) +
                  input({.name = "share",
                         .label = {.text = "Share"},
                         .value = "62",
                         .inputmode = "numeric",
                         .suffix = {.text = "per cent"},
                         .classes = "govuk-input--width-3"}) +
                  date_input({.id = "held",
                              .name_prefix = "held",
                              .fieldset = {.legend = {.text = "Date of the contact",
                                                      .classes = "govuk-fieldset__legend--s"}},
                              .hint = {.text = "For example, 31 3 2024"},
                              .error = {.text = "Enter the date of the contact"}}) +
                  textarea({.name = "note",
                            .label = {.text = "What happened"},
                            .error = {.text = "Enter what happened"}}) +
                  character_count({.name = "reason",
                                   .label = {.text = "Reason"},
                                   .value = "Because it was late.",
                                   .maximum_length = 200,
                                   .rows = 3}) +
                  select({.name = "year",
                          .label = {.text = "Year"},
                          .items = {{.text = "2023"}, {.text = "2024"}},
                          .value = "2024"}) +
                  radios({.name = "edition",
                          .fieldset = {.legend = {.text = "Edition",
                                                  .classes = "govuk-fieldset__legend--s"}},
                          .items = {{.text = "2018", .value = "2018"},
                                    {.text = "2021",
                                     .value = "2021",
                                     .hint = {.text = "In force from July 2021"}},
                                    {.divider = "or"},
                                    {.text = "Another",
                                     .value = "other",
                                     .conditional = input(
                                         {.name = "other-edition", .label = {.text = "Which?"}})}},
                          .value = "2021"}) +
                  checkboxes({.name = "rating",
                              .fieldset = {.legend = {.text = "Rating",
                                                      .classes = "govuk-fieldset__legend--s"}},
                              .items = {{.text = "Outstanding", .value = "4"},
                                        {.text = "Good", .value = "3"},
                                        {.divider = "or"},
                                        {.text = "Any", .value = "any", .is_exclusive = true}},
                              .values = {"3"}}) +
                  file_upload({.name = "report",
                               .label = {.text = "Report (PDF or text)"},
                               .drop_zone = true}) +
                  password_input({.name = "password", .label = {.text = "Password"}}) +
                  element(
                      "div", {{"class", "govuk-button-group"}},
                      button({.text = "Save"}) +
                          button({.text = "Save as draft", .classes = "govuk-button--secondary"}) +
                          button({.text = "Start now", .href = "#", .is_start_button = true}) +
                          button({.text = "Delete", .classes = "govuk-button--warning"}))));
}

Html words() {
  return section(
      "Words", notification_banner({.content = "The report was read. Nothing was kept.",
                                    .kind = NotificationKind::Success,
                                    .disable_auto_focus = true}) +
                   alert({.title = "Read-only", .content = "This inspection was published."}) +
                   alert({.title = "Two figures differ",
                          .content = element("p", {}, "2.1 departs from the rule."),
                          .kind = AlertKind::Warning,
                          .show_title_as_heading = true,
                          .heading_level = 3,
                          .dismissible = true}) +
                   banner({.text = "Saved", .kind = BannerKind::Success}) +
                   inset_text({.text = "What is not known from the source says so."}) +
                   warning_text({.text = "You cannot change a plan that was signed."}) +
                   details({.summary = "How this was counted", .content = "8 of 13 is 61.5%."}) +
                   element("p", {{"class", "govuk-body"}},
                           tag({.text = "Good", .classes = "govuk-tag--green"}), " ",
                           tag({.text = "Inadequate", .classes = "govuk-tag--red"}), " ",
                           tag({.text = "Draft"})) +
                   panel({.title = "Report checked", .content = "2 findings", .heading_level = 2}) +
                   exit_this_page({}));
}

Html lists() {
  return section(
      "Lists",
      summary_list({.rows = {{.key = "Service", .value = "East Sussex"},
                             {.key = "Published",
                              .value = "September 2024",
                              .actions = {{.text = "Change",
                                           .href = "#",
                                           .visually_hidden_text = "date of publication"}}}},
                    .card = SummaryCard{.title = "Inspection", .heading_level = 3}}) +
          element(
              "div",
              {{"class", "nl-scroll"},
               {"tabindex", 0},
               {"role", "region"},
               {"aria-label", "Inspections, sorted by score"}},
              sortable_table(
                  {.caption = "Inspections",
                   .columns = {{.text = "Service", .key = "name"},
                               {.text = "Score", .key = "score", .numeric = true},
                               {.text = "Rating"}},
                   .sorted_by = "score",
                   .order = SortOrder::Descending,
                   .address =
                       [](const std::string& key, SortOrder order) {
                         return with_query(
                             "/", {{"sort", key},
                                   {"order", order == SortOrder::Ascending ? "up" : "down"}});
                       },
                   .rows = {{{.text = "East Sussex"},
                             {.text = "25", .numeric = true},
                             {.text = tag({.text = "Good", .classes = "govuk-tag--green"})}},
                            {{.text = "Ceredigion"},
                             {.text = "1", .numeric = true},
                             {.text = tag({.text = "Inadequate", .classes = "govuk-tag--red"})}}},
                   .first_cell_is_header = true})) +
          task_list({.items = {{.title = "Sample",
                                .href = "#",
                                .hint = "13 court cases",
                                .status = {.text = "Completed"}},
                               {.title = "Moderate",
                                .href = "#",
                                .status = {.tag = Tag{.text = "To do",
                                                      .classes = "govuk-tag--blue"}}}}}) +
          tabs({.items = {{.label = "Past week", .content = "Three contacts"},
                          {.label = "Past month", .content = "Eleven contacts"}},
                .id_prefix = "period"}) +
          accordion({.id = "standards",
                     .items = {{.heading = "Organisational delivery", .content = "1.1 to 1.4"},
                               {.heading = "Court disposals", .content = "2.1 to 2.4"}},
                     .heading_level = 3}) +
          timeline({.items = {{.label = "Report published",
                               .byline = "the inspectorate",
                               .timestamp = "2024-09-17",
                               .when = "17 September 2024",
                               .content = "Rated Good."},
                              {.label = "Fieldwork started",
                               .timestamp = "2024-06-10",
                               .when = "10 June 2024",
                               .content = "Announced a fortnight before."}},
                    .heading_level = 3}) +
          element("form", {{"method", "get"}, {"action", url("/")}, {"class", "nl-filter-layout"}},
                  filter(
                      {.heading = "Filter",
                       .selected =
                           SelectedFilters{
                               .clear_href = "/",
                               .categories = {{.heading = "Rating",
                                               .items = {{.text = "Good", .href = "/"},
                                                         {.text = "Outstanding", .href = "/"}}}}},
                       .options = input({.name = "q", .label = {.text = "Name"}})}) +
                      element("div", {{"class", "nl-filter-layout__content"}},
                              element("p", {{"class", "govuk-body"}}, "34 inspections"))) +
          pagination_of_list(6, 12,
                             [](int number) {
                               return with_query("/", {{"page", std::to_string(number)}});
                             }) +
          pagination({.previous = {.href = "#", .label_text = "2.1 Assessment"},
                      .next = {.href = "#", .label_text = "2.3 Delivery"},
                      .landmark_label = "Standards"}));
}

AssetPaths assets_of(const char* manifest) {
  std::ifstream file(manifest);
  const auto names = Json::parse(std::string(std::istreambuf_iterator<char>(file), {}));
  if (!names) return {};
  const auto path = [&](std::string_view name) {
    const auto* found = names->find(name);
    return Url("assets/" + (found == nullptr ? std::string(name) : *found->string()));
  };
  return {.style_sheet = path("application.css"),
          .script = path("application.js"),
          .icon = path("icon.svg")};
}

}  // namespace

int main(int count, char** arguments) {
  const auto content = identity_bar({.title = "Gallery",
                                     .menus = {{.items = {{.text = "Print", .type = "button"},
                                                          {.text = "Export", .type = "button"}},
                                                .button_text = "Actions"}}}) +
                       sub_navigation({.items = {{.text = "Overview", .href = "#", .active = true},
                                                 {.text = "Standards", .href = "#"},
                                                 {.text = "History", .href = "#"}},
                                       .label = "Parts of this inspection"}) +
                       element("h1", {{"class", "govuk-heading-l"}}, "Every component") + charts() +
                       words() + lists() + fields();
  std::cout
      << page({.title = "Gallery – Northlight",
               .description = "Every component and chart of Northlight on one page.",
               .assets = assets_of(count > 1 ? arguments[1] : ""),
               .navigation = {.service_name = "Library of inspections",
                              .service_url = "/",
                              .items = {{.text = "Services", .href = "/services", .active = true},
                                        {.text = "Compare", .href = "/compare"},
                                        {.text = "Open data", .href = "/data"}}},
               .phase_banner =
                   PhaseBanner{.tag = {.text = "Beta"}, .text = "This is a new service."},
               .before_content = breadcrumbs(
                   {.items = {{.text = "Home", .href = "/"}, {.text = "Services", .href = "/s"}}}),
               .content = content,
               .footer = {.links = {{.text = "Accessibility", .href = "/accessibility"},
                                    {.text = "Privacy", .href = "/privacy"}},
                          .text = "Northlight is independent of the inspectorate.",
                          .licence = open_government_licence()}})
             .view();
  return 0;
}
