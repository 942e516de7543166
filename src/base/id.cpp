#include "base/id.hpp"

#include <utility>

namespace northlight {
namespace {

constexpr std::string_view alphabet = "0123456789abcdefghjkmnpqrstvwxyz";
constexpr std::size_t text_length = 26;

constexpr std::uint8_t no_value = 0xff;

/// What each character stands for.
constexpr auto values = [] {
  std::array<std::uint8_t, 256> all{};
  all.fill(no_value);
  for (std::size_t i = 0; i < alphabet.size(); ++i)
    all[static_cast<unsigned char>(alphabet[i])] = static_cast<std::uint8_t>(i);
  return all;
}();

std::pair<std::uint64_t, std::uint64_t> halves(const IdBits::Bytes& bytes) {
  std::uint64_t high = 0;
  std::uint64_t low = 0;
  for (std::size_t i = 0; i < 8; ++i) {
    high = high << 8U | bytes[i];
    low = low << 8U | bytes[8 + i];
  }
  return {high, low};
}

Error not_an_id() {
  return Error{ErrorCode::Invalid,
               "This is not an identifier of Northlight: copy the whole address again"};
}

}  // namespace

// 128 bits in 26 groups of 5: the first character carries the 3 highest.
std::string IdBits::text() const {
  auto [high, low] = halves(bytes_);
  std::string text(text_length, '0');
  for (auto place = text.rbegin(); place != text.rend(); ++place) {
    *place = alphabet[low & 31U];
    low = low >> 5U | high << 59U;
    high >>= 5U;
  }
  return text;
}

Result<IdBits> IdBits::parse(std::string_view text) {
  if (text.size() != text_length) return not_an_id();
  std::uint64_t high = 0;
  std::uint64_t low = 0;
  for (const char c : text) {
    const auto value = values[static_cast<unsigned char>(c)];
    if (value == no_value || high >> 59U != 0) return not_an_id();
    high = high << 5U | low >> 59U;
    low = low << 5U | value;
  }
  Bytes bytes{};
  for (std::size_t i = 0; i < 8; ++i) {
    bytes[i] = static_cast<std::uint8_t>(high >> (56U - 8U * i));
    bytes[8 + i] = static_cast<std::uint8_t>(low >> (56U - 8U * i));
  }
  return IdBits{bytes};
}

}  // namespace northlight
