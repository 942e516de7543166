#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "html/html.hpp"
#include "html/table.hpp"

/// What the charts share. Drawings are SVG as wide as the page with every place across given in per
/// cent, so that words keep their size on a phone; what a colour says is said again by a shape, a
/// pattern or a word; beside each drawing stands its table.
namespace northlight::html {

/// A mark across a chart with its meaning in words: "Good from 65%".
struct ChartMark {
  double at = 0;
  std::string label{};
};

/// A place across as an SVG length: 61.538 of 100 is "61.54%".
std::string across(double value, double least = 0, double most = 100);

/// A drawing of that height in pixels, with what it shows in a sentence and in more.
Html drawing(int height, std::string_view title, std::string_view description, const Html& content);

Html svg_text(const std::string& x, double y, std::string_view anchor, std::string_view words,
              std::string_view class_name = {});
Html svg_line(const std::string& x1, double y1, const std::string& x2, double y2,
              std::string_view class_name, double width = 1);

/// Upright dashed lines from the top to `bottom`, and under them the marks' words, a line each.
Html marks(const std::vector<ChartMark>& marks, double bottom, double least = 0, double most = 100);

/// How many pixels the words of the marks take.
int height_of(const std::vector<ChartMark>& marks);

/// The chart with its heading and its table, which opens on the screen and is open on paper.
Html chart(std::string_view heading, const Html& drawings, const Table& figures);

}  // namespace northlight::html
