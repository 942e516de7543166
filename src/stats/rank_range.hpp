#pragma once

#include <algorithm>
#include <concepts>
#include <cstdint>
#include <span>

#include "base/result.hpp"

namespace northlight::stats {

/// Where one score lies among `of` scores. Equal scores share their places, so a place is a range:
/// second to fourth of nine.
struct RankRange {
  std::int64_t best = 1;
  std::int64_t worst = 1;
  std::int64_t of = 1;

  friend bool operator==(const RankRange&, const RankRange&) = default;
};

/// The best place is one more than the scores strictly above; the worst is the number of all scores
/// less those strictly below. `all` holds the own score too; refuses when it does not.
template <std::totally_ordered Score>
Result<RankRange> rank_range(const Score& own, std::span<const Score> all) {
  if (std::ranges::find(all, own) == all.end())
    return Error{ErrorCode::Invalid, "The score is not among those it is ranked with"};
  const auto above = std::ranges::count_if(all, [&](const Score& other) { return other > own; });
  const auto below = std::ranges::count_if(all, [&](const Score& other) { return other < own; });
  const auto all_scores = static_cast<std::int64_t>(all.size());
  return RankRange{above + 1, all_scores - below, all_scores};
}

}  // namespace northlight::stats
