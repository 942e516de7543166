#include "stats/hypergeometric_interval.hpp"

#include <doctest/doctest.h>

#include <bit>
#include <vector>

using namespace northlight;
using namespace northlight::stats;

namespace {

Share share(std::int64_t met, std::int64_t judged) { return *Share::of(met, judged); }

/// How many draws of n from N cases, the first `yes` of which are yes, hold each number of yeses:
/// counted one draw after another.
std::vector<std::int64_t> all_draws(unsigned population, unsigned yes, unsigned drawn) {
  std::vector<std::int64_t> counts(drawn + 1, 0);
  for (unsigned draw = 0; draw < (1U << population); ++draw)
    if (static_cast<unsigned>(std::popcount(draw)) == drawn)
      ++counts[static_cast<std::size_t>(std::popcount(draw & ((1U << yes) - 1U)))];
  return counts;
}

std::int64_t sum(const std::vector<std::int64_t>& counts, std::size_t from, std::size_t to) {
  std::int64_t total = 0;
  for (std::size_t i = from; i < to; ++i) total += counts[i];
  return total;
}

}  // namespace

TEST_CASE("13 of 14 eligible cases judged, 6 of them yes: 43 to 50 per cent of that year's cases") {
  const auto interval = hypergeometric_interval(share(6, 13), 14);
  REQUIRE(interval);
  CHECK(*interval == CaseInterval{6, 7, 14});
  CHECK(interval->low_percent() == Percent{43});
  CHECK(interval->high_percent() == Percent{50});
}

TEST_CASE("when every eligible case was judged nothing is uncertain") {
  for (std::int64_t n = 1; n <= 40; ++n)
    for (std::int64_t y = 0; y <= n; ++y)
      CHECK(*hypergeometric_interval(share(y, n), n) == CaseInterval{y, y, n});
}

TEST_CASE("the interval is what exact counting of every possible draw gives, up to 12 cases") {
  for (unsigned population = 1; population <= 12; ++population)
    for (unsigned drawn = 1; drawn <= population; ++drawn) {
      std::vector<std::vector<std::int64_t>> by_truth;
      for (unsigned yes = 0; yes <= population; ++yes)
        by_truth.push_back(all_draws(population, yes, drawn));
      const auto draws = sum(by_truth[0], 0, drawn + 1);
      for (unsigned y = 0; y <= drawn; ++y) {
        // Kept where both tails are at least 25 in 1,000, by whole numbers alone.
        std::vector<std::int64_t> kept;
        for (unsigned yes = 0; yes <= population; ++yes)
          if (sum(by_truth[yes], y, drawn + 1) * 40 >= draws &&
              sum(by_truth[yes], 0, y + 1) * 40 >= draws)
            kept.push_back(yes);
        CAPTURE(population);
        CAPTURE(drawn);
        CAPTURE(y);
        REQUIRE_FALSE(kept.empty());
        CHECK(*hypergeometric_interval(share(y, drawn), population) ==
              CaseInterval{kept.front(), kept.back(), population});
      }
    }
}

TEST_CASE("whatever the truth, at least 95 of 100 draws give an interval that holds it") {
  for (unsigned population = 1; population <= 12; ++population)
    for (unsigned drawn = 1; drawn <= population; ++drawn)
      for (unsigned yes = 0; yes <= population; ++yes) {
        const auto counts = all_draws(population, yes, drawn);
        std::int64_t covered = 0;
        std::int64_t draws = 0;
        for (unsigned y = 0; y <= drawn; ++y) {
          draws += counts[y];
          const auto interval = *hypergeometric_interval(share(y, drawn), population);
          if (interval.low <= yes && yes <= interval.high) covered += counts[y];
        }
        CAPTURE(population);
        CAPTURE(drawn);
        CAPTURE(yes);
        CHECK(covered * 100 >= draws * 95);
      }
}

TEST_CASE("a probability that equals the tail is kept: one case judged of forty") {
  // One yes among forty cases is found with probability 1 in 40, exactly 0.025.
  CHECK(hypergeometric_interval(share(1, 1), 40)->low == 1);
  CHECK(hypergeometric_interval(share(1, 1), 41)->low == 2);
}

TEST_CASE("the larger the population, the wider the interval, and never beyond what can be") {
  for (std::int64_t n = 1; n <= 30; ++n)
    for (std::int64_t y = 0; y <= n; ++y) {
      std::int64_t width = 0;
      for (std::int64_t population = n; population <= 4 * n; population += n) {
        const auto interval = *hypergeometric_interval(share(y, n), population);
        CHECK(interval.low >= y);
        CHECK(interval.high <= population - (n - y));
        CHECK(interval.high - interval.low >= width);
        width = interval.high - interval.low;
      }
    }
}

TEST_CASE("yes and no mirror each other") {
  for (std::int64_t n = 1; n <= 25; ++n)
    for (std::int64_t y = 0; y <= n; ++y) {
      const auto yes = *hypergeometric_interval(share(y, n), 60);
      const auto no = *hypergeometric_interval(share(n - y, n), 60);
      CHECK(yes.low == 60 - no.high);
      CHECK(yes.high == 60 - no.low);
    }
}

TEST_CASE("fewer eligible cases than judged, and absurd numbers, are refused with words") {
  const auto fewer = hypergeometric_interval(share(6, 13), 12);
  REQUIRE_FALSE(fewer);
  CHECK(fewer.error().message ==
        "Fewer cases were eligible (12) than were judged (13): check the number of eligible cases");
  CHECK_FALSE(hypergeometric_interval(share(6, 13), most_eligible_cases + 1));
  CHECK_FALSE(hypergeometric_interval(share(6, 13), 14, Confidence{1000}));
  CHECK(hypergeometric_interval(share(30'000, 50'000), most_eligible_cases));
}
