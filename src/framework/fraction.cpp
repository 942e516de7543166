#include "framework/fraction.hpp"

#include <fmt/format.h>

#include <numeric>

#include "base/text.hpp"

namespace northlight::framework {

namespace {

Error not_a_number(std::string_view text) {
  return Error{ErrorCode::Invalid,
               fmt::format("\"{}\" is not an exact number. Write it as \"3/2\", \"5\" or \"1.25\".",
                           text.substr(0, 40))};
}

}  // namespace

Result<Fraction> Fraction::of(std::int64_t numerator, std::int64_t denominator) {
  if (numerator < 0 || denominator <= 0)
    return Error{ErrorCode::Invalid,
                 "A fraction is of whole numbers from nought up, the lower one above nought."};
  const auto common = std::gcd(numerator, denominator);
  numerator /= common;
  denominator /= common;
  if (numerator > largest_part || denominator > largest_part)
    return Error{ErrorCode::Invalid, "The parts of a fraction are at most 1,000,000,000."};
  return Fraction{numerator, denominator};
}

Result<Fraction> Fraction::parse(std::string_view text) {
  if (const auto slash = text.find('/'); slash != std::string_view::npos) {
    const auto numerator = parse_whole_number(trim(text.substr(0, slash)));
    const auto denominator = parse_whole_number(trim(text.substr(slash + 1)));
    if (!numerator || !denominator || *denominator == 0) return not_a_number(text);
    return of(*numerator, *denominator);
  }
  const auto point = text.find('.');
  const auto whole = parse_whole_number(text.substr(0, point));
  if (!whole || *whole > largest_part) return not_a_number(text);
  if (point == std::string_view::npos) return of(*whole, 1);
  const auto decimals = text.substr(point + 1);
  const auto part = parse_whole_number(decimals);
  if (!part || decimals.size() > 8) return not_a_number(text);
  std::int64_t scale = 1;
  for (std::size_t i = 0; i < decimals.size(); ++i) scale *= 10;
  return of(*whole * scale + *part, scale);
}

std::string Fraction::text() const {
  if (denominator_ == 1) return std::to_string(numerator_);
  return fmt::format("{}/{}", numerator_, denominator_);
}

std::string Fraction::decimal_text(int decimals) const {
  std::int64_t scale = 1;
  for (int i = 0; i < decimals; ++i) scale *= 10;
  const auto rounded = (numerator_ * scale * 2 + denominator_) / (denominator_ * 2);
  if (decimals == 0) return std::to_string(rounded);
  return fmt::format("{}.{:0{}}", rounded / scale, rounded % scale, decimals);
}

}  // namespace northlight::framework
