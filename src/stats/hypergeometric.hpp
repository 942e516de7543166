#pragma once

#include <cstdint>
#include <vector>

namespace northlight::stats {

/// Probabilities of the whole numbers from `first` on, in order; they sum to 1.
struct Distribution {
  std::int64_t first = 0;
  std::vector<double> probabilities{};

  std::int64_t last() const { return first + static_cast<std::int64_t>(probabilities.size()) - 1; }
  double of(std::int64_t value) const;        ///< Nought outside the range.
  double at_least(std::int64_t value) const;  ///< The sum from `value` upwards.
  double at_most(std::int64_t value) const;   ///< The sum up to and including `value`.
};

/// The number of yeses in a draw without replacement: `population` cases, `yes` of which are yes,
/// and `drawn` taken. All combinations must be possible: 0 <= yes, drawn <= population.
Distribution hypergeometric(std::int64_t population, std::int64_t yes, std::int64_t drawn);

/// The number of yeses in `draws` from a Polya urn that holds `yes` and `no` (weights, not
/// necessarily whole), where each ball drawn goes back with one more like it: the beta-binomial.
/// At least one weight must be above nought.
Distribution polya(double yes, double no, std::int64_t draws);

}  // namespace northlight::stats
