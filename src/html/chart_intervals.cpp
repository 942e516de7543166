#include "html/chart_intervals.hpp"

#include <cmath>

namespace northlight::html {
namespace {

constexpr double middle = 14;
constexpr int row_height = 28;

std::string whole(double value) { return std::to_string(std::lround(value)) + "%"; }

std::string range(const Interval& item) { return whole(item.low) + " to " + whole(item.high); }

// A line with ends from low to high and a diamond at the figure.
Html range_of(const Interval& item) {
  const auto low = across(item.low);
  const auto high = across(item.high);
  Html out = svg_line("0%", middle, "100%", middle, "nl-chart__grid");
  out += svg_line(low, middle, high, middle, "nl-chart__range", 4);
  out += svg_line(low, middle - 7, low, middle + 7, "nl-chart__range", 2);
  out += svg_line(high, middle - 7, high, middle + 7, "nl-chart__range", 2);
  out += element(
      "svg", {{"x", across(item.point)}, {"y", middle}, {"overflow", "visible"}},
      element("path",
              {{"d", "M0 -9L9 0L0 9L-9 0Z"}, {"stroke-width", 2}, {"class", "nl-chart__point"}}));
  return out;
}

Html row(const Interval& item, const Intervals& parameters, bool last) {
  auto content = range_of(item);
  if (last) {
    content += marks(parameters.edges, row_height);
  } else {
    for (const auto& edge : parameters.edges)
      content += svg_line(across(edge.at), 0, across(edge.at), row_height, "nl-chart__edge");
  }
  const auto counts = item.counts.empty() ? "" : " (" + item.counts + ")";
  return element("p", {{"class", "nl-chart__label"}}, item.label + ": ",
                 element("strong", {}, whole(item.point) + counts),
                 ", " + parameters.range_name + " " + range(item)) +
         drawing(row_height + (last ? height_of(parameters.edges) : 2),
                 item.label + ": " + whole(item.point) + counts + ", " + parameters.range_name +
                     " " + range(item),
                 "On a scale from 0% to 100%.", content);
}

}  // namespace

Html interval_chart(const Intervals& parameters) {
  Table figures{.caption = parameters.title,
                .caption_classes = "govuk-visually-hidden",
                .head = {{.text = parameters.subject},
                         {.text = "Counts", .numeric = true},
                         {.text = "Figure", .numeric = true},
                         {.text = parameters.range_name, .numeric = true}},
                .first_cell_is_header = true};
  Html rows;
  for (const auto& item : parameters.items) {
    rows += row(item, parameters, &item == &parameters.items.back());
    figures.rows.push_back(
        {{.text = item.label},
         {.text = item.counts.empty() ? "Not known" : item.counts, .numeric = true},
         {.text = whole(item.point), .numeric = true},
         {.text = range(item), .numeric = true}});
  }
  return chart(parameters.title, rows, figures);
}

}  // namespace northlight::html
