#pragma once

#include <array>
#include <cstdint>

namespace northlight::stats {

/// Random numbers that a seed decides: xoshiro256** (Blackman and Vigna, 2018), its state filled
/// from the seed by splitmix64. For simulation only: never for ids, tokens or keys.
class Random {
 public:
  using result_type = std::uint64_t;

  explicit Random(std::uint64_t seed);

  static constexpr result_type min() { return 0; }
  static constexpr result_type max() { return ~result_type{0}; }
  result_type operator()();

  /// Every whole number from 0 up to but not including `end` with the same probability; `end` > 0.
  std::uint64_t below(std::uint64_t end);

  /// From 0 up to but not including 1, in steps of 2^-53.
  double uniform();

 private:
  std::array<std::uint64_t, 4> state_;
};

}  // namespace northlight::stats
