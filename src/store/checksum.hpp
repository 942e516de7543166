#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>

namespace northlight::store {

/// SHA-256 of what is added to it, piece by piece.
class Checksum {
 public:
  Checksum();
  void add(std::string_view bytes);
  /// Adds a text with its length, so that "ab" + "c" and "a" + "bc" differ.
  void add_field(std::string_view text);
  std::string hex();  ///< 64 characters; nothing may be added after.

 private:
  alignas(8) std::array<std::byte, 128> state_;
};

std::string checksum_of(std::string_view bytes);

}  // namespace northlight::store
