#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace northlight::report {

/// One cell of a table: text, a whole number, or nothing where the source does not state it.
class Cell {
 public:
  Cell() = default;
  Cell(std::string_view text) : text_(text) {}    // NOLINT(*-explicit-*)
  Cell(const std::string& text) : text_(text) {}  // NOLINT(*-explicit-*)
  Cell(const char* text) : text_(text) {}         // NOLINT(*-explicit-*)
  Cell(std::int64_t number) : text_(std::to_string(number)), is_number_(true) {}  // NOLINT
  template <typename T>
  Cell(const std::optional<T>& value) {  // NOLINT(*-explicit-*)
    if (value) *this = Cell(*value);
  }

  /// As it stands in the file. See CsvTable for what is done to it.
  std::string written() const;

 private:
  std::string text_{};
  bool is_number_ = false;
};

/// A table as comma-separated values by RFC 4180: a header row, CRLF line ends, cells with a comma,
/// a quotation mark or a line break in quotation marks.
///
/// Text that a spreadsheet would take for a formula (it begins with = + - @, a tab or a line break,
/// or a full-width form of one of the four) is written with an apostrophe in front. Numbers are
/// written as numbers, so a minus sign before a figure stays. Bytes that are no UTF-8 and NULs are
/// written as U+FFFD.
class CsvTable {
 public:
  explicit CsvTable(const std::vector<std::string>& columns);

  /// Needs as many cells as there are columns: our own mistake otherwise.
  CsvTable& row(const std::vector<Cell>& cells);

  const std::string& text() const { return text_; }

 private:
  std::size_t columns_;
  std::string text_{};
};

}  // namespace northlight::report
