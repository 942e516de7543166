#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"

namespace northlight::domain {

/// One row of a table, with the line of the file on which it begins.
struct CsvRow {
  std::size_t line = 1;
  std::vector<std::string> cells{};
};

/// A table of UTF-8 comma-separated values: column names in its first row, in lower case and
/// trimmed; every other row has as many cells, trimmed. Blank lines are passed over.
struct CsvSheet {
  std::vector<std::string> columns{};
  std::vector<CsvRow> rows{};
};

/// Reads such a table. Accepts a byte order mark, either line ending and cells in quotation marks;
/// refuses what is no text, a row of another width, a column named twice and more than 64 MB, with
/// "file:line".
Result<CsvSheet> parse_csv(std::string_view text, std::string_view name);

}  // namespace northlight::domain
