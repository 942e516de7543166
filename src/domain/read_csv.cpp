#include "domain/read_csv.hpp"

#include <csv.h>

#include <algorithm>
#include <memory>
#include <utility>

#include "base/text.hpp"

namespace northlight::domain {
namespace {

constexpr std::size_t largest_file = std::size_t{64} * 1024 * 1024;
constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

/// Gathers cells into rows as libcsv finds them.
struct Gathered {
  std::size_t line = 1;
  std::vector<CsvRow> rows{};
  CsvRow row{};

  void cell(std::string_view text) {
    if (row.cells.empty()) row.line = line;
    row.cells.emplace_back(trim(text));
  }
  void end_of_row() {
    const bool blank = row.cells.empty() || (row.cells.size() == 1 && row.cells[0].empty());
    if (!blank) rows.push_back(std::move(row));
    row = {};
  }
};

void on_cell(void* text, std::size_t size, void* gathered) {
  static_cast<Gathered*>(gathered)->cell({static_cast<const char*>(text), size});
}

void on_row(int /*end*/, void* gathered) { static_cast<Gathered*>(gathered)->end_of_row(); }

/// Hands libcsv one line after another, so that each row is known to its line.
bool feed(csv_parser& parser, Gathered& gathered, std::string_view text) {
  while (!text.empty()) {
    const auto at = text.find('\n');
    const auto size = at == std::string_view::npos ? text.size() : at + 1;
    if (csv_parse(&parser, text.data(), size, on_cell, on_row, &gathered) != size) return false;
    text.remove_prefix(size);
    ++gathered.line;
  }
  return csv_fini(&parser, on_cell, on_row, &gathered) == 0;
}

Error refuse(std::string_view name, std::size_t line, std::string message) {
  return Error{ErrorCode::Invalid, std::move(message),
               std::string(name) + ":" + std::to_string(line)};
}

Status check_text(std::string_view text, std::string_view name) {
  if (text.size() > largest_file)
    return Error{ErrorCode::Invalid, "The file is larger than 64 MB: divide it", std::string(name)};
  if (text.find('\0') != std::string_view::npos || !is_utf8(text))
    return Error{ErrorCode::Invalid,
                 "The file is no UTF-8 text: save the sheet as \"CSV UTF-8\" and try again",
                 std::string(name)};
  return done();
}

}  // namespace

Result<CsvSheet> parse_csv(std::string_view text, std::string_view name) {
  NL_CHECK(check_text(text, name));
  if (text.starts_with(byte_order_mark)) text.remove_prefix(byte_order_mark.size());

  csv_parser parser;
  if (csv_init(&parser, CSV_STRICT | CSV_STRICT_FINI) != 0)
    return Error{ErrorCode::Unavailable, "There is not enough memory to read the table"};
  const std::unique_ptr<csv_parser, decltype(&csv_free)> freed(&parser, csv_free);
  Gathered gathered;
  if (!feed(parser, gathered, text))
    return refuse(name, gathered.line,
                  "A cell's quotation marks do not match: write \"\" for one inside a cell");
  if (gathered.rows.empty())
    return refuse(name, 1, "The table is empty: its first row names the columns");

  CsvSheet sheet;
  for (const auto& cell : gathered.rows.front().cells) {
    const auto column = lower(cell);
    if (std::ranges::find(sheet.columns, column) != sheet.columns.end())
      return refuse(name, gathered.rows.front().line,
                    "The column '" + column + "' is there twice: keep one of them");
    sheet.columns.push_back(column);
  }
  sheet.rows.assign(std::make_move_iterator(gathered.rows.begin() + 1),
                    std::make_move_iterator(gathered.rows.end()));
  for (const auto& row : sheet.rows)
    if (row.cells.size() != sheet.columns.size())
      return refuse(name, row.line,
                    "This row has " +
                        counted(static_cast<long long>(row.cells.size()), "cell", "cells") +
                        " where the first has " + std::to_string(sheet.columns.size()) +
                        ": is a comma missing, or one not in quotation marks?");
  return sheet;
}

}  // namespace northlight::domain
