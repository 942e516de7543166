#pragma once

#include <cstdint>
#include <vector>

#include "base/result.hpp"
#include "domain/ids.hpp"
#include "platform/keys.hpp"
#include "store/database.hpp"

namespace northlight::store {

/// A version whose hash does not agree with what its row says.
struct ChangedVersion {
  domain::FileId file;
  domain::RecordId record;
  std::int64_t n = 0;

  friend bool operator==(const ChangedVersion&, const ChangedVersion&) = default;
};

struct ProvedVersions {
  std::int64_t versions = 0;               ///< That were looked at.
  std::vector<ChangedVersion> changed{};   ///< By file, record and number.
  std::vector<domain::FileId> unopened{};  ///< Their key is gone or does not open: nothing of them
                                           ///< is proved.
};

/// Makes the hash of every version of every file again, each file in a read of its own, so that
/// nobody who writes waits for it. For the command line alone: it needs nobody's grant and shows
/// nothing. Fails with Unavailable where no key of any file opens with these keys.
Result<ProvedVersions> prove_versions(Database& database, const platform::Keys& keys);

}  // namespace northlight::store
