#include "platform/keys.hpp"

#include <sodium.h>

#include <algorithm>

#include "base/text.hpp"
#include "platform/bytes.hpp"
#include "platform/key_ring.hpp"

namespace northlight::platform {
namespace {

constexpr std::string_view seal_form = "s1";
constexpr std::size_t nonce_size = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr std::size_t tag_size = crypto_aead_xchacha20poly1305_ietf_ABYTES;

Error does_not_open() {
  return {ErrorCode::Unavailable,
          "What is sealed in the database does not open: start the program with the key file that "
          "belongs to this database"};
}

/// Says of which form, key and place it is, so that none of them can be changed unseen.
std::string associated(std::string_view key, std::string_view context) {
  return std::string(seal_form) + "." + std::string(key) + "." + std::string(context);
}

}  // namespace

SealingKey new_sealing_key(Instant now) {
  return {lower(base32(random_bytes(5))), iso(now), new_secret_key()};
}

Secret new_secret_key() { return Secret(random_bytes(32)); }

Keys Keys::for_this_run() {
  std::vector<SealingKey> sealing;
  sealing.push_back(new_sealing_key(Instant{}));
  return Keys(std::make_shared<const Ring>(Ring{new_secret_key(), std::move(sealing)}));
}

std::string Keys::seal(std::string_view context, std::string_view secret) const {
  const auto& key = ring_->sealing.back();
  const auto nonce = random_bytes(nonce_size);
  const auto about = associated(key.id, context);
  std::string sealed(secret.size() + tag_size, '\0');
  crypto_aead_xchacha20poly1305_ietf_encrypt(
      as_bytes(sealed), nullptr, as_bytes(secret), secret.size(), as_bytes(std::string_view(about)),
      about.size(), nullptr, as_bytes(std::string_view(nonce)), as_bytes(key.secret.bytes()));
  return std::string(seal_form) + "." + key.id + "." + base64url(nonce + sealed);
}

Result<std::string> Keys::open(std::string_view context, std::string_view sealed) const {
  const auto parts = split(sealed, '.');
  if (parts.size() != 3 || parts[0] != seal_form) return does_not_open();
  const auto key = std::ranges::find(ring_->sealing, parts[1], &SealingKey::id);
  const auto bytes = parse_base64url(parts[2]);
  if (key == ring_->sealing.end() || !bytes || bytes->size() < nonce_size + tag_size)
    return does_not_open();
  const std::string_view nonce(bytes->data(), nonce_size);
  const std::string_view closed = std::string_view(*bytes).substr(nonce_size);
  const auto about = associated(key->id, context);
  std::string secret(closed.size() - tag_size, '\0');
  if (crypto_aead_xchacha20poly1305_ietf_decrypt(
          as_bytes(secret), nullptr, nullptr, as_bytes(closed), closed.size(),
          as_bytes(std::string_view(about)), about.size(), as_bytes(nonce),
          as_bytes(key->secret.bytes())) != 0)
    return does_not_open();
  return secret;
}

bool Keys::is_sealed_by_newest(std::string_view sealed) const {
  const auto parts = split(sealed, '.');
  return parts.size() == 3 && parts[1] == ring_->sealing.back().id;
}

std::string Keys::keyed_hash(std::string_view context, std::string_view text) const {
  // The length in front keeps "a:b" of "c" apart from "a" of "b:c".
  std::string whole = std::to_string(context.size());
  whole += ':';
  whole += context;
  whole += text;
  return base64url(keyed_digest(ring_->hashing.bytes(), whole));
}

std::size_t Keys::count() const { return ring_->sealing.size(); }

}  // namespace northlight::platform
