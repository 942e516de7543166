#pragma once

#include <array>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.hpp"

namespace northlight {

/// The 128 bits of an id and its text: 26 characters of Crockford's base 32, lower case.
class IdBits {
 public:
  using Bytes = std::array<std::uint8_t, 16>;

  constexpr IdBits() = default;
  explicit constexpr IdBits(Bytes bytes) : bytes_(bytes) {}

  /// Refuses anything but 26 characters of the alphabet that hold 128 bits.
  static Result<IdBits> parse(std::string_view text);

  std::string text() const;
  const Bytes& bytes() const { return bytes_; }

  friend constexpr auto operator<=>(const IdBits&, const IdBits&) = default;

 private:
  Bytes bytes_{};
};

/// The id of one kind of thing: 128 random bits, so that nobody can guess another from it.
/// `Id<struct ChildKind>` and `Id<struct OrderKind>` cannot be mixed. Random bits are handed in
/// (platform/random), never made here.
template <typename Kind>
class Id {
 public:
  explicit Id(IdBits bits) : bits_(bits) {}

  static Result<Id> parse(std::string_view text) {
    NL_TRY(bits, IdBits::parse(text));
    return Id{bits};
  }

  std::string text() const { return bits_.text(); }
  const IdBits& bits() const { return bits_; }

  friend auto operator<=>(const Id&, const Id&) = default;

 private:
  IdBits bits_;
};

/// Nothing where there is no id.
template <typename Kind>
std::optional<std::string> optional_text_of(const std::optional<Id<Kind>>& id) {
  return id ? std::optional(id->text()) : std::nullopt;
}

}  // namespace northlight

template <typename Kind>
struct std::hash<northlight::Id<Kind>> {
  std::size_t operator()(const northlight::Id<Kind>& id) const noexcept {
    std::size_t seed = 0;  // The bits are random already: any eight of them make a good hash.
    for (std::size_t i = 0; i < sizeof seed; ++i) seed = (seed << 8U) | id.bits().bytes()[i];
    return seed;
  }
};
