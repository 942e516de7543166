#pragma once

#include <cstdint>

#include "base/result.hpp"
#include "store/session.hpp"

namespace northlight::store {

/// How often the library was changed so far. While it stays the same, so does everything that the
/// library answers; after a change by any process it never comes back to a number it had.
Result<std::int64_t> library_changes(Session& session);

/// To be called in every transaction that changes what the library answers.
Status note_library_change(Transaction& transaction);

}  // namespace northlight::store
