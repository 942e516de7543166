#include "stats/hypergeometric.hpp"

#include <algorithm>
#include <cassert>
#include <numeric>

namespace northlight::stats {
namespace {

/// Turns the ratios of neighbours into probabilities. The running weight is scaled down whenever it
/// has grown large, so nothing overflows; what underflows then is too small to matter.
template <typename Ratio>
Distribution from_ratios(std::int64_t first, std::int64_t last, const Ratio& next_over_this) {
  const auto size = static_cast<std::size_t>(last - first + 1);
  std::vector<double> weights(size, 0.0);
  double running = 1.0;
  weights[0] = 1.0;
  for (std::size_t i = 0; i + 1 < size; ++i) {
    running *= next_over_this(first + static_cast<std::int64_t>(i));
    weights[i + 1] = running;
    if (running > 1e200) {
      for (std::size_t k = 0; k <= i + 1; ++k) weights[k] *= 1e-200;
      running *= 1e-200;
    }
  }
  const double sum = std::accumulate(weights.begin(), weights.end(), 0.0);
  for (double& weight : weights) weight /= sum;
  return {first, std::move(weights)};
}

}  // namespace

double Distribution::of(std::int64_t value) const {
  if (value < first || value > last()) return 0.0;
  return probabilities[static_cast<std::size_t>(value - first)];
}

double Distribution::at_least(std::int64_t value) const {
  double sum = 0.0;
  for (auto at = last(); at >= std::max(value, first); --at) sum += of(at);
  return sum;
}

double Distribution::at_most(std::int64_t value) const {
  double sum = 0.0;
  for (auto at = first; at <= std::min(value, last()); ++at) sum += of(at);
  return sum;
}

Distribution hypergeometric(std::int64_t population, std::int64_t yes, std::int64_t drawn) {
  assert(yes >= 0 && drawn >= 0 && yes <= population && drawn <= population);
  const std::int64_t no = population - yes;
  // P(k + 1) / P(k) = (yes - k)(drawn - k) / ((k + 1)(no - drawn + k + 1))
  return from_ratios(
      std::max<std::int64_t>(0, drawn - no), std::min(yes, drawn), [&](std::int64_t k) {
        return static_cast<double>(yes - k) * static_cast<double>(drawn - k) /
               (static_cast<double>(k + 1) * static_cast<double>(no - drawn + k + 1));
      });
}

Distribution polya(double yes, double no, std::int64_t draws) {
  assert(yes >= 0.0 && no >= 0.0 && yes + no > 0.0 && draws >= 0);
  // An empty side can never be drawn: a urn gives only what it holds.
  if (no == 0.0) return {draws, {1.0}};
  if (yes == 0.0) return {0, {1.0}};
  // P(k + 1) / P(k) = (draws - k)(yes + k) / ((k + 1)(no + draws - k - 1))
  return from_ratios(0, draws, [&](std::int64_t k) {
    const auto at = static_cast<double>(k);
    const auto left = static_cast<double>(draws - k);
    return left * (yes + at) / ((at + 1.0) * (no + left - 1.0));
  });
}

}  // namespace northlight::stats
