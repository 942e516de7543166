#pragma once

#include <cstdint>
#include <optional>

#include "base/result.hpp"
#include "domain/ids.hpp"
#include "platform/clock.hpp"
#include "store/session.hpp"

namespace northlight::store {

/// How often it was changed who is signed in, and by which roles and covers they act, as this
/// session sees it: what was looked up at the same number still stands, whichever program changes
/// things. Nothing on PostgreSQL, where it is not counted (schema/0019-authority.sql). Not for use
/// inside a transaction that may change it: what is undone takes its number back.
Result<std::optional<std::int64_t>> authority_version(Session& session);

/// When somebody's covers will next be others by time alone; nothing when they stay as they are.
Result<std::optional<platform::Instant>> next_change_of_cover(Session& session,
                                                              domain::PersonId covering,
                                                              platform::Instant at);

}  // namespace northlight::store
