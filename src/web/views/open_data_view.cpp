#include "web/views/open_data_view.hpp"

#include "base/text.hpp"
#include "html/details.hpp"
#include "html/inset_text.hpp"
#include "html/table.hpp"
#include "report/attribution.hpp"
#include "web/paths.hpp"
#include "web/views/words.hpp"

namespace northlight::web::views {
namespace {

using namespace html;

Html bullets(const Html& items) {
  return element("ul", {{"class", "govuk-list govuk-list--bullet"}}, items);
}

Html columns(const report::TableDescription& table) {
  Table out{.head = {{.text = "Column"}, {.text = "What it holds"}},
            .first_cell_is_header = true,
            .classes = "govuk-table--small-text-until-tablet"};
  for (const auto& column : table.columns)
    out.rows.push_back({{.text = column.name}, {.text = column.meaning}});
  return details({.summary = "Columns of " + table.name + ".csv", .content = html::table(out)});
}

Html tables(const OpenDataModel& model) {
  Html out = section_heading("tables", "Tables");
  out += paragraph(
      "Each table is the whole library, as comma-separated values (CSV) that open in "
      "any spreadsheet.");
  for (const auto& table : model.tables)
    out += element("div", {{"class", "nl-download"}},
                   element("h3", {{"class", "govuk-heading-s govuk-!-margin-bottom-1"}},
                           link(paths::api_table(table.name), table.title + " (CSV)")),
                   paragraph(table.one_row), columns(table));
  return out;
}

Html by_program(const OpenDataModel& model) {
  Html out = section_heading("api", "Reading it by program");
  out += paragraph("The same facts as JSON, with nothing to sign up for:");
  Html list;
  list += element("li", {}, link(paths::api_services(), "Services"));
  list += element("li", {}, link(paths::api_inspections(), "Inspections"),
                  ", with filters by service, edition, rating and year");
  list += element("li", {}, "One inspection in full, by the address that the list gives for it");
  for (const auto& edition : model.editions)
    list += element("li", {}, link(paths::api_edition(edition.code), edition.title));
  list += element("li", {}, link(paths::api_description(), "The description of all this"),
                  " in OpenAPI 3.1, from which programs can be made");
  return out + bullets(list);
}

Html promises() {
  Html list = element("li", {}, "What the source does not state is ", element("code", {}, "null"),
                      " in JSON and empty in a table. It is never nought.");
  for (const char* one :
       {"Identifiers, such as east-sussex-2024-09, do not change.",
        "Every percentage comes with its counts, where the counts are known.",
        "Published ratings and what the rule gives stand in fields of their own.",
        "Facts may be added. Within version 1 none is renamed, removed or given another meaning.",
        "Any website may read the data from its visitors’ browsers.",
        "Every answer has an ETag, so that a program need not load twice what has not changed."})
    list += element("li", {}, one);
  return section_heading("promises", "What you can rely on") + bullets(list);
}

Html spreadsheets() {
  return section_heading("spreadsheets", "In a spreadsheet") +
         paragraph(
             "Tables are in UTF-8, with a row of column names. Text that a spreadsheet would "
             "take for a formula (it begins with =, +, −, @, a tab or a line break) has an "
             "apostrophe put in front, so that opening a table can never run anything.");
}

Html terms() {
  return section_heading("terms", "Terms") +
         element("p", {{"class", "govuk-body"}},
                 "You may use all of it, also commercially, under the ",
                 link(Url(report::licence_address), "Open Government Licence v3.0"),
                 ", if you name the source. For example:") +
         inset_text({.text = report::attribution_text}) +
         paragraph(
             "Findings that are marked as our summary are in Northlight’s words, not the "
             "inspectorate’s. The data are about services, never about a child.");
}

}  // namespace

html::Html open_data_page(const Shell& shell, const OpenDataModel& model) {
  Html main;
  main.add_raw(
      R"(<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds"><h1 class="govuk-heading-l">Open data</h1>)");
  main +=
      element("p", {{"class", "govuk-body-l"}},
              "All " + counted(model.inspections, "inspection", "inspections") + " of " +
                  counted(model.services, "service", "services") + " in the library, free to use.");
  main += tables(model);
  main += by_program(model);
  main += promises();
  main += spreadsheets();
  main += terms();
  main.add_raw("</div></div>");
  return page(shell,
              {.title = "Open data",
               .section = Section::OpenData,
               .description = "Inspections of youth justice services as CSV and JSON, under the "
                              "Open Government Licence."},
              main);
}

}  // namespace northlight::web::views
