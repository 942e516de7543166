#pragma once

#include "html/chart.hpp"

namespace northlight::html {

/// Where one score lies among many, as dots along an axis. Equal scores stand above one another.
struct PositionStrip {
  std::string title{};
  std::string name{};  ///< Whose score it is about: "East Sussex".
  int score = 0;
  std::vector<int> others{};  ///< The scores of the others, in any order.
  int least = 0;
  int most = 36;
  std::vector<ChartMark> edges{};  ///< In points, such as {19, "Good from 19"}.
  std::string unit = "points";
};

Html position_strip(const PositionStrip& parameters);

}  // namespace northlight::html
