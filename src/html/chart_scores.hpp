#pragma once

#include "base/date.hpp"
#include "html/chart.hpp"

namespace northlight::html {

/// The score of one inspection. Where `points` is missing the source does not give it.
struct ScoreOverTime {
  Date on;
  std::string when{};  ///< As the source has it: "September 2024".
  std::optional<int> points{};
  int most = 36;
  std::string rating{};
};

/// The scores of a service's inspections over time, by how much of what could be had.
struct ScoresOverTime {
  std::string title{};
  std::vector<ScoreOverTime> items{};  ///< Earliest first.
};

Html scores_chart(const ScoresOverTime& parameters);

}  // namespace northlight::html
