#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "platform/crypto.hpp"

namespace northlight::platform {

/// A key that signs (ed25519). It stands in a file of its own, on the machine that signs; its
/// public half is kept elsewhere by whoever wants to be sure of what was signed.
class SigningKey {
 public:
  /// Refuses a file that others on the machine may read, and one that is not whole.
  static Result<SigningKey> read(const std::filesystem::path& file);

  /// Makes the file, for its owner alone; Conflict where there is one already.
  static Result<SigningKey> make(const std::filesystem::path& file);

  /// A key that is kept nowhere: for tests.
  static SigningKey for_this_run();

  /// 64 hexadecimal digits: never begins with a "-", which a command would take for an option.
  const std::string& public_key() const { return public_key_; }

  /// 86 characters: letters, figures, "-" and "_".
  std::string sign(std::string_view bytes) const;

 private:
  SigningKey(Secret seed, Secret key, std::string public_key)
      : seed_(std::move(seed)), key_(std::move(key)), public_key_(std::move(public_key)) {}
  static SigningKey from_seed(Secret seed);

  Secret seed_;
  Secret key_;
  std::string public_key_;
};

/// Fails with Invalid when these bytes were not signed by the owner of that key, or when either
/// text is no key or no signature.
Status check_signature(std::string_view public_key, std::string_view bytes,
                       std::string_view signature);

}  // namespace northlight::platform
