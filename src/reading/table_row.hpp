#pragma once

#include <optional>
#include <string_view>

#include "reading/sections.hpp"

namespace northlight::reading {

/// A row of the ratings table whose cells stand in an order of their own.
struct FreeRow {
  const StandardWords* standard = nullptr;
  std::optional<std::string_view> rating{};  ///< Nothing where the row says "not rated".
};

/// "2.1   Good   Assessment", "Assessment   2.1   Good", "Assessment (2.1)   Good   17": a row that
/// holds a standard's number, its title and its rating, each once, beside at most a page number.
/// Nothing where anything else stands in the row.
std::optional<FreeRow> free_row(const EditionWords& edition, const Vocabulary& vocabulary,
                                std::string_view line);

/// Whether a cell says that there is no rating: "Not rated", "N/A", a dash.
bool is_not_rated(std::string_view cell);

}  // namespace northlight::reading
