#pragma once

#include <string>
#include <vector>

#include "platform/crypto.hpp"
#include "platform/keys.hpp"

namespace northlight::platform {

/// One key that seals.
struct SealingKey {
  std::string id;  ///< Eight letters and figures, which what it seals carries.
  std::string made_at;
  Secret secret;
};

/// What a key file holds.
struct Keys::Ring {
  Secret hashing;
  std::vector<SealingKey> sealing;  ///< Oldest first; never empty.
};

SealingKey new_sealing_key(Instant now);
Secret new_secret_key();

/// The file as text, and back.
Secret written(const Secret& hashing, const std::vector<SealingKey>& sealing);

}  // namespace northlight::platform
