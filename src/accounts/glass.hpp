#pragma once

#include <cstddef>
#include <string_view>

#include "accounts/asker.hpp"
#include "accounts/policy.hpp"
#include "base/result.hpp"
#include "domain/ids.hpp"
#include "store/database.hpp"

namespace northlight::accounts {

/// How long a reason is (policy/access-watch.toml). It must say something to the manager who reads it;
/// whether it does is theirs to judge.
struct ReasonLength {
  std::size_t least = 0;
  std::size_t most = 0;
};

/// Somebody says why they need a file of their own service that they do not work with ("breaking
/// the glass"). For as long as the policy says they may then do what their role allows with a
/// reason; it is on the audit trail, and their manager is told.
///
/// Fails with Invalid (where: "reason") for what is no reason, and with NotFound for a file that
/// no reason opens to them, in the words of what does not exist. Does nothing where none is needed.
Status give_reason(store::Database& database, const Policy& policy, const Asker& asker,
                   domain::FileId file, std::string_view reason, const ReasonLength& length);

}  // namespace northlight::accounts
