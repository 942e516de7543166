#include "platform/signature.hpp"

#include <sodium.h>

#include <array>

#include "base/text.hpp"
#include "platform/secret_file.hpp"

namespace northlight::platform {
namespace {

constexpr std::string_view signing_key_line = "northlight signing key 1";

const unsigned char* bytes_of(std::string_view text) {
  return reinterpret_cast<const unsigned char*>(text.data());  // NOLINT
}

}  // namespace

SigningKey SigningKey::from_seed(Secret seed) {
  Digest shown{};
  static_assert(std::tuple_size_v<Digest> == crypto_sign_PUBLICKEYBYTES);
  std::string hidden(crypto_sign_SECRETKEYBYTES, '\0');
  crypto_sign_seed_keypair(shown.data(), reinterpret_cast<unsigned char*>(hidden.data()),  // NOLINT
                           bytes_of(seed.bytes()));
  return {std::move(seed), Secret(std::move(hidden)), hex(shown)};
}

SigningKey SigningKey::for_this_run() {
  return from_seed(Secret(random_bytes(crypto_sign_SEEDBYTES)));
}

Result<SigningKey> SigningKey::read(const std::filesystem::path& file) {
  auto text = read_secret_file(file);
  if (!text) {
    auto error = std::move(text).error();
    if (error.code == ErrorCode::NotFound)
      error.message.append(". To make one: northlight audit key ").append(file.string());
    return error;
  }
  const Error damaged{ErrorCode::Invalid,
                      "This is not a whole signing key. Put back the copy that was kept of it",
                      file.string()};
  const auto lines = split(trim(text->bytes()), '\n');
  if (lines.size() != 2 || lines[0] != signing_key_line) return damaged;
  auto seed = parse_base64url(lines[1]);
  if (!seed || seed->size() != crypto_sign_SEEDBYTES) return damaged;
  return from_seed(Secret(*std::move(seed)));
}

Result<SigningKey> SigningKey::make(const std::filesystem::path& file) {
  auto key = for_this_run();
  auto text = std::string(signing_key_line);
  text.append("\n").append(base64url(key.seed_.bytes())).append("\n");
  NL_CHECK(make_secret_file(file, Secret(std::move(text))));
  settle_folder_of(file);
  return key;
}

std::string SigningKey::sign(std::string_view bytes) const {
  std::string signature(crypto_sign_BYTES, '\0');
  crypto_sign_detached(reinterpret_cast<unsigned char*>(signature.data()),  // NOLINT
                       nullptr, bytes_of(bytes), bytes.size(), bytes_of(key_.bytes()));
  return base64url(signature);
}

Status check_signature(std::string_view public_key, std::string_view bytes,
                       std::string_view signature) {
  Digest key{};
  std::size_t length = 0;
  if (sodium_hex2bin(key.data(), key.size(), public_key.data(), public_key.size(), nullptr, &length,
                     nullptr) != 0 ||
      length != key.size())
    return Error{ErrorCode::Invalid, "This is no public key: it has 64 hexadecimal digits",
                 "public key"};
  const auto signed_by = parse_base64url(signature);
  if (!signed_by || signed_by->size() != crypto_sign_BYTES ||
      crypto_sign_verify_detached(bytes_of(*signed_by), bytes_of(bytes), bytes.size(),
                                  key.data()) != 0)
    return Error{ErrorCode::Invalid, "The signature is not of this key over this text",
                 "signature"};
  return done();
}

}  // namespace northlight::platform
