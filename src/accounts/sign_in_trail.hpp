#pragma once

#include <optional>
#include <string_view>

#include "accounts/arrival.hpp"
#include "store/audit_log.hpp"
#include "store/credentials.hpp"
#include "store/database.hpp"

namespace northlight::accounts {

/// The line of the trail about somebody's coming, going or credentials. `account` null: nobody who
/// is known; then it stands in the installation's own chain.
Status put_on_trail(store::Transaction& transaction, const store::Account* account,
                    std::string_view action, store::AuditOutcome outcome, const From& from);

/// Of a try to come in that was refused before anybody looked who it is: a cookie, a step or a link
/// that is over or was never given, a form that is not from our page, a try while one must wait.
/// `person` is whose session it was, where that is known.
Status note_refused_arrival(store::Database& database, std::string_view action,
                            const std::optional<domain::PersonId>& person, const From& from);

/// Where things that let people in are kept: the contexts of seals and keyed hashes.
std::string seed_context(domain::PersonId person);
std::string offered_seed_context(domain::PersonId person);
inline constexpr std::string_view session_context = "sign_in_session:token_hash";
inline constexpr std::string_view set_up_link_context = "set_up_link:token_hash";
inline constexpr std::string_view personal_link_context = "personal_link:token_hash";
inline constexpr std::string_view failure_context = "sign_in_failure:key_hash";

}  // namespace northlight::accounts
