#include "base/id.hpp"

namespace northlight {
namespace {

constexpr std::string_view alphabet = "0123456789abcdefghjkmnpqrstvwxyz";
constexpr std::size_t text_length = 26;

Error not_an_id() {
  return Error{ErrorCode::Invalid,
               "This is not an identifier of Northlight: copy the whole address again"};
}

}  // namespace

std::string IdBits::text() const {
  // 128 bits in 26 groups of 5: the first character carries the 3 highest bits.
  std::string text(text_length, '0');
  for (std::size_t i = 0; i < text_length; ++i) {
    unsigned value = 0;
    for (std::size_t bit = 0; bit < 5; ++bit) {
      const std::size_t position = i * 5 + bit;
      const unsigned one =
          position < 2
              ? 0U
              : (static_cast<unsigned>(bytes_[(position - 2) / 8]) >> (7U - (position - 2) % 8)) &
                    1U;
      value = (value << 1U) | one;
    }
    text[i] = alphabet[value];
  }
  return text;
}

Result<IdBits> IdBits::parse(std::string_view text) {
  if (text.size() != text_length) return not_an_id();
  Bytes bytes{};
  for (std::size_t i = 0; i < text_length; ++i) {
    const auto value = alphabet.find(text[i]);
    if (value == std::string_view::npos) return not_an_id();
    for (std::size_t bit = 0; bit < 5; ++bit) {
      const bool one = ((value >> (4 - bit)) & 1U) != 0;
      const std::size_t position = i * 5 + bit;
      if (position < 2) {
        if (one) return not_an_id();
        continue;
      }
      if (one)
        bytes[(position - 2) / 8] |= static_cast<std::uint8_t>(1U << (7U - (position - 2) % 8));
    }
  }
  return IdBits{bytes};
}

}  // namespace northlight
