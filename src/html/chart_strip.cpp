#include "html/chart_strip.hpp"

#include <algorithm>
#include <map>

#include "base/text.hpp"

namespace northlight::html {
namespace {

constexpr double radius = 4.5;
constexpr double step = 11;
constexpr double above = 30;  // Room for the name over its own dot.

Html dot(const std::string& x, double y, double size, std::string_view class_name) {
  return element("circle",
                 {{"cx", x}, {"cy", y}, {"r", size}, {"stroke-width", 1.5}, {"class", class_name}});
}

/// How many of the others have each score.
std::map<int, int> tally(const std::vector<int>& scores) {
  std::map<int, int> out;
  for (const int score : scores) ++out[score];
  return out;
}

Html own_mark(const PositionStrip& strip, double y) {
  const auto x = across(strip.score, strip.least, strip.most);
  const auto words = strip.name + ", " + std::to_string(strip.score);
  const double place = static_cast<double>(strip.score - strip.least) /
                       static_cast<double>(strip.most - strip.least);
  const auto* anchor = place < 0.25 ? "start" : place > 0.75 ? "end" : "middle";
  // A square, so that it differs from the others by more than its colour.
  return svg_line(x, above - 8, x, y, "nl-chart__range") +
         svg_text(x, above - 14, anchor, words, "nl-chart__text--strong") +
         element("svg", {{"x", x}, {"y", y}, {"overflow", "visible"}},
                 element("rect", {{"x", -7},
                                  {"y", -7},
                                  {"width", 14},
                                  {"height", 14},
                                  {"class", "nl-chart__dot--this"}}));
}

Table figures(const PositionStrip& strip, std::map<int, int> counts) {
  Table out{.caption = strip.title,
            .caption_classes = "govuk-visually-hidden",
            .head = {{.text = "Score in " + strip.unit, .numeric = true},
                     {.text = "Other services", .numeric = true},
                     {.text = "This service"}}};
  counts[strip.score];  // A row of its own, if no other has that score.
  for (const auto& [score, count] : counts)
    out.rows.push_back({{.text = std::to_string(score), .numeric = true},
                        {.text = std::to_string(count), .numeric = true},
                        {.text = score == strip.score ? strip.name : ""}});
  return out;
}

}  // namespace

Html position_strip(const PositionStrip& strip) {
  const auto counts = tally(strip.others);
  int tallest = 1;
  for (const auto& [score, count] : counts) tallest = std::max(tallest, count);
  const auto own = counts.find(strip.score);
  const int own_place = own == counts.end() ? 0 : own->second;
  tallest = std::max(tallest, own_place + 1);
  const double axis = above + tallest * step + 6;

  Html content;
  for (const auto& [score, count] : counts)
    for (int place = 0; place < count; ++place)
      content += dot(across(score, strip.least, strip.most), axis - 8 - place * step, radius,
                     "nl-chart__dot");
  content += svg_line("0%", axis, "100%", axis, "nl-chart__axis");
  content += marks(strip.edges, axis + 22, strip.least, strip.most);
  content += svg_text("0%", axis + 20, "start", std::to_string(strip.least));
  content += svg_text("100%", axis + 20, "end", std::to_string(strip.most) + " " + strip.unit);
  content += own_mark(strip, axis - 9 - own_place * step);

  const auto others = static_cast<long long>(strip.others.size());
  const auto summary = strip.name + " has " + std::to_string(strip.score) + " of " +
                       std::to_string(strip.most) + " " + strip.unit + ", shown among " +
                       counted(others, "other service", "other services") + ".";
  return chart(strip.title,
               element("p", {{"class", "nl-chart__label"}}, summary) +
                   drawing(static_cast<int>(axis) + 24 + height_of(strip.edges), summary,
                           "One dot is one service; the square is " + strip.name + ".", content),
               figures(strip, counts));
}

}  // namespace northlight::html
