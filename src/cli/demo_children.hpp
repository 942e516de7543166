#pragma once

#include <vector>

#include "accounts/gate.hpp"
#include "accounts/sign_in.hpp"
#include "base/result.hpp"
#include "cli/demo_records.hpp"
#include "platform/clock.hpp"
#include "store/database.hpp"
#include "web/demo_person.hpp"

namespace northlight::cli {

/// Fills the demonstration's invented service with invented children, in such a way that each role
/// has something to see and something not to: two teams, cover, a restricted file, a conflict of
/// interest, victims' files, a legal hold, a sample of an inspection, an invitation and links.
/// Each child's file tells a story: records of many days, as of those days, some being written and
/// some waiting for a second signature. Needs the demonstration's people, one for each role
/// (demo_people). Everything is done as the pages do it: through the gate, by somebody who may.
/// Gives back the way in of a child and of a parent by their personal links.
Result<std::vector<web::DemoLink>> add_demo_children(
    store::Database& database, accounts::Gate& gate, const DemoArchive& archive,
    const platform::Keys& keys, accounts::SignIn& sign_in, platform::Instant now);

}  // namespace northlight::cli
