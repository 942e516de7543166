#include "html/chart.hpp"

#include <array>
#include <cassert>
#include <charconv>

#include "html/details.hpp"

namespace northlight::html {
namespace {

constexpr int line_height = 20;

}  // namespace

std::string across(double value, double least, double most) {
  assert(most > least);
  std::array<char, 64> digits{};
  const auto end =
      std::to_chars(digits.data(), digits.data() + digits.size(),
                    (value - least) * 100 / (most - least), std::chars_format::fixed, 2);
  std::string written(digits.data(), end.ptr);
  while (written.ends_with('0')) written.pop_back();
  if (written.ends_with('.')) written.pop_back();
  return written + "%";
}

Html drawing(int height, std::string_view title, std::string_view description,
             const Html& content) {
  Html more;
  if (!description.empty()) more = element("desc", {}, description);
  return element("svg",
                 {{"class", "nl-chart__drawing"},
                  {"xmlns", "http://www.w3.org/2000/svg"},
                  {"width", "100%"},
                  {"height", height},
                  {"role", "img"},
                  {"focusable", "false"}},
                 element("title", {}, title), more, content);
}

Html svg_text(const std::string& x, double y, std::string_view anchor, std::string_view words,
              std::string_view class_name) {
  return element("text",
                 {{"x", x},
                  {"y", y},
                  {"font-size", 16},
                  {"text-anchor", anchor},
                  {"class", classes({"nl-chart__text", class_name})}},
                 words);
}

Html svg_line(const std::string& x1, double y1, const std::string& x2, double y2,
              std::string_view class_name, double width) {
  return element("line", {{"x1", x1},
                          {"y1", y1},
                          {"x2", x2},
                          {"y2", y2},
                          {"stroke-width", width},
                          {"class", class_name}});
}

Html marks(const std::vector<ChartMark>& given, double bottom, double least, double most) {
  Html lines;
  Html words;
  double y = bottom;
  for (const auto& mark : given) {
    y += line_height;
    const auto x = across(mark.at, least, most);
    // Near an end the words stand beside the line, towards the middle; elsewhere under it: so they
    // stay on the narrowest page.
    const double place = (mark.at - least) / (most - least);
    const bool beside = place < 0.3 || place > 0.7;
    const auto* anchor = !beside ? "middle" : place < 0.5 ? "start" : "end";
    const auto* aside = !beside ? "0" : place < 0.5 ? "6" : "-6";
    lines += svg_line(x, 0, x, beside ? y : y - 14, "nl-chart__edge");
    words +=
        element("svg", {{"x", x}, {"overflow", "visible"}}, svg_text(aside, y, anchor, mark.label));
  }
  return lines + words;
}

int height_of(const std::vector<ChartMark>& given) {
  return static_cast<int>(given.size()) * line_height + 6;
}

Html chart(std::string_view heading, const Html& drawings, const Table& figures) {
  return element("figure", {{"class", "nl-chart"}},
                 element("figcaption", {{"class", "nl-chart__caption"}}, heading), drawings,
                 details({.summary = "The figures as a table",
                          .content = table(figures),
                          .classes = "nl-chart__data"}));
}

}  // namespace northlight::html
