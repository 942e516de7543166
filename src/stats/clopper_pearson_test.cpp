#include "stats/clopper_pearson.hpp"

#include <doctest/doctest.h>

#include <cmath>

#include "stats/hypergeometric.hpp"

using namespace northlight;
using namespace northlight::stats;

namespace {

Share share(std::int64_t met, std::int64_t judged) { return *Share::of(met, judged); }

/// The binomial as a plain sum over its terms, to hold the quantiles of the beta against.
double at_least(std::int64_t y, std::int64_t n, double p) {
  double sum = 0;
  for (std::int64_t k = y; k <= n; ++k)
    sum += std::exp(std::lgamma(double(n) + 1) - std::lgamma(double(k) + 1) -
                    std::lgamma(double(n - k) + 1) + double(k) * std::log(p) +
                    double(n - k) * std::log1p(-p));
  return sum;
}

}  // namespace

TEST_CASE("6 of 13 says 19 to 75 per cent of practice in general") {
  const auto interval = clopper_pearson(share(6, 13));
  REQUIRE(interval);
  CHECK(interval->low_percent() == Percent{19});
  CHECK(interval->high_percent() == Percent{75});
}

TEST_CASE("intervals agree with published tables") {
  // Clopper and Pearson (1934) and any statistics package: 0 of 10, 10 of 10, 5 of 10.
  CHECK(clopper_pearson(share(0, 10))->low == 0.0);
  CHECK(clopper_pearson(share(0, 10))->high == doctest::Approx(0.3084971).epsilon(1e-6));
  CHECK(clopper_pearson(share(10, 10))->low == doctest::Approx(0.6915029).epsilon(1e-6));
  CHECK(clopper_pearson(share(10, 10))->high == 1.0);
  CHECK(clopper_pearson(share(5, 10))->low == doctest::Approx(0.1870860).epsilon(1e-6));
  CHECK(clopper_pearson(share(5, 10))->high == doctest::Approx(0.8129140).epsilon(1e-6));
}

TEST_CASE("at each end the tail of the binomial is exactly what the confidence leaves over") {
  for (const std::int64_t per_mille : {800, 900, 950, 990})
    for (std::int64_t n = 1; n <= 60; ++n)
      for (std::int64_t y = 0; y <= n; ++y) {
        const Confidence confidence{per_mille};
        const auto interval = *clopper_pearson(share(y, n), confidence);
        CAPTURE(n);
        CAPTURE(y);
        if (y > 0)
          CHECK(at_least(y, n, interval.low) ==
                doctest::Approx(confidence.one_tail()).epsilon(1e-8));
        if (y < n)
          CHECK(1.0 - at_least(y + 1, n, interval.high) ==
                doctest::Approx(confidence.one_tail()).epsilon(1e-8));
        CHECK(interval.low <= double(y) / double(n));
        CHECK(interval.high >= double(y) / double(n));
      }
}

TEST_CASE("the interval covers the true proportion at least as often as it claims") {
  for (const std::int64_t n : {1, 5, 13, 20, 43})
    for (int hundredth = 1; hundredth < 100; ++hundredth) {
      const double truth = hundredth / 100.0;
      double covered = 0;
      for (std::int64_t y = 0; y <= n; ++y) {
        const auto interval = *clopper_pearson(share(y, n));
        if (interval.low <= truth && truth <= interval.high)
          covered += at_least(y, n, truth) - (y < n ? at_least(y + 1, n, truth) : 0.0);
      }
      CAPTURE(n);
      CAPTURE(truth);
      CHECK(covered >= 0.95 - 1e-9);
    }
}

TEST_CASE("a sample of a billion cases still has an interval") {
  const auto interval = clopper_pearson(share(500'000'000, Share::most_cases));
  REQUIRE(interval);
  CHECK(interval->low < 0.5);
  CHECK(interval->high > 0.5);
  CHECK(interval->high - interval->low < 0.0001);
}

TEST_CASE("a confidence of nought or of certainty is refused") {
  CHECK_FALSE(clopper_pearson(share(6, 13), Confidence{0}));
  CHECK_FALSE(clopper_pearson(share(6, 13), Confidence{1000}));
}
