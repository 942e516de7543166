#include "rating/rate.hpp"
#include "web/views/benchmark_view.hpp"
#include "web/views/words.hpp"

namespace northlight::web::views {
namespace {

using namespace html;

constexpr double left = 20;
constexpr double width = 600;

double place_of(const framework::Fraction& points, std::int64_t most) {
  return left + width * static_cast<double>(points.numerator()) /
                    static_cast<double>(points.denominator() * most);
}

// Where each overall rating begins, in points per standard.
Html edges(const framework::Edition& edition, std::int64_t most) {
  Html out;
  if (!edition.overall) return out;
  framework::Fraction from;
  for (const auto& band : edition.overall->bands) {
    const auto to = band.up_to ? place_of(*band.up_to, most) : left + width;
    const auto begins = place_of(from, most);
    out += element("text", {{"x", (begins + to) / 2}, {"y", 100}, {"text-anchor", "middle"}},
                   edition.name(band.rating));
    if (!band.up_to) break;
    out.open("line", {{"class", "nl-strip__edge"}, {"x1", to}, {"x2", to}, {"y1", 10}, {"y2", 84}});
    out.close("line");
    from = *band.up_to;
  }
  return out;
}

}  // namespace

Html benchmark_strip(const framework::Edition& edition, const report::Benchmark& benchmark,
                     const report::Placed* own) {
  Html out;
  out.add_raw(
      R"(<figure class="nl-figure-block"><svg class="nl-strip" viewBox="0 0 640 108" role="img" aria-labelledby="strip-title">)");
  out += element("title", {{"id", "strip-title"}},
                 own == nullptr ? std::string("Points per rated standard of every inspection")
                                : "Points per rated standard of every inspection; " +
                                      own->scored.service + " is marked");
  out += edges(edition, benchmark.most_points);
  // Equal scores are stacked, so that every inspection is seen.
  const framework::Fraction* before = nullptr;
  double y = 78;
  for (const auto& one : benchmark.placed) {
    y = before != nullptr && *before == one.points_per_standard ? y - 9 : 78;
    before = &one.points_per_standard;
    const bool is_own = &one == own;
    out.open("circle", {{"class", is_own ? "nl-strip__mark nl-strip__mark--own" : "nl-strip__mark"},
                        {"cx", place_of(one.points_per_standard, benchmark.most_points)},
                        {"cy", y},
                        {"r", is_own ? 6 : 4}});
    out.close("circle");
  }
  out.open(
      "line",
      {{"class", "nl-strip__axis"}, {"x1", left}, {"x2", left + width}, {"y1", 84}, {"y2", 84}});
  out.close("line");
  out.add_raw("</svg>");
  out += element(
      "figcaption", {{"class", "govuk-body-s nl-quiet"}},
      "Each dot is an inspection, from no points on the left to the most that there are "
      "on the right. ",
      own == nullptr ? std::string() : "The large ringed dot is " + own->scored.service + ". ",
      "The table below has the figures.");
  out.add_raw("</figure>");
  return out;
}

}  // namespace northlight::web::views
