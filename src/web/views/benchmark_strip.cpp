#include "html/chart.hpp"
#include "web/views/benchmark_view.hpp"
#include "web/views/words.hpp"

namespace northlight::web::views {
namespace {

using namespace html;

constexpr double baseline = 110;

double value_of(const framework::Fraction& points) {
  return static_cast<double>(points.numerator()) / static_cast<double>(points.denominator());
}

// Where each overall rating but the lowest begins, in points a standard.
std::vector<ChartMark> edges(const framework::Edition& edition) {
  std::vector<ChartMark> all;
  if (!edition.overall) return all;
  std::optional<framework::Fraction> below;
  for (const auto& band : edition.overall->bands) {
    if (below)
      all.push_back({value_of(*below),
                     std::string(edition.name(band.rating)) + " above " + below->decimal_text(1)});
    below = band.up_to;
  }
  return all;
}

// Equal results are stacked, so that every inspection is seen.
Html dots(const report::Benchmark& benchmark, const report::Placed* own) {
  Html out;
  const auto most = static_cast<double>(benchmark.most_points);
  const framework::Fraction* before = nullptr;
  double y = 0;
  for (const auto& one : benchmark.placed) {
    y = before != nullptr && *before == one.points_per_standard ? y - 11 : baseline - 10;
    before = &one.points_per_standard;
    const bool is_own = &one == own;
    out.open("circle", {{"class", is_own ? "nl-chart__dot nl-chart__dot--this" : "nl-chart__dot"},
                        {"cx", across(value_of(one.points_per_standard), 0, most)},
                        {"cy", y},
                        {"r", is_own ? 7 : 5}});
    out.close("circle");
  }
  return out;
}

}  // namespace

Html benchmark_strip(const framework::Edition& edition, const report::Benchmark& benchmark,
                     const report::Placed* own) {
  const auto most = static_cast<double>(benchmark.most_points);
  const auto lines = edges(edition);
  Html content = marks(lines, baseline, 0, most);
  content += svg_line("0%", baseline, "100%", baseline, "nl-chart__axis", 1);
  content += dots(benchmark, own);
  if (own != nullptr)
    content += svg_text(across(value_of(own->points_per_standard), 0, most), 14, "middle",
                        own->scored.service);
  Html out;
  out.add_raw(R"(<figure class="nl-chart">)");
  out += drawing(static_cast<int>(baseline) + height_of(lines),
                 own == nullptr ? "Points per rated standard of every inspection"
                                : "Points per rated standard of every inspection; " +
                                      own->scored.service + " is marked",
                 "The table below has the figures.", content);
  out += element(
      "figcaption", {{"class", "govuk-body-s nl-quiet"}},
      "Each dot is an inspection, from no points on the left to ",
      std::to_string(benchmark.most_points), " points a standard on the right.",
      own == nullptr ? std::string() : " The large filled dot is " + own->scored.service + ".",
      " The table below has the figures.");
  out.add_raw("</figure>");
  return out;
}

}  // namespace northlight::web::views
