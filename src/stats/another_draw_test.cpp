#include "stats/another_draw.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <numeric>
#include <vector>

#include "stats/random.hpp"

using namespace northlight;
using namespace northlight::stats;

namespace {

Share share(std::int64_t met, std::int64_t judged) { return *Share::of(met, judged); }

/// One case after another, by every path: first every way to complete the cases not judged, then
/// every way to draw. `left` cases are still to be drawn from `yes_left` and `no_left`.
void draw_all(double probability, int yes_left, int no_left, int left, int found,
              std::vector<double>& counts) {
  if (left == 0) {
    counts[static_cast<std::size_t>(found)] += probability;
    return;
  }
  const double all = yes_left + no_left;
  if (yes_left > 0)
    draw_all(probability * yes_left / all, yes_left - 1, no_left, left - 1, found + 1, counts);
  if (no_left > 0)
    draw_all(probability * no_left / all, yes_left, no_left - 1, left - 1, found, counts);
}

/// A year some of whose cases have been seen, and how likely it is that they came out so.
struct Year {
  double probability;
  int yes;
  int no;
  int unseen;
};

void complete_all(Year year, double alpha, int draw, std::vector<double>& counts) {
  const auto& [probability, yes, no, unseen] = year;
  if (unseen == 0) {
    draw_all(probability, yes, no, draw, 0, counts);
    return;
  }
  const double all = yes + no + alpha;
  complete_all({probability * (yes + alpha / 2) / all, yes + 1, no, unseen - 1}, alpha, draw,
               counts);
  complete_all({probability * (no + alpha / 2) / all, yes, no + 1, unseen - 1}, alpha, draw,
               counts);
}

/// The other road to the same place (docs/method/uncertainty.md): the draw takes some of the judged
/// cases without replacement and the rest from the urn, ball by ball, with the base drawn as
/// defined.
std::int64_t simulate_one(std::int64_t met, std::int64_t judged, std::int64_t population,
                          double alpha, Random& random) {
  std::vector<bool> cases(static_cast<std::size_t>(judged));
  for (std::size_t i = 0; i < cases.size(); ++i) cases[i] = static_cast<std::int64_t>(i) < met;
  std::vector<bool> urn = cases;
  std::int64_t yes = 0;
  std::int64_t unseen = population - judged;
  for (std::int64_t drawn = 0; drawn < judged; ++drawn) {
    const auto left = static_cast<std::uint64_t>(static_cast<std::int64_t>(cases.size()) + unseen);
    const auto pick = random.below(left);
    if (pick < cases.size()) {
      yes += cases[pick] ? 1 : 0;
      cases.erase(cases.begin() + static_cast<std::ptrdiff_t>(pick));
      continue;
    }
    --unseen;
    const double at = random.uniform() * (static_cast<double>(urn.size()) + alpha);
    bool answer = false;
    if (at < static_cast<double>(urn.size())) {
      answer = urn[static_cast<std::size_t>(at)];
    } else {
      const double chance = random.uniform();
      answer = random.uniform() < chance;
    }
    urn.push_back(answer);
    yes += answer ? 1 : 0;
  }
  return yes;
}

}  // namespace

TEST_CASE("another draw is what following every case down every path gives") {
  for (int population = 1; population <= 8; ++population)
    for (int judged = 1; judged <= population; ++judged)
      for (int met = 0; met <= judged; ++met)
        for (const double alpha : {0.0, 0.5, 2.0}) {
          std::vector<double> counts(static_cast<std::size_t>(judged) + 1, 0.0);
          complete_all({1.0, met, judged - met, population - judged}, alpha, judged, counts);
          const auto exact = another_draw(share(met, judged), population, BaseWeight{alpha});
          REQUIRE(exact);
          for (int k = 0; k <= judged; ++k)
            CHECK(exact->of(k) ==
                  doctest::Approx(counts[static_cast<std::size_t>(k)]).epsilon(1e-10));
        }
}

TEST_CASE("another draw agrees with a seeded simulation by the urn, within its error") {
  const std::int64_t population = 30;
  const auto exact = *another_draw(share(6, 13), population, BaseWeight{2.0});
  Random random(20240610);
  const int replicates = 200'000;
  std::vector<int> counts(14, 0);
  for (int i = 0; i < replicates; ++i)
    ++counts[static_cast<std::size_t>(simulate_one(6, 13, population, 2.0, random))];
  for (int k = 0; k <= 13; ++k) {
    const double p = exact.of(k);
    const double error = std::sqrt(p * (1 - p) / replicates);
    CAPTURE(k);
    CHECK(std::abs(counts[static_cast<std::size_t>(k)] / double(replicates) - p) <=
          5 * error + 1e-5);
  }
}

TEST_CASE("when every eligible case was judged another draw gives the same again") {
  const auto same = another_draw(share(6, 13), 13, BaseWeight{2.0});
  REQUIRE(same);
  CHECK(same->of(6) == doctest::Approx(1.0));
}

TEST_CASE("the probabilities sum to one, for the largest population too") {
  for (const std::int64_t population : {60, 120, 2'000, 10'000}) {
    const auto draw = *another_draw(share(20, 43), population, BaseWeight{2.0});
    CHECK(std::accumulate(draw.probabilities.begin(), draw.probabilities.end(), 0.0) ==
          doctest::Approx(1.0).epsilon(1e-9));
  }
}

TEST_CASE("without a base, what was never seen is never drawn") {
  CHECK(another_draw(share(13, 13), 60, BaseWeight{0.0})->of(13) == doctest::Approx(1.0));
  CHECK(another_draw(share(13, 13), 60, BaseWeight{2.0})->of(13) < 0.9);
}

TEST_CASE("what makes no sense is refused") {
  CHECK_FALSE(another_draw(share(6, 13), 12, BaseWeight{2.0}));
  CHECK_FALSE(another_draw(share(6, 13), most_cases_redrawn + 1, BaseWeight{2.0}));
  CHECK_FALSE(another_draw(share(6, 13), 20, BaseWeight{-1.0}));
  CHECK_FALSE(another_draw(share(6, 13), 20, BaseWeight{std::nan("")}));
}
