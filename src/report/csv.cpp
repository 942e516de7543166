#include "report/csv.hpp"

#include <cassert>

#include "base/text.hpp"

namespace northlight::report {
namespace {

bool looks_like_a_formula(std::string_view text) {
  if (text.empty()) return false;
  if (std::string_view("=+-@\t\r\n").find(text.front()) != std::string_view::npos) return true;
  // Some spreadsheets read the full-width forms of East Asian keyboards as the plain ones.
  for (const std::string_view wide : {"\uFF1D", "\uFF0B", "\uFF0D", "\uFF20"})
    if (text.starts_with(wide)) return true;
  return false;
}

std::string clean(std::string_view text) {
  static constexpr std::string_view replacement = "\uFFFD";
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const auto lead = static_cast<unsigned char>(text[at]);
    std::size_t length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    const auto sequence = text.substr(at, length);
    if (lead == 0 || !is_utf8(sequence)) {
      out += replacement;
      length = 1;
    } else {
      out += sequence;
    }
    at += length;
  }
  return out;
}

}  // namespace

std::string Cell::written() const {
  if (is_number_) return text_;
  std::string text = clean(text_);
  if (looks_like_a_formula(text)) text.insert(text.begin(), '\'');
  if (text.find_first_of(",\"\r\n") == std::string::npos) return text;
  return '"' + replace_all(text, "\"", "\"\"") + '"';
}

CsvTable::CsvTable(const std::vector<std::string>& columns) : columns_(columns.size()) {
  row({columns.begin(), columns.end()});
}

CsvTable& CsvTable::row(const std::vector<Cell>& cells) {
  assert(cells.size() == columns_);
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (i > 0) text_ += ',';
    text_ += cells[i].written();
  }
  text_ += "\r\n";
  return *this;
}

}  // namespace northlight::report
