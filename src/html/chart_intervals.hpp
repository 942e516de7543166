#pragma once

#include "html/chart.hpp"

namespace northlight::html {

/// A figure that is not known exactly: where it lies and the range that it may lie in, 0 to 100.
struct Interval {
  std::string label{};
  double point = 0;
  double low = 0;
  double high = 0;
  std::string counts{};  ///< What it was worked out from: "8 of 13".
};

/// Figures with their ranges, one under the other on one scale from 0 to 100.
struct Intervals {
  std::string title{};
  std::vector<Interval> items{};
  std::vector<ChartMark> edges{};
  std::string range_name = "Range";  ///< What the range is: "95% range".
  std::string subject = "Question";  ///< The heading of the table's first column.
};

Html interval_chart(const Intervals& parameters);

}  // namespace northlight::html
