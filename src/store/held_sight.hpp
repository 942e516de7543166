#pragma once

#include "base/result.hpp"
#include "domain/holding.hpp"
#include "platform/clock.hpp"
#include "platform/keys.hpp"
#include "store/grant.hpp"
#include "store/session.hpp"

/// Of what is held on somebody: who could see something of the file, what an inspectorate was
/// given, and who looked.
namespace northlight::store {

Result<domain::HeldEntry> held_sight(Session& session, const Grant& grant,
                                     const platform::Keys& keys);

/// Until that moment.
Result<domain::HeldEntry> held_looks(Session& session, const Grant& grant,
                                     platform::Instant asked_at);

}  // namespace northlight::store
