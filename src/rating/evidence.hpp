#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/date.hpp"
#include "framework/edition.hpp"

/// What an inspection or an audit found, before anything is rated.
namespace northlight::rating {

/// How one key question of one standard was judged, over all cases.
struct QuestionCount {
  framework::StandardCode standard;
  framework::LensCode lens;
  std::int64_t yes = 0;
  std::int64_t of = 0;              ///< Cases judged yes or no: "not applicable" is not among them.
  std::int64_t not_applicable = 0;  ///< Cases that the question did not apply to.

  friend bool operator==(const QuestionCount&, const QuestionCount&) = default;
};

/// A rating that somebody stated without its reasons: a published report, a table, a person trying
/// out what would follow. Of a standard rated by a panel it is the rating; of a standard that has
/// counts it is held against what the rule gives.
struct StatedRating {
  framework::StandardCode standard;
  framework::Rating rating;

  friend bool operator==(const StatedRating&, const StatedRating&) = default;
};

/// What a panel decided on one standard, with who, when and why. Kept beside the computed rating
/// and never in its place.
struct Decision {
  framework::StandardCode standard;
  framework::Rating rating;
  std::string by;  ///< Who answers for it. Never put into a message or a log.
  Date on{};
  std::string reason;

  friend bool operator==(const Decision&, const Decision&) = default;
};

/// A standard or a whole domain that was deliberately not rated.
struct Unrated {
  std::string what;  ///< A standard's or a domain's code.
  std::string why;   ///< "No child was released from custody in the period."

  friend bool operator==(const Unrated&, const Unrated&) = default;
};

/// What a published source states of the whole inspection.
struct PublishedWhole {
  std::optional<std::int64_t> score{};
  std::optional<std::int64_t> score_maximum{};

  friend bool operator==(const PublishedWhole&, const PublishedWhole&) = default;
};

struct Evidence {
  std::vector<QuestionCount> counts{};
  std::vector<StatedRating> stated{};
  std::vector<Decision> decisions{};
  std::vector<Unrated> unrated{};
  /// Set where the evidence is a published source: a standard without anything was then not
  /// necessarily left unrated; its rating may just not be known.
  std::optional<PublishedWhole> published{};

  friend bool operator==(const Evidence&, const Evidence&) = default;
};

}  // namespace northlight::rating
