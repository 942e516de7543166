#pragma once

#include "accounts/gate.hpp"
#include "base/result.hpp"
#include "domain/retention.hpp"
#include "platform/clock.hpp"
#include "store/database.hpp"

namespace northlight::cli {

/// Adds invented children with whom the work ended years ago, so that the list of files to review
/// has something in each of its parts: due, due soon, waiting for a second person, on hold, without
/// a period, without a fact that its rule asks for; and one that was erased, of which the auditor
/// of the log alone sees a line. Needs the demonstration's people and children.
Status add_demo_retention(store::Database& database, accounts::Gate& gate,
                          const domain::RetentionPolicy& policy, platform::Instant now);

}  // namespace northlight::cli
