#include "platform/one_time_code.hpp"

#include <liboath/oath.h>

#include <array>
#include <stdexcept>

#include "platform/crypto.hpp"

namespace northlight::platform {
namespace {

constexpr std::int64_t seconds_a_step = 30;
constexpr unsigned figures = 6;
constexpr std::size_t seed_size = 20;

/// RFC 3986: everything but letters, figures and "-._~".
std::string percent_encoded(std::string_view text) {
  constexpr std::string_view hexadecimal = "0123456789ABCDEF";
  constexpr std::string_view plain =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";
  std::string encoded;
  for (const char c : text) {
    if (plain.find(c) != std::string_view::npos) {
      encoded += c;
      continue;
    }
    const auto byte = static_cast<unsigned char>(c);
    encoded += '%';
    encoded += hexadecimal[byte >> 4U];
    encoded += hexadecimal[byte & 15U];
  }
  return encoded;
}

}  // namespace

std::int64_t step_at(Instant instant) {
  return std::chrono::floor<std::chrono::seconds>(instant).time_since_epoch().count() /
         seconds_a_step;
}

std::string new_one_time_seed() { return random_bytes(seed_size); }

std::string one_time_code(std::string_view seed, std::int64_t step) {
  std::array<char, figures + 1> code{};
  const int made = oath_hotp_generate(seed.data(), seed.size(), static_cast<std::uint64_t>(step),
                                      figures, false, OATH_HOTP_DYNAMIC_TRUNCATION, code.data());
  if (made != OATH_OK) throw std::runtime_error("no one-time code could be made");
  return {code.data(), figures};
}

std::optional<std::int64_t> step_of_code(std::string_view seed, std::string_view code, Instant now,
                                         std::int64_t last_used) {
  const auto present = step_at(now);
  std::optional<std::int64_t> found;
  for (const auto step : {present - 1, present, present + 1})
    if (equal_in_constant_time(one_time_code(seed, step), code) && step > last_used) found = step;
  return found;
}

std::string one_time_address(std::string_view issuer, std::string_view account,
                             std::string_view seed) {
  return "otpauth://totp/" + percent_encoded(issuer) + ":" + percent_encoded(account) +
         "?secret=" + base32(seed) + "&issuer=" + percent_encoded(issuer) +
         "&algorithm=SHA1&digits=6&period=30";
}

}  // namespace northlight::platform
