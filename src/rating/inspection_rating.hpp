#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/share.hpp"
#include "framework/edition.hpp"
#include "rating/evidence.hpp"

/// What rating an inspection gives: every rating with the way that led to it.
namespace northlight::rating {

/// One step on the way to a rating: a sentence that a manager can read, and the rule it applies.
struct TraceStep {
  std::string sentence;
  std::string rule;  ///< The rule in the edition's words; empty for a plain statement of fact.
  framework::Basis basis;  ///< Why the rule is believed; means nothing without a rule.
};

struct QuestionRating {
  framework::QuestionCode question;
  framework::LensCode lens;
  Share share;
  std::int64_t not_applicable = 0;
  framework::Rating band;          ///< As the edition compares: what counts.
  framework::Rating exact_band;    ///< By the exact share.
  framework::Rating printed_band;  ///< By the percentage as printed.
  bool decides = false;

  bool rounding_matters() const { return exact_band != printed_band; }
};

enum class Direction { Up, Down };

/// One reason why discretion may be considered.
struct DiscretionReason {
  enum class Kind { NearEdge, ChangedJudgement };

  Kind kind = Kind::NearEdge;
  Direction direction = Direction::Up;
  framework::Rating would_give;               ///< The rating beyond the edge, or after the change.
  std::vector<framework::LensCode> lenses{};  ///< The lowest questions, or those to be changed.
  Percent edge;                               ///< NearEdge only.
  framework::Fraction distance;               ///< NearEdge only: percentage points.
  std::optional<Share> after{};  ///< ChangedJudgement only: the share that it would give.
  std::string sentence;
};

struct Discretion {
  std::vector<DiscretionReason> because{};
  std::optional<Decision> decision{};

  bool may_be_considered() const { return !because.empty(); }
  bool may_move(Direction direction) const;
};

/// Where the rating that counts comes from.
enum class RatingFrom {
  Computed,  ///< The rule, applied to the counts.
  Decision,  ///< A recorded decision.
  Stated,    ///< A published or otherwise stated rating.
};

struct StandardRating {
  framework::StandardCode standard;
  framework::Rating rating;  ///< What counts.
  RatingFrom from = RatingFrom::Computed;
  std::optional<framework::Rating> computed{};  ///< What the rule gives; nothing without counts.
  std::optional<framework::Rating> stated{};
  std::vector<framework::LensCode> decided_by{};  ///< The lowest questions, ties included.
  std::vector<QuestionRating> questions{};
  Discretion discretion{};
  bool counts_in_score = true;
  std::string comparison;  ///< "Published Good; the rule gives …; reason not stated." or empty.
  std::vector<TraceStep> trace{};

  bool departs_from_rule() const { return computed && *computed != rating; }
};

/// A standard that has no rating here.
struct NotRated {
  framework::StandardCode standard;
  std::string why;         ///< A sentence.
  bool not_known = false;  ///< It may have been rated; the source does not say.
};

/// Where the score, its maximum and the overall rating come from.
enum class ScoreFrom {
  Ratings,    ///< Added up from the ratings of every standard that was rated.
  Published,  ///< As published, because the ratings of only some standards are known.
  NotKnown,   ///< The same, and no usable score was published: there is no overall rating.
};

struct InspectionRating {
  framework::EditionCode edition;
  std::vector<StandardRating> standards{};  ///< In the edition's order.
  std::vector<NotRated> not_rated{};
  ScoreFrom score_from = ScoreFrom::Ratings;
  std::int64_t score = 0;
  std::int64_t score_maximum = 0;
  std::int64_t standards_counted = 0;
  /// Nothing when no standard that counts was rated, or when the score is not known.
  std::optional<framework::Rating> overall{};
  std::vector<TraceStep> trace{};      ///< Score and overall rating.
  std::vector<std::string> notices{};  ///< What a reader should know before relying on it.

  const StandardRating* find(const framework::StandardCode& standard) const;
  /// Whether the standard may have been rated although its rating is not among those known.
  bool is_not_known(const framework::StandardCode& standard) const;
};

}  // namespace northlight::rating
