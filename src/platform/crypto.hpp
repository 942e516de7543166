#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"

namespace northlight::platform {

/// 32 bytes of BLAKE2b (or of SHA-256).
using Digest = std::array<std::uint8_t, 32>;

/// Anybody can make the digest of what they know.
Digest digest(std::string_view bytes);

/// Only who has the key can; 16 to 64 bytes of it.
Digest keyed_digest(std::string_view key, std::string_view bytes);

/// 32 bytes of SHA-256, where a standard asks for it; `digest` for everything of our own.
Digest sha256(std::string_view bytes);

/// Takes as long wherever the two differ. Texts of other lengths are told apart at once.
bool equal_in_constant_time(std::string_view a, std::string_view b);

/// From the operating system's generator.
std::string random_bytes(std::size_t count);

/// Letters, figures, "-" and "_", without padding: fit for cookies and addresses.
std::string base64url(std::string_view bytes);
std::string base64url(const Digest& digest);
/// Refuses padding, white space and bits that say nothing.
Result<std::string> parse_base64url(std::string_view text);

/// Lower case.
std::string hex(const Digest& digest);

/// Base 32 of RFC 4648 in capitals, without padding: what people type into an authenticator.
std::string base32(std::string_view bytes);

/// Secret bytes or text: gone from memory when this goes, and never copied by accident.
class Secret {
 public:
  /// Wipes the text that it is made from.
  explicit Secret(std::string&& bytes);
  Secret(Secret&&) noexcept = default;
  Secret& operator=(Secret&& other) noexcept;
  Secret(const Secret&) = delete;
  Secret& operator=(const Secret&) = delete;
  ~Secret() { wipe(); }

  std::string_view bytes() const { return {bytes_.data(), bytes_.size()}; }

 private:
  void wipe() noexcept;

  std::vector<char> bytes_;  // Not a string, which would leave short texts behind when moved.
};

}  // namespace northlight::platform
