#pragma once

#include <functional>
#include <vector>

#include "html/table.hpp"

namespace northlight::html {

enum class SortOrder { Ascending, Descending };

/// A column; with a key its heading is a link that sorts by it.
struct SortableColumn {
  std::string text{};
  std::string key{};
  bool numeric = false;
  SortOrder first_order = SortOrder::Ascending;  ///< The order of the first click.
};

/// A table that the server sorts: its headings are links to the same list in another order, so it
/// sorts whole lists and not only what the page shows, and works without a script.
struct SortableTable {
  Content caption{};
  std::string caption_classes{};
  std::vector<SortableColumn> columns{};
  std::string sorted_by{};  ///< The key of the column that the rows are sorted by.
  SortOrder order = SortOrder::Ascending;
  std::function<Url(const std::string& key, SortOrder order)> address{};
  std::vector<std::vector<Cell>> rows{};
  bool first_cell_is_header = false;
  std::string classes{};
  Attributes attributes{};
};

Html sortable_table(const SortableTable& parameters);

}  // namespace northlight::html
