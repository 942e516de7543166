#pragma once

#include <cstdint>

#include "base/result.hpp"
#include "platform/keys.hpp"
#include "store/session.hpp"

namespace northlight::store {

/// Seals again, with the newest key, all that an older one sealed; says how much that was. After it
/// the older keys open nothing here any more.
Result<std::int64_t> seal_again(Transaction& transaction, const platform::Keys& keys);

}  // namespace northlight::store
