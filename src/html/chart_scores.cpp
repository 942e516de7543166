#include "html/chart_scores.hpp"

namespace northlight::html {
namespace {

constexpr double top = 28;
constexpr double bottom = 148;
constexpr int height = 196;

double days(Date date) {
  return static_cast<double>(std::chrono::sys_days(date).time_since_epoch().count());
}

/// Each between 8 and 92 per cent, so that the words at both ends stay on the page.
std::string place(const ScoreOverTime& item, const ScoresOverTime& all) {
  const double first = days(all.items.front().on);
  const double last = days(all.items.back().on);
  if (last <= first) return "50%";
  return across(8 + (days(item.on) - first) * 84 / (last - first));
}

double level(int points, int most) { return bottom - (bottom - top) * points / most; }

std::string score(const ScoreOverTime& item) {
  if (!item.points) return "Not known from the source";
  return std::to_string(*item.points) + " of " + std::to_string(item.most);
}

std::string_view anchor(const ScoreOverTime& item, const ScoresOverTime& all) {
  if (all.items.size() == 1) return "middle";
  if (&item == &all.items.front()) return "start";
  return &item == &all.items.back() ? "end" : "middle";
}

Html points(const ScoresOverTime& all) {
  Html words;
  Html lines;
  Html dots;
  std::string before_x;
  double before_y = 0;
  bool lower = true;
  for (const auto& item : all.items) {
    const auto x = place(item, all);
    // In two lines by turns, so that neighbours do not run into each other on a phone.
    lower = !lower;
    words += svg_text(x, bottom + (lower ? 40 : 20), anchor(item, all), item.when);
    if (!item.points) {
      words += svg_text(x, bottom - 8, anchor(item, all), "not known", "nl-chart__text--quiet");
      continue;
    }
    const double y = level(*item.points, item.most);
    if (!before_x.empty()) lines += svg_line(before_x, before_y, x, y, "nl-chart__line", 3);
    before_x = x;
    before_y = y;
    dots += element(
        "circle",
        {{"cx", x}, {"cy", y}, {"r", 6}, {"stroke-width", 2}, {"class", "nl-chart__dot--this"}});
    words += svg_text(x, y - 12, anchor(item, all), score(item), "nl-chart__text--strong");
  }
  return lines + dots + words;
}

}  // namespace

Html scores_chart(const ScoresOverTime& parameters) {
  if (parameters.items.empty()) return {};
  Table figures{.caption = parameters.title,
                .caption_classes = "govuk-visually-hidden",
                .head = {{.text = "When"}, {.text = "Score", .numeric = true}, {.text = "Rating"}},
                .first_cell_is_header = true};
  std::string words;
  for (const auto& item : parameters.items) {
    const auto& rating =
        item.rating.empty() ? std::string("Not known from the source") : item.rating;
    figures.rows.push_back(
        {{.text = item.when}, {.text = score(item), .numeric = true}, {.text = rating}});
    words += (words.empty() ? "" : "; ") + item.when + ": " + score(item);
  }
  const auto content = svg_line("0%", bottom, "100%", bottom, "nl-chart__axis") +
                       svg_line("0%", top, "100%", top, "nl-chart__grid") + points(parameters);
  return chart(parameters.title,
               drawing(height, parameters.title + ". " + words + ".",
                       "The higher a point, the more of the points that could be had.", content),
               figures);
}

}  // namespace northlight::html
