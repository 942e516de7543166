#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "base/result.hpp"
#include "platform/clock.hpp"
#include "store/session.hpp"

namespace northlight::store {

/// How often signing in was wrong for one account, address or second factor. In the database, so
/// that several programs on it slow down the same guesser.
struct SignInFailures {
  std::int64_t count = 0;
  platform::Instant last_at{};
  platform::Instant until_at{};  ///< When it may be tried again.
};

/// None were counted for a key that is not there. On PostgreSQL the row is held until the
/// transaction ends, so that two who try at once are counted one after the other.
Result<SignInFailures> failures_of(Transaction& transaction, std::string_view key_hash);

Status put_failures(Transaction& transaction, std::string_view key_hash,
                    const SignInFailures& failures);
Status forget_failures(Transaction& transaction, std::string_view key_hash);
Status forget_failures_before(Transaction& transaction, platform::Instant before);

}  // namespace northlight::store
