#include "store/checksum.hpp"

#include <sodium.h>

namespace northlight::store {
namespace {

crypto_hash_sha256_state* as_state(std::array<std::byte, 128>& bytes) {
  static_assert(sizeof(crypto_hash_sha256_state) <= sizeof(bytes));
  static_assert(alignof(crypto_hash_sha256_state) <= 8);
  return reinterpret_cast<crypto_hash_sha256_state*>(bytes.data());  // NOLINT(*-reinterpret-cast)
}

}  // namespace

Checksum::Checksum() : state_{} { crypto_hash_sha256_init(as_state(state_)); }

void Checksum::add(std::string_view bytes) {
  crypto_hash_sha256_update(as_state(state_),
                            reinterpret_cast<const unsigned char*>(bytes.data()),  // NOLINT
                            bytes.size());
}

void Checksum::add_field(std::string_view text) {
  add(std::to_string(text.size()));
  add(":");
  add(text);
}

std::string Checksum::hex() {
  std::array<unsigned char, crypto_hash_sha256_BYTES> digest{};
  crypto_hash_sha256_final(as_state(state_), digest.data());
  constexpr std::string_view digits = "0123456789abcdef";
  std::string text;
  for (const auto byte : digest) {
    text += digits[byte >> 4U];
    text += digits[byte & 15U];
  }
  return text;
}

std::string checksum_of(std::string_view bytes) {
  Checksum checksum;
  checksum.add(bytes);
  return checksum.hex();
}

}  // namespace northlight::store
