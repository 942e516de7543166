#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "reading/sections.hpp"

namespace northlight::reading {

/// One row of the ratings table.
struct RatingRow {
  const StandardWords* standard = nullptr;
  std::optional<std::string_view> rating{};
  domain::Line line = 0;
};

/// What the ratings page states.
struct RatingsTable {
  std::vector<RatingRow> rows{};  ///< In the order of the report.
  std::optional<std::string_view> overall{};
  std::optional<std::int64_t> score{};
  std::optional<std::int64_t> score_maximum{};
};

/// Reads the table however its cells fell: rating beside, below or above the name, or "Requires"
/// and "improvement" on two lines.
RatingsTable read_ratings_table(const Layout& layout, const Section& section,
                                const EditionWords& edition, const Vocabulary& vocabulary);

/// "25/36", "25 / 36", "25 out of 36" anywhere in the text.
struct Score {
  std::int64_t points = 0;
  std::optional<std::int64_t> maximum{};
};
std::optional<Score> score_in(std::string_view text);

/// The rating given on a standard's own page: beside its statement, or on a line of its own before
/// the findings.
std::optional<std::string_view> rating_on_page(const Layout& layout, const Section& section,
                                               const Vocabulary& vocabulary);

}  // namespace northlight::reading
