#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/result.hpp"

namespace northlight::framework {

/// An exact number that is not negative, as data files write it: "3/2", "5" or "1.2816".
/// Always in lowest terms. Parts are at most a thousand million, so that products fit 64 bits.
class Fraction {
 public:
  static constexpr std::int64_t largest_part = 1'000'000'000;

  constexpr Fraction() = default;

  /// Refuses a part that is negative or too large, and a denominator of nought.
  static Result<Fraction> of(std::int64_t numerator, std::int64_t denominator);

  /// Reads "3/2", "5" and "1.2816".
  static Result<Fraction> parse(std::string_view text);

  constexpr std::int64_t numerator() const { return numerator_; }
  constexpr std::int64_t denominator() const { return denominator_; }

  /// "3/2" or "5".
  std::string text() const;

  /// With so many decimals, rounded half up: 45/13 is "3.5".
  std::string decimal_text(int decimals = 1) const;

  friend constexpr std::strong_ordering operator<=>(Fraction a, Fraction b) {
    return a.numerator_ * b.denominator_ <=> b.numerator_ * a.denominator_;
  }
  friend constexpr bool operator==(Fraction a, Fraction b) { return (a <=> b) == 0; }

 private:
  constexpr Fraction(std::int64_t numerator, std::int64_t denominator)
      : numerator_(numerator), denominator_(denominator) {}

  std::int64_t numerator_ = 0;
  std::int64_t denominator_ = 1;
};

}  // namespace northlight::framework
