#pragma once

#include <vector>

#include "html/html.hpp"

namespace northlight::html {

/// One cell, or one column heading.
struct Cell {
  Content text{};
  bool numeric = false;
  std::string classes{};
  int colspan = 0;
  int rowspan = 0;
  Attributes attributes{};
};

/// A table with column headings and, where the first cell names the row, row headings.
struct Table {
  Content caption{};
  std::string caption_classes{};
  std::vector<Cell> head{};
  std::vector<std::vector<Cell>> rows{};
  bool first_cell_is_header = false;
  std::string classes{};
  Attributes attributes{};
};

Html table(const Table& parameters);

/// The same with headings and rows of their own, which are not copied.
Html table(const Table& parameters, const std::vector<Cell>& head,
           const std::vector<std::vector<Cell>>& rows);

}  // namespace northlight::html
