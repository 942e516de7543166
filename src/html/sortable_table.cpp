#include "html/sortable_table.hpp"

namespace northlight::html {
namespace {

SortOrder reversed(SortOrder order) {
  return order == SortOrder::Ascending ? SortOrder::Descending : SortOrder::Ascending;
}

/// The order by its shape: upwards, downwards, or both where another column has it.
Html arrow(bool sorted, SortOrder order) {
  if (!sorted)
    return raw(
        "<svg class=\"nl-sort-link__arrow\" viewBox=\"0 0 10 16\" aria-hidden=\"true\" "
        "focusable=\"false\"><path d=\"M5 0l5 6H0zM5 16l5-6H0z\"/></svg>");
  if (order == SortOrder::Ascending)
    return raw(
        "<svg class=\"nl-sort-link__arrow\" viewBox=\"0 0 10 16\" aria-hidden=\"true\" "
        "focusable=\"false\"><path d=\"M5 3l5 9H0z\"/></svg>");
  return raw(
      "<svg class=\"nl-sort-link__arrow\" viewBox=\"0 0 10 16\" aria-hidden=\"true\" "
      "focusable=\"false\"><path d=\"M5 13l5-9H0z\"/></svg>");
}

Cell heading_of(const SortableColumn& column, const SortableTable& table) {
  if (column.key.empty()) return {.text = column.text, .numeric = column.numeric};
  const bool sorted = column.key == table.sorted_by;
  const auto next = sorted ? reversed(table.order) : column.first_order;
  const std::string_view state = !sorted                               ? "none"
                                 : table.order == SortOrder::Ascending ? "ascending"
                                                                       : "descending";
  return {.text = element("a",
                          {{"class", "govuk-link govuk-link--no-visited-state nl-sort-link"},
                           {"href", table.address(column.key, next)}},
                          column.text, arrow(sorted, table.order)),
          .numeric = column.numeric,
          .attributes = {{"aria-sort", state}}};
}

}  // namespace

Html sortable_table(const SortableTable& parameters) {
  const Table frame{.caption = parameters.caption,
                    .caption_classes = parameters.caption_classes,
                    .first_cell_is_header = parameters.first_cell_is_header,
                    .classes = parameters.classes,
                    .attributes = parameters.attributes};
  std::vector<Cell> head;
  for (const auto& column : parameters.columns) head.push_back(heading_of(column, parameters));
  return table(frame, head, parameters.rows);
}

}  // namespace northlight::html
