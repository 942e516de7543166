#pragma once

#include <vector>

#include "accounts/asker.hpp"
#include "accounts/policy.hpp"
#include "base/date.hpp"
#include "base/result.hpp"
#include "platform/keys.hpp"
#include "platform/password.hpp"
#include "store/database.hpp"
#include "web/demo_person.hpp"

namespace northlight::cli {

/// From when the invented people hold their roles.
inline constexpr Date demo_roles_from{std::chrono::year{2026}, std::chrono::January,
                                      std::chrono::day{5}};

/// Fills an empty database with an invented youth justice service and the people who work with it,
/// one for each role that signs in. Gives back what the start page shows of them.
Result<std::vector<web::DemoPerson>> add_demo_people(store::Database& database,
                                                     const accounts::Policy& policy,
                                                     const platform::Keys& keys,
                                                     platform::PasswordHasher& hasher,
                                                     platform::Instant now);

/// The demonstration's person of that role, as they ask.
Result<accounts::Asker> demo_holder(store::Database& database, std::string_view role,
                                    domain::OrganisationId organisation, platform::Instant now);

/// As they ask at another moment.
inline accounts::Asker as_of(accounts::Asker asker, platform::Instant moment) {
  asker.at = moment;
  return asker;
}

}  // namespace northlight::cli
