#pragma once

#include <cstdint>
#include <vector>

#include "base/result.hpp"
#include "domain/ids.hpp"
#include "platform/keys.hpp"
#include "store/session.hpp"

namespace northlight::store {

/// A version whose hash does not agree with what its row says.
struct ChangedVersion {
  domain::FileId file;
  domain::RecordId record;
  std::int64_t n = 0;

  friend bool operator==(const ChangedVersion&, const ChangedVersion&) = default;
};

struct ProvedVersions {
  std::int64_t versions = 0;              ///< That were looked at.
  std::vector<ChangedVersion> changed{};  ///< By file, record and number.
};

/// Makes the hash of every version of every file again. For the command line alone: it needs
/// nobody's grant and shows nothing. Fails with Unavailable where the key of a file is gone or does
/// not open with these keys.
Result<ProvedVersions> prove_versions(Session& session, const platform::Keys& keys);

}  // namespace northlight::store
