#include "web/views/start_view.hpp"

#include "base/text.hpp"
#include "html/button.hpp"
#include "html/input.hpp"
#include "html/table.hpp"
#include "web/paths.hpp"
#include "web/views/words.hpp"

namespace northlight::web::views {
namespace {

using namespace html;

Html door(const Url& address, std::string_view title, std::string_view about) {
  return element("li", {{"class", "nl-door govuk-grid-column-one-third"}},
                 element("h2", {{"class", "govuk-heading-m nl-door__title"}},
                         element("a", {{"class", "govuk-link"}, {"href", address}}, title)),
                 element("p", {{"class", "govuk-body"}}, about));
}

Html doors(const StartModel& model) {
  Html out;
  out.add_raw(R"(<ul class="govuk-list govuk-grid-row nl-doors">)");
  if (!model.walk_title.empty())
    out += door(paths::guide_good_with_inadequate_planning(), model.walk_title,
                "Walk through one inspection, from the cases that inspectors looked at to the "
                "overall rating. Every figure leads back to its count.");
  out += door(paths::check(), "Check a published report",
              "Give us a report as a PDF or as text. See what it states, and where it disagrees "
              "with itself or with the rules. We keep nothing.");
  out += door(paths::rate(), "Rate my audit",
              "Enter how many of your cases met each question. See the ratings, the reason for "
              "each, and what one more case would change.");
  out.add_raw("</ul>");
  return out;
}

Html search_box() {
  Html form;
  form.open("form", {{"method", "get"}, {"action", paths::inspections()}, {"role", "search"}});
  form += input({.name = "search",
                 .label = {.text = "Search by the name of a service"},
                 .id = "search",
                 .type = "search",
                 .classes = "govuk-input--width-20"});
  form += button({.text = "Search inspections"});
  form.close("form");
  return form;
}

Html recent(const StartModel& model) {
  if (model.recent.empty())
    return paragraph("The library is empty: no inspection has been imported yet.");
  Table table{.caption = "Most recently published",
              .caption_classes = "govuk-table__caption--s",
              .head = {{.text = "Service"}, {.text = "Overall rating"}},
              .first_cell_is_header = true,
              .classes = "nl-close govuk-table--small-text-until-tablet"};
  for (const auto& one : model.recent)
    table.rows.push_back({{.text = link(paths::inspection(one.id), one.service) +
                                   element("span", {{"class", "nl-published"}},
                                           or_unknown(published_words(one.published)))},
                          {.text = rating_tag(one.edition, one.overall)}});
  return html::table(table);
}

Html library(const StartModel& model) {
  Html out = section_heading("library", "Find an inspection");
  out += paragraph("The library holds " + counted(model.inspections, "inspection", "inspections") +
                   " of " + counted(model.services, "service", "services") + ".");
  out += search_box();
  out += recent(model);
  out.add_raw(R"(<ul class="govuk-list">)");
  out += element("li", {}, link(paths::inspections(), "All inspections"));
  out += element("li", {}, link(paths::services(), "All services"));
  out += element("li", {}, link(paths::compare(), "Compare up to four inspections"));
  out.add_raw("</ul>");
  return out;
}

Html standards(const StartModel& model) {
  Html out = section_heading("standards", "What services are inspected against");
  out += paragraph(
      "Inspectors rate a service standard by standard. The standards changed over the years; each "
      "set is called an edition, and a rating keeps the edition that it was made under.");
  out.add_raw(R"(<ul class="govuk-list">)");
  for (const auto& edition : model.editions)
    out += element("li", {}, link(paths::standards(edition.code), edition.title));
  out.add_raw("</ul>");
  return out;
}

Html open_data_section() {
  return section_heading("open-data", "Use the data") +
         element("p", {{"class", "govuk-body"}}, "Everything in the library is open data. ",
                 link(paths::open_data(), "Download it as tables or read it by program"), ".");
}

}  // namespace

html::Html start_page(const Shell& shell, const StartModel& model) {
  Html main;
  main.add_raw(
      R"(<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds"><h1 class="govuk-heading-xl">See how youth justice services were rated, and why</h1><p class="govuk-body-l">Northlight is a free, open library of inspections of youth justice services in England and Wales. It works out each rating again from the published counts and shows every step.</p><p class="govuk-body">It is for people who run, inspect, oversee or write about services that work with children aged 10 to 17 who have offended or may offend. You do not need to sign in to use the library.</p></div></div>)");
  main += doors(model);
  main.add_raw(R"(<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">)");
  main += demo_people_section(model.demo_people, model.demo_links);
  main += library(model);
  main += standards(model);
  main += open_data_section();
  main.add_raw("</div></div>");
  return page(shell,
              {.title = "Inspections of youth justice services",
               .description = "A free, open library of inspections of youth justice services in "
                              "England and Wales, with the reason for each rating."},
              main);
}

}  // namespace northlight::web::views
