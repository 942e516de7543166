#include "html/chart_bars.hpp"

namespace northlight::html {
namespace {

constexpr int bar_height = 24;

std::string figure(const Share& share) {
  return share.text() + " (" + std::to_string(share.printed().value) + "%)";
}

std::string in_words(const ShareBar& bar) {
  auto words = bar.label + ": " + figure(bar.share);
  if (!bar.band.empty()) words += ", " + bar.band;
  if (bar.decides) words += "; decides the rating";
  return words;
}

// Hatched, so that a bar is told from its track without its colour.
Html hatching(const std::string& id) {
  return element(
      "svg",
      {{"class", "nl-chart__patterns"},
       {"width", 0},
       {"height", 0},
       {"aria-hidden", "true"},
       {"focusable", "false"}},
      element("defs", {},
              element("pattern",
                      {{"id", id},
                       {"width", 8},
                       {"height", 8},
                       {"patternUnits", "userSpaceOnUse"},
                       {"patternTransform", "rotate(45)"}},
                      element("rect", {{"width", 8}, {"height", 8}, {"class", "nl-chart__hatch"}}),
                      element("line", {{"x1", 0},
                                       {"y1", 0},
                                       {"x2", 0},
                                       {"y2", 8},
                                       {"stroke-width", 4},
                                       {"class", "nl-chart__hatch-line"}}))));
}

Html row(const ShareBar& bar, const ShareBars& parameters, bool last) {
  const auto length =
      across(static_cast<double>(bar.share.met()), 0, static_cast<double>(bar.share.judged()));
  Html content = element(
      "rect", {{"width", "100%"}, {"height", bar_height}, {"class", "nl-chart__bar--track"}});
  content += element("rect", {{"width", length},
                              {"height", bar_height},
                              {"fill", "url(#" + parameters.id + "-hatching)"},
                              {"class", "nl-chart__bar"}});
  if (last) {
    content += marks(parameters.edges, bar_height);
  } else {
    for (const auto& edge : parameters.edges)
      content += svg_line(across(edge.at), 0, across(edge.at), bar_height, "nl-chart__edge");
  }
  Html words = text(bar.label + ": ") + element("strong", {}, figure(bar.share));
  if (!bar.band.empty()) words += text(", " + bar.band);
  if (bar.decides) words += text(" – decides the rating");
  return element("p", {{"class", "nl-chart__label"}}, words) +
         drawing(bar_height + (last ? height_of(parameters.edges) : 2), in_words(bar), "", content);
}

Table figures(const ShareBars& parameters) {
  Table out{.caption = parameters.title,
            .caption_classes = "govuk-visually-hidden",
            .head = {{.text = parameters.question},
                     {.text = "Yes", .numeric = true},
                     {.text = "Cases judged", .numeric = true},
                     {.text = "Share", .numeric = true},
                     {.text = "Band"}},
            .first_cell_is_header = true};
  for (const auto& bar : parameters.bars)
    out.rows.push_back({{.text = bar.label},
                        {.text = std::to_string(bar.share.met()), .numeric = true},
                        {.text = std::to_string(bar.share.judged()), .numeric = true},
                        {.text = std::to_string(bar.share.printed().value) + "%", .numeric = true},
                        {.text = (bar.band.empty() ? "Not banded" : bar.band) +
                                 (bar.decides ? " (decides the rating)" : "")}});
  return out;
}

}  // namespace

Html share_bars(const ShareBars& parameters) {
  Html rows = hatching(parameters.id + "-hatching");
  for (const auto& bar : parameters.bars)
    rows += row(bar, parameters, &bar == &parameters.bars.back());
  return chart(parameters.title, rows, figures(parameters));
}

}  // namespace northlight::html
