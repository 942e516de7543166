#pragma once

#include <string>

#include "accounts/asker.hpp"
#include "base/result.hpp"
#include "store/session.hpp"

namespace northlight::accounts {

/// Somebody as they ask at that moment: with the roles in force that day in London, and those for
/// whom they cover. Who has left, or has not joined yet, holds no role.
Result<Asker> load_asker(store::Session& session, domain::PersonId person, platform::Instant now,
                         std::string source, std::string request);

}  // namespace northlight::accounts
