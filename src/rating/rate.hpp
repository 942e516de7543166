#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "framework/edition.hpp"
#include "rating/evidence.hpp"
#include "rating/inspection_rating.hpp"

/// The engine: counts in, ratings with their reasons out. Pure; everything it knows is the
/// edition's.
namespace northlight::rating {

/// The band in which a share lies, by the edition's way of comparing.
framework::Rating band_of(const framework::BandRule& rule, Share share);
framework::Rating band_of_exact(const framework::BandRule& rule, Share share);
framework::Rating band_of_printed(const framework::BandRule& rule, Percent printed);

/// Rates a standard by its lowest key question, and says when discretion may be considered.
/// Refuses counts that are impossible or of a lens that the standard does not have. Incomplete when
/// the edition states no bands, or when a question has no judged case: `where` is its id.
/// Counts of other standards are passed over.
Result<StandardRating> rate_standard(const framework::Edition& edition,
                                     const framework::Standard& standard,
                                     std::span<const QuestionCount> counts);

/// The overall rating for a score out of so many rated standards. Incomplete when the edition
/// states no rule; Invalid when the score is impossible.
Result<framework::Rating> overall_rating(const framework::Edition& edition, std::int64_t score,
                                         std::int64_t standards_counted);

/// The scores that give each overall rating for so many rated standards, lowest first: of 12,
/// 0 to 6, 7 to 18, 19 to 30, 31 to 36. A rating that no score gives is left out.
struct ScoreRange {
  framework::Rating rating;
  std::int64_t from = 0;
  std::int64_t to = 0;

  friend bool operator==(const ScoreRange&, const ScoreRange&) = default;
};
Result<std::vector<ScoreRange>> score_ranges(const framework::Edition& edition,
                                             std::int64_t standards_counted);

/// Points of the highest rating: the most that one standard adds to the score.
Result<std::int64_t> most_points(const framework::Edition& edition);

/// Rates an inspection. A standard with a count or a rating is rated; one without is listed as not
/// rated; a domain below the edition's minimum is not rated. The score is out of what was rated.
/// Of a published source of which only some ratings are known, the score is the published one.
/// Refuses what names an unknown standard or lens, counts or rates one thing twice, and a decision
/// that the edition does not allow (rating/decide.hpp).
Result<InspectionRating> rate(const framework::Edition& edition, const Evidence& evidence);

}  // namespace northlight::rating
