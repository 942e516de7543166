#include "reading/table_row.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "reading/layout.hpp"
#include "reading/scan.hpp"

namespace northlight::reading {

namespace {

/// The standard that a cell is the number of: "2.1", "2.1.", "(2.1)".
const StandardWords* numbered(const EditionWords& edition, std::string_view cell) {
  if (cell.size() > 2 && cell.front() == '(' && cell.back() == ')')
    cell = cell.substr(1, cell.size() - 2);
  const auto at = standard_at(edition, cell);
  return at && at->id_alone ? at->standard : nullptr;
}

/// What a cell says after a standard's title; nothing when the title is not all there.
std::optional<std::string_view> after_title(const StandardWords& standard, std::string_view cell) {
  const auto match = match_standard(cell, standard);
  if (!match.whole) return std::nullopt;
  return trim(match.rest);
}

/// The standard whose number stands in a cell of its own or in brackets after its title.
const StandardWords* standard_in(const EditionWords& edition, const Cells& cells) {
  for (std::size_t at = 0; at < cells.count; ++at) {
    if (const auto* standard = numbered(edition, cells[at])) return standard;
    const auto bracket = cells[at].rfind('(');
    if (bracket == std::string_view::npos || bracket == 0) continue;
    const auto* standard = numbered(edition, cells[at].substr(bracket));
    if (standard != nullptr && after_title(*standard, cells[at])) return standard;
  }
  return nullptr;
}

bool is_short_number(std::string_view cell) {
  return cell.size() <= 3 && std::ranges::all_of(cell, is_digit);
}

}  // namespace

std::optional<FreeRow> free_row(const EditionWords& edition, const Vocabulary& vocabulary,
                                std::string_view line) {
  const auto cells = cells_of(line);
  if (cells.count < 2 || cells.count > 4) return std::nullopt;
  FreeRow row;
  row.standard = standard_in(edition, cells);
  if (row.standard == nullptr) return std::nullopt;
  int titles = 0;
  int ratings = 0;
  int others = 0;
  for (std::size_t at = 0; at < cells.count; ++at) {
    const auto cell = cells[at];
    if (const auto rest = after_title(*row.standard, cell);
        rest && (without_footnote(*rest).empty() || numbered(edition, *rest) == row.standard)) {
      ++titles;
    } else if (const auto rating = rating_in(vocabulary, cell)) {
      row.rating = rating;
      ++ratings;
    } else if (is_not_rated(cell)) {
      ++ratings;
    } else if (numbered(edition, cell) != row.standard) {
      others += is_short_number(cell) ? 1 : 2;
    }
  }
  if (titles != 1 || ratings != 1 || others > 1) return std::nullopt;
  return row;
}

bool is_not_rated(std::string_view cell) {
  cell = without_quotes(without_footnote(cell));
  for (const std::string_view words :
       {"not rated", "unrated", "no rating", "n/a", "not applicable", "insufficient evidence",
        "not inspected", "-", "\xE2\x80\x93", "insufficient cases"})
    if (equals_ignoring_case(cell, words)) return true;
  return false;
}

}  // namespace northlight::reading
