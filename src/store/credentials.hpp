#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"
#include "base/result.hpp"
#include "domain/ids.hpp"
#include "platform/clock.hpp"
#include "store/session.hpp"

/// What lets people in. Hashes and seals are made and read by accounts; here they are text.
namespace northlight::store {

/// Somebody who can sign in, with all that their signing in is checked against.
struct Account {
  domain::PersonId person;
  std::string sign_in_name;
  /// Their name and sign-in name, which are no passwords. For that comparison alone.
  std::vector<std::string> own_words{};
  std::optional<std::string> password_hash{};
  std::optional<std::string> sealed_seed{};  ///< Of their second factor, once confirmed.
  std::int64_t last_step = 0;
  std::optional<std::string> offered_seed{};  ///< Sealed; shown and not confirmed yet.
  std::optional<std::string> role{};          ///< One that they hold today, for the audit trail.
  std::optional<domain::OrganisationId> organisation{};  ///< In which they hold it.
};

/// Nothing for a name that nobody has, for who has left by that day or has not joined yet, and for
/// who comes by a personal link.
Result<std::optional<Account>> find_account(Session& session, std::string_view sign_in_name,
                                            Date today);
Result<std::optional<Account>> find_account(Session& session, domain::PersonId person, Date today);

Status put_password(Transaction& transaction, domain::PersonId person, std::string_view hash,
                    platform::Instant at);

Status offer_seed(Transaction& transaction, domain::PersonId person, std::string_view sealed,
                  platform::Instant at);
/// The offered seed becomes the one that counts, of which `step` is used up.
/// Conflict when another was offered, or this one was confirmed, meanwhile.
Status confirm_seed(Transaction& transaction, domain::PersonId person, std::string_view offered,
                    std::string_view sealed, std::int64_t step, platform::Instant at);
/// False when a code of that step or a later one was used before.
Result<bool> use_step(Transaction& transaction, domain::PersonId person, std::int64_t step);
/// Somebody lost their second factor: they set up another when they next sign in. Accounts
/// elsewhere that were connected with theirs let nobody in any more: they connect them again.
Status forget_second_factor(Transaction& transaction, domain::PersonId person);

/// In place of all that there were.
Status put_recovery_codes(Transaction& transaction, domain::PersonId person,
                          const std::vector<std::string>& hashes, platform::Instant at);
/// False when nobody has such a code, or it was used before.
Result<bool> use_recovery_code(Transaction& transaction, domain::PersonId person,
                               std::string_view hash, platform::Instant at);
Result<std::int64_t> recovery_codes_left(Session& session, domain::PersonId person);

/// Whoever holds the link chooses the password of that person.
struct SetUpLink {
  domain::PersonId person;
  platform::Instant ends_at;
  bool used = false;
};
/// Earlier links for that person end.
Status put_set_up_link(Transaction& transaction, std::string_view token_hash, const SetUpLink& link,
                       platform::Instant made_at, std::optional<domain::PersonId> made_by);
/// Those that were not used.
Status forget_set_up_links(Transaction& transaction, domain::PersonId person);
Result<std::optional<SetUpLink>> find_set_up_link(Session& session, std::string_view token_hash);
/// False when it was used, or was ended, before.
Result<bool> use_set_up_link(Transaction& transaction, std::string_view token_hash,
                             platform::Instant at);

}  // namespace northlight::store
