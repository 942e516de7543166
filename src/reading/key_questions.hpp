#pragma once

#include <optional>
#include <vector>

#include "domain/inspection.hpp"
#include "reading/sections.hpp"

namespace northlight::reading {

/// A key question as it is printed.
struct PrintedQuestion {
  domain::KeyQuestionResult facts{};
  std::optional<std::int64_t> tenths{};  ///< 615 where "61.5%" is printed; `facts` has it rounded.
};

/// The key questions of a casework standard, with the percentages beside them. Questions may run
/// over lines and their percentage stand on any of these. A question whose lens cannot be told, or
/// beside which no percentage stands, is left out.
std::vector<PrintedQuestion> read_key_questions(const Layout& layout, const Section& section,
                                                const EditionWords& edition);

/// The one whole number of a sample that prints as the percentage, under rounding half up or half
/// to even; nothing when none or several do.
std::optional<Share> share_printed_as(Percent percent, std::int64_t cases);

/// The one whole number of a sample whose share has these tenths of a percent, cut off or rounded.
std::optional<Share> share_of_tenths(std::int64_t tenths, std::int64_t cases);

/// Whether any whole number of the sample prints so, under any usual rounding.
bool is_possible(Percent percent, std::int64_t cases);

}  // namespace northlight::reading
