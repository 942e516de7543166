#pragma once

#include <cstdint>

#include "base/result.hpp"
#include "base/share.hpp"
#include "stats/confidence.hpp"

namespace northlight::stats {

/// Between which two whole numbers of a year's eligible cases the yeses lie, both ends included.
struct CaseInterval {
  std::int64_t low = 0;
  std::int64_t high = 0;
  std::int64_t population = 1;

  // As printed: rounded half up to a whole per cent, once, here.
  Percent low_percent() const;
  Percent high_percent() const;

  friend bool operator==(const CaseInterval&, const CaseInterval&) = default;
};

/// The most eligible cases that are counted with; far above any service.
constexpr std::int64_t most_eligible_cases = 100'000;

/// What a sample says of the `population` cases it was drawn from, without replacement: every
/// number of yeses under which neither as many as were found nor as few has a probability below
/// half of what the confidence leaves over. Exact, two-sided, and never too short: in at least 95
/// of 100 samples the true number lies within. With 6 of 13 judged of 14 eligible it is 6 to 7,
/// which is 43 to 50 per cent; with all cases judged it is what was found.
///
/// Refuses fewer eligible cases than were judged, and more than `most_eligible_cases`.
Result<CaseInterval> hypergeometric_interval(Share yes, std::int64_t population,
                                             Confidence confidence = {});

}  // namespace northlight::stats
