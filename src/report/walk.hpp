#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "base/share.hpp"
#include "domain/inspection.hpp"
#include "framework/edition.hpp"
#include "rating/inspection_rating.hpp"
#include "report/sample_says.hpp"

/// How one inspection came to its overall rating although one standard did badly: the figures of a
/// walk through it, each taken from the inspection or worked out by the rules. No figure of a
/// guide is typed into its page.
namespace northlight::report {

struct WalkQuestion {
  std::string text;  ///< "Does planning focus sufficiently on keeping the child safe?"
  std::string lens;  ///< "keeping the child safe"
  Share share;
  std::string band;  ///< The rating that this share alone would earn.
  bool decides = false;
  SampleSays says{};
};

struct WalkBand {
  std::string rating;
  std::string shares;  ///< "below 50%", "50% to 64%", "80% or more"
  bool here = false;   ///< Where the deciding question lies.
};

struct WalkStandard {
  std::string id;
  std::string title;
  std::string rating;
  std::optional<std::int64_t> points;  ///< Nothing where it is left out of the score.
};

struct WalkRange {
  std::string rating;
  std::int64_t from = 0;
  std::int64_t to = 0;
  bool here = false;
};

/// A standard whose published rating is not what the rule gives.
struct WalkDeparture {
  std::string id;
  std::string title;
  Share lowest;
  std::string published;
  std::string computed;
  std::vector<std::string> discretion{};  ///< Why a panel may have considered departing.
  std::int64_t score_by_rule = 0;         ///< With the rule's rating in its place.
  std::string overall_by_rule;
};

struct Walk {
  std::string service;
  std::string service_full_name;
  std::string published;
  std::string overall;
  std::int64_t score = 0;
  std::int64_t score_maximum = 0;
  std::int64_t most_points = 0;

  // The standard that is looked at.
  std::string standard_id;
  std::string standard_title;
  std::string standard_rating;
  std::string domain_title;
  std::int64_t cases = 0;
  std::vector<domain::Sample> samples{};
  std::vector<WalkQuestion> questions{};
  std::vector<WalkBand> bands{};
  framework::Rule lowest_decides{};
  /// What one more "yes" on one of its lowest questions would give; nothing where none is a "no".
  std::optional<std::string> after_one_more{};
  std::optional<Share> one_more_share{};
  SampleSays sample_says{};

  std::vector<WalkStandard> standards{};
  std::vector<WalkRange> ranges{};
  std::vector<WalkStandard> left_out{};  ///< Rated, and not in the score.
  std::vector<WalkDeparture> departures{};

  std::int64_t decisive_yes() const;
  const WalkQuestion& decisive() const;
  std::size_t tied() const;  ///< How many questions share the lowest place.
};

/// Incomplete when the inspection lacks a figure that the walk needs.
Result<Walk> walk_through(const framework::Edition& edition,
                          const domain::PublishedInspection& inspection,
                          const framework::StandardCode& standard);

}  // namespace northlight::report
