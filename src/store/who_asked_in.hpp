#pragma once

#include <optional>

#include "base/result.hpp"
#include "domain/ids.hpp"
#include "platform/clock.hpp"
#include "store/session.hpp"

namespace northlight::store {

/// Who asked that person in to the file at that moment; nothing where the audit trail does not say.
/// It reads that line of the trail and no other.
Result<std::optional<domain::PersonId>> who_asked_in(Session& session, domain::FileId file,
                                                     domain::PersonId asked, platform::Instant at);

}  // namespace northlight::store
