#include "html/table.hpp"

namespace northlight::html {
namespace {

// Written straight into the page: a table is what makes a page long.
void add_class(Html& out, std::string_view name, std::string_view numeric_name, const Cell& cell) {
  const auto own = cell.numeric ? numeric_name : name;
  if (cell.classes.empty()) {
    out.add_attribute({"class", own});
    return;
  }
  out.add_attribute({"class", classes({own, cell.classes})});
}

void add_rest(Html& out, ElementName name, const Cell& cell) {
  if (cell.colspan > 0) out.add_attribute({"colspan", cell.colspan});
  if (cell.rowspan > 0) out.add_attribute({"rowspan", cell.rowspan});
  out.add_attributes(cell.attributes).add_raw(">");
  out += cell.text.html();
  out.close(name);
}

void add_head(Html& out, const std::vector<Cell>& head) {
  if (head.empty()) return;
  out.add_raw("<thead class=\"govuk-table__head\"><tr class=\"govuk-table__row\">");
  for (const auto& cell : head) {
    out.add_raw("<th scope=\"col\"");
    add_class(out, "govuk-table__header", "govuk-table__header govuk-table__header--numeric", cell);
    add_rest(out, "th", cell);
  }
  out.add_raw("</tr></thead>");
}

void add_row(Html& out, const std::vector<Cell>& row, bool first_is_header) {
  out.add_raw("<tr class=\"govuk-table__row\">");
  bool is_header = first_is_header;
  for (const auto& cell : row) {
    if (is_header) {
      out.add_raw("<th scope=\"row\"");
      // A row heading is never set as a number is.
      out.add_attribute({"class", classes({"govuk-table__header", cell.classes})});
      add_rest(out, "th", cell);
    } else {
      out.add_raw("<td");
      add_class(out, "govuk-table__cell", "govuk-table__cell govuk-table__cell--numeric", cell);
      add_rest(out, "td", cell);
    }
    is_header = false;
  }
  out.add_raw("</tr>");
}

}  // namespace

Html table(const Table& parameters) { return table(parameters, parameters.head, parameters.rows); }

Html table(const Table& parameters, const std::vector<Cell>& head,
           const std::vector<std::vector<Cell>>& rows) {
  Attributes attributes{{"class", classes({"govuk-table", parameters.classes})}};
  Html out;
  out.open("table", attributes.add(parameters.attributes));
  if (!parameters.caption.empty())
    out += element("caption",
                   {{"class", classes({"govuk-table__caption", parameters.caption_classes})}},
                   parameters.caption);
  add_head(out, head);
  out.add_raw("<tbody class=\"govuk-table__body\">");
  for (const auto& row : rows) add_row(out, row, parameters.first_cell_is_header);
  out.add_raw("</tbody></table>");
  return out;
}

}  // namespace northlight::html
