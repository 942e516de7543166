#include <fmt/format.h>

#include "base/required.hpp"
#include "base/text.hpp"
#include "rating/rate.hpp"

namespace northlight::rating {

Result<std::int64_t> most_points(const framework::Edition& edition) {
  if (edition.scale.empty() || !edition.scale.back().points)
    return edition.incomplete(framework::Part::Points);
  return required(edition.scale.back().points);
}

Result<std::vector<ScoreRange>> score_ranges(const framework::Edition& edition,
                                             std::int64_t standards_counted) {
  NL_TRY(most, most_points(edition));
  if (!edition.overall) return edition.incomplete(framework::Part::Overall);
  if (standards_counted < 1 || standards_counted > 1'000'000)
    return Error{ErrorCode::Incomplete,
                 "An overall rating needs at least one rated standard. Rate one that counts."};
  std::vector<ScoreRange> ranges;
  auto from = required(edition.scale.front().points) * standards_counted;
  for (const auto& band : edition.overall->bands) {
    // "Up to so many points a standard": the largest whole score that is not above it.
    const auto to = band.up_to
                        ? standards_counted * band.up_to->numerator() / band.up_to->denominator()
                        : standards_counted * most;
    if (to < from) continue;
    ranges.push_back({band.rating, from, to});
    from = to + 1;
  }
  return ranges;
}

Result<framework::Rating> overall_rating(const framework::Edition& edition, std::int64_t score,
                                         std::int64_t standards_counted) {
  NL_TRY(ranges, score_ranges(edition, standards_counted));
  for (const auto& range : ranges)
    if (range.from <= score && score <= range.to) return range.rating;
  return Error{ErrorCode::Invalid,
               fmt::format("A score of {} is not possible with {}: it lies between {} and {}. "
                           "Correct the score or the "
                           "number of standards.",
                           score, counted(standards_counted, "rated standard", "rated standards"),
                           ranges.front().from, ranges.back().to),
               "score"};
}

}  // namespace northlight::rating
