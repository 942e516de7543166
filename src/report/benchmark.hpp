#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "framework/edition.hpp"
#include "framework/fraction.hpp"
#include "stats/rank_range.hpp"

namespace northlight::report {

/// One inspection that may be compared with others under the same edition.
struct Scored {
  std::string inspection;    ///< Its identifier.
  std::string service;       ///< As lists call it.
  std::string service_slug;  ///< As addresses call it.
  std::string published_on;  ///< Sorts by time; the latest of a service is the one compared.
  std::optional<std::int64_t> score{};
  std::optional<std::int64_t> maximum{};
  std::optional<std::string> overall{};
};

/// An inspection among the others: what is compared is the points per rated standard, exact, so
/// that 1 of 24 and 5 of 36 may stand on one line.
struct Placed {
  Scored scored;
  framework::Fraction points_per_standard;
  std::int64_t standards = 0;  ///< That were rated and count in the score.
  stats::RankRange rank;
};

struct Benchmark {
  std::vector<Placed> placed{};        ///< Best first; of equal ones by name.
  std::vector<Scored> left_out{};      ///< No score known, or one that cannot be.
  std::vector<std::int64_t> maxima{};  ///< Every maximum that occurs, largest first.
  std::int64_t most_points = 0;        ///< What the best rating of one standard gives.

  /// The place of a service; null when it is not among those placed.
  const Placed* find(std::string_view service_slug) const;
  bool leaves_out(std::string_view service_slug) const;
};

/// Places the latest inspection of each service. Incomplete when the edition does not say how many
/// points a rating gives.
Result<Benchmark> benchmark(const framework::Edition& edition, std::vector<Scored> inspections);

/// "between 20th and 24th of 74", "first of 74".
std::string rank_in_words(const stats::RankRange& rank);

}  // namespace northlight::report
