#include "stats/hypergeometric.hpp"

#include <doctest/doctest.h>

#include <bit>

using namespace northlight::stats;

TEST_CASE("a draw without replacement has the probabilities that counting every draw gives") {
  for (unsigned population = 1; population <= 12; ++population)
    for (unsigned yes = 0; yes <= population; ++yes)
      for (unsigned drawn = 0; drawn <= population; ++drawn) {
        std::vector<int> counts(population + 1, 0);
        int draws = 0;
        for (unsigned draw = 0; draw < (1U << population); ++draw) {
          if (static_cast<unsigned>(std::popcount(draw)) != drawn) continue;
          ++draws;
          ++counts[static_cast<std::size_t>(std::popcount(draw & ((1U << yes) - 1U)))];
        }
        const auto exact = hypergeometric(population, yes, drawn);
        for (unsigned k = 0; k <= population; ++k)
          CHECK(exact.of(k) == doctest::Approx(double(counts[k]) / draws).epsilon(1e-12));
      }
}

TEST_CASE("the tails of a large draw sum to one and do not overflow") {
  const auto large = hypergeometric(100'000, 40'000, 50'000);
  CHECK(large.at_most(20'000) + large.at_least(20'001) == doctest::Approx(1.0).epsilon(1e-12));
  CHECK(large.of(20'000) > large.of(19'000));
  CHECK(large.at_least(50'001) == 0.0);
}

TEST_CASE("a urn that holds one yes and one no gives every count with the same probability") {
  const auto counts = polya(1, 1, 7);
  for (int k = 0; k <= 7; ++k) CHECK(counts.of(k) == doctest::Approx(1.0 / 8));
}

TEST_CASE("a urn is followed ball by ball") {
  // Every order of yes and no, each with its own probability.
  const double yes = 2.5;
  const double no = 4.0;
  const int draws = 9;
  std::vector<double> expected(draws + 1, 0.0);
  for (unsigned order = 0; order < (1U << draws); ++order) {
    double probability = 1.0;
    double now_yes = yes;
    double now_no = no;
    for (int i = 0; i < draws; ++i) {
      const bool is_yes = ((order >> i) & 1U) != 0;
      probability *= (is_yes ? now_yes : now_no) / (now_yes + now_no);
      (is_yes ? now_yes : now_no) += 1.0;
    }
    expected[static_cast<std::size_t>(std::popcount(order))] += probability;
  }
  const auto counts = polya(yes, no, draws);
  for (int k = 0; k <= draws; ++k)
    CHECK(counts.of(k) == doctest::Approx(expected[static_cast<std::size_t>(k)]).epsilon(1e-12));
}

TEST_CASE("a urn without a no never gives one") {
  CHECK(polya(3, 0, 5).of(5) == 1.0);
  CHECK(polya(0, 3, 5).of(0) == 1.0);
  CHECK(polya(0, 3, 5).of(1) == 0.0);
}
