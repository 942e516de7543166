#pragma once

#include <compare>
#include <cstdint>
#include <string>

#include "base/result.hpp"

namespace northlight {

/// A whole percentage, 0 to 100, as a band edge or a printed figure states it.
struct Percent {
  std::int64_t value = 0;

  friend constexpr auto operator<=>(Percent, Percent) = default;
};

/// How many of the judged cases met a requirement: "13 of 20".
///
/// Held as two whole numbers, so that 13 of 20 is exactly 65 per cent and no rating ever turns on
/// how a machine rounds 0.65.
class Share {
 public:
  /// The most cases that a share counts; far above any service, and small enough that comparing two
  /// shares across cannot overflow.
  static constexpr std::int64_t most_cases = 1'000'000'000;

  /// Fails unless 0 <= met <= judged and at least one case was judged.
  static Result<Share> of(std::int64_t met, std::int64_t judged);

  constexpr std::int64_t met() const { return met_; }
  constexpr std::int64_t judged() const { return judged_; }
  constexpr bool reaches(Percent mark) const { return met_ * 100 >= mark.value * judged_; }

  /// The figure that a report prints: rounded half up to a whole number, once, here.
  constexpr Percent printed() const { return Percent{(met_ * 200 + judged_) / (judged_ * 2)}; }

  /// "13 of 20"
  std::string text() const;

  /// The exact percentage with one decimal, rounded half up: "64.7".
  std::string percent_text() const;

  /// Orders by size: 13 of 20 and 26 of 40 are equivalent, not identical.
  friend constexpr std::weak_ordering operator<=>(Share a, Share b) {
    return a.met_ * b.judged_ <=> b.met_ * a.judged_;
  }
  friend constexpr bool operator==(Share a, Share b) { return (a <=> b) == 0; }

 private:
  constexpr Share(std::int64_t met, std::int64_t judged) : met_(met), judged_(judged) {}

  std::int64_t met_;
  std::int64_t judged_;
};

}  // namespace northlight
