#include "accounts/sign_in_trail.hpp"

namespace northlight::accounts {

Status put_on_trail(store::Transaction& transaction, const store::Account* account,
                    std::string_view action, store::AuditOutcome outcome, const From& from) {
  store::AuditEntry entry{.at = from.at,
                          .operation = store::AuditOperation::SignIn,
                          .action = std::string(action),
                          .outcome = outcome,
                          .source = from.address,
                          .request = from.request};
  if (account != nullptr) {
    entry.service = account->organisation;
    entry.person = account->person;
    entry.role = account->role.value_or("");
    entry.organisation = account->organisation;
    entry.about = account->person;
  }
  return store::append_audit(transaction, entry);
}

Status note_refused_arrival(store::Database& database, std::string_view action,
                            const std::optional<domain::PersonId>& person, const From& from) {
  return database.write([&](store::Transaction& transaction) -> Status {
    std::optional<store::Account> account;
    if (person) {
      NL_TRY(found, store::find_account(transaction, *person, platform::day_in_london(from.at)));
      account = std::move(found);
    }
    return put_on_trail(transaction, account ? &*account : nullptr, action,
                        store::AuditOutcome::Denied, from);
  });
}

std::string seed_context(domain::PersonId person) { return "one_time_code:seed:" + person.text(); }

std::string offered_seed_context(domain::PersonId person) {
  return "one_time_code:offered_seed:" + person.text();
}

}  // namespace northlight::accounts
