#pragma once

#include "base/share.hpp"
#include "html/chart.hpp"

namespace northlight::html {

/// One key question: how many of the judged cases were "yes".
struct ShareBar {
  std::string label{};
  Share share;
  std::string band{};    ///< The rating that the share comes to, in words; may be empty.
  bool decides = false;  ///< Whether the standard's rating comes from this question.
};

/// The shares of a standard's key questions as bars: "8 of 13 (62%)", with the edges of the bands.
struct ShareBars {
  std::string id{};  ///< Of the chart; unique on the page.
  std::string title{};
  std::vector<ShareBar> bars{};
  std::vector<ChartMark> edges{};         ///< In per cent, such as {65, "Good from 65%"}.
  std::string question = "Key question";  ///< The heading of the table's first column.
};

Html share_bars(const ShareBars& parameters);

}  // namespace northlight::html
