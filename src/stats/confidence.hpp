#pragma once

#include <cstdint>

namespace northlight::stats {

/// How sure an interval is meant to be, in tenths of a per cent: 950 is 95 per cent. Held as a
/// whole number so that a tie with the edge of a tail can be decided rather than rounded.
struct Confidence {
  std::int64_t per_mille = 950;

  /// The probability left on each side of a two-sided interval: 0.025 for 95 per cent.
  double one_tail() const { return static_cast<double>(1000 - per_mille) / 2000.0; }
  bool is_usable() const { return per_mille > 0 && per_mille < 1000; }

  friend constexpr auto operator<=>(Confidence, Confidence) = default;
};

}  // namespace northlight::stats
