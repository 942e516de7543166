#include "platform/crypto.hpp"

#include <sodium.h>

#include <stdexcept>
#include <utility>

#include "platform/bytes.hpp"

namespace northlight::platform {
namespace {

/// Once for the program; everything here works without it but for picking the quickest code.
void make_ready() {
  static const int ready = sodium_init();
  if (ready < 0) throw std::runtime_error("the system has no randomness to give");
}

Error no_base64() {
  return {ErrorCode::Invalid, "This is not what was given out: copy it whole and try again"};
}

}  // namespace

Digest digest(std::string_view bytes) {
  make_ready();
  Digest made{};
  crypto_generichash(made.data(), made.size(), as_bytes(bytes), bytes.size(), nullptr, 0);
  return made;
}

Digest sha256(std::string_view bytes) {
  Digest made{};
  crypto_hash_sha256(made.data(), as_bytes(bytes), bytes.size());
  return made;
}

Digest keyed_digest(std::string_view key, std::string_view bytes) {
  make_ready();
  Digest made{};
  if (crypto_generichash(made.data(), made.size(), as_bytes(bytes), bytes.size(), as_bytes(key),
                         key.size()) != 0 ||
      key.size() < crypto_generichash_KEYBYTES_MIN)
    throw std::logic_error("a key of a wrong length");
  return made;
}

bool equal_in_constant_time(std::string_view a, std::string_view b) {
  return a.size() == b.size() && sodium_memcmp(a.data(), b.data(), a.size()) == 0;
}

std::string random_bytes(std::size_t count) {
  make_ready();
  std::string bytes(count, '\0');
  randombytes_buf(bytes.data(), bytes.size());
  return bytes;
}

std::string base64url(std::string_view bytes) {
  constexpr auto variant = sodium_base64_VARIANT_URLSAFE_NO_PADDING;
  std::string text(sodium_base64_ENCODED_LEN(bytes.size(), variant), '\0');
  sodium_bin2base64(text.data(), text.size(), as_bytes(bytes), bytes.size(), variant);
  text.pop_back();  // The NUL.
  return text;
}

std::string base64url(const Digest& digest) {
  return base64url({reinterpret_cast<const char*>(digest.data()), digest.size()});  // NOLINT
}

Result<std::string> parse_base64url(std::string_view text) {
  std::string bytes(text.size() / 4 * 3 + 3, '\0');
  std::size_t length = 0;
  auto* const out = reinterpret_cast<unsigned char*>(bytes.data());  // NOLINT
  if (sodium_base642bin(out, bytes.size(), text.data(), text.size(), nullptr, &length, nullptr,
                        sodium_base64_VARIANT_URLSAFE_NO_PADDING) != 0)
    return no_base64();
  bytes.resize(length);
  return bytes;
}

std::string hex(const Digest& digest) {
  std::string text(digest.size() * 2 + 1, '\0');
  sodium_bin2hex(text.data(), text.size(), digest.data(), digest.size());
  text.pop_back();  // The NUL.
  return text;
}

std::string base32(std::string_view bytes) {
  constexpr std::string_view letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  std::string text;
  unsigned held = 0;
  int bits = 0;
  for (const char c : bytes) {
    held = (held << 8U) | static_cast<unsigned char>(c);
    for (bits += 8; bits >= 5; bits -= 5) text += letters[(held >> unsigned(bits - 5)) & 31U];
    held &= 255U;
  }
  if (bits > 0) text += letters[(held << unsigned(5 - bits)) & 31U];
  return text;
}

Secret::Secret(std::string&& bytes) : bytes_(bytes.begin(), bytes.end()) {
  sodium_memzero(bytes.data(), bytes.size());
}

Secret& Secret::operator=(Secret&& other) noexcept {
  wipe();
  bytes_ = std::move(other.bytes_);
  return *this;
}

void Secret::wipe() noexcept {
  sodium_memzero(bytes_.data(), bytes_.size());
  bytes_.clear();
}

}  // namespace northlight::platform
