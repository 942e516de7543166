#include "report/benchmark.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "rating/rate.hpp"

namespace northlight::report {
namespace {

// Only the latest inspection of each service is compared: the others are its past.
std::vector<Scored> latest_of_each(std::vector<Scored> inspections) {
  std::map<std::string, Scored> latest;
  for (auto& one : inspections) {
    const auto [at, is_new] = latest.try_emplace(one.service_slug, one);
    if (!is_new && at->second.published_on < one.published_on) at->second = std::move(one);
  }
  std::vector<Scored> kept;
  kept.reserve(latest.size());
  for (auto& [slug, one] : latest) kept.push_back(std::move(one));
  return kept;
}

std::optional<Placed> place(Scored one, std::int64_t most_points) {
  if (!one.score || !one.maximum || most_points <= 0) return std::nullopt;
  if (*one.maximum <= 0 || *one.maximum % most_points != 0) return std::nullopt;
  if (*one.score < 0 || *one.score > *one.maximum) return std::nullopt;
  const auto standards = *one.maximum / most_points;
  const auto points = framework::Fraction::of(*one.score, standards);
  if (!points) return std::nullopt;
  return Placed{std::move(one), *points, standards, {}};
}

std::string ordinal(std::int64_t number) {
  const auto last_two = number % 100;
  const char* ending = "th";
  if (last_two < 11 || last_two > 13) {
    if (number % 10 == 1) ending = "st";
    if (number % 10 == 2) ending = "nd";
    if (number % 10 == 3) ending = "rd";
  }
  return std::to_string(number) + ending;
}

}  // namespace

const Placed* Benchmark::find(std::string_view service_slug) const {
  const auto at = std::ranges::find(
      placed, service_slug,
      [](const Placed& one) -> std::string_view { return one.scored.service_slug; });
  return at == placed.end() ? nullptr : &*at;
}

bool Benchmark::leaves_out(std::string_view service_slug) const {
  return std::ranges::any_of(left_out,
                             [&](const Scored& one) { return one.service_slug == service_slug; });
}

Result<Benchmark> benchmark(const framework::Edition& edition, std::vector<Scored> inspections) {
  Benchmark made;
  NL_TRY(most_points, rating::most_points(edition));
  made.most_points = most_points;
  std::set<std::int64_t, std::greater<>> maxima;
  for (auto& one : latest_of_each(std::move(inspections))) {
    auto placed = place(one, most_points);
    if (!placed) {
      made.left_out.push_back(std::move(one));
      continue;
    }
    maxima.insert(*placed->scored.maximum);
    made.placed.push_back(*std::move(placed));
  }
  made.maxima.assign(maxima.begin(), maxima.end());
  std::ranges::stable_sort(made.placed, std::greater<>{}, &Placed::points_per_standard);
  std::ranges::stable_sort(made.left_out, {}, &Scored::service);

  std::vector<framework::Fraction> all;
  all.reserve(made.placed.size());
  for (const auto& one : made.placed) all.push_back(one.points_per_standard);
  for (auto& one : made.placed) {
    NL_TRY(rank,
           stats::rank_range(one.points_per_standard, std::span<const framework::Fraction>(all)));
    one.rank = rank;
  }
  return made;
}

std::string rank_in_words(const stats::RankRange& rank) {
  const auto of = " of " + std::to_string(rank.of);
  if (rank.best == rank.worst) return ordinal(rank.best) + of;
  return "between " + ordinal(rank.best) + " and " + ordinal(rank.worst) + of;
}

}  // namespace northlight::report
