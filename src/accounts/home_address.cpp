#include "accounts/home_address.hpp"

#include "base/text.hpp"
#include "domain/address.hpp"
#include "store/addresses.hpp"
#include "store/audit_log.hpp"

namespace northlight::accounts {
namespace {

constexpr std::size_t longest_house = 100;

Status put_on_trail(store::Transaction& transaction, const Asker& asker,
                    store::AuditOperation operation, std::string_view action) {
  store::AuditEntry entry{.at = asker.at,
                          .person = asker.person,
                          .operation = operation,
                          .action = std::string(action),
                          .about = asker.person,
                          .source = asker.source,
                          .request = asker.request};
  if (!asker.roles.empty()) {
    entry.role = asker.roles.front().role;
    entry.organisation = asker.roles.front().organisation;
    entry.service = asker.roles.front().organisation;
  }
  return store::append_audit(transaction, entry);
}

}  // namespace

Status give_home_address(store::Database& database, const platform::Keys& keys, const Asker& asker,
                         std::string_view postcode, std::string_view house) {
  NL_TRY(written, domain::written_postcode(postcode));
  if (domain::house_key(house).empty() || house.size() > longest_house)
    return Error{ErrorCode::Invalid, "Enter your house name or number, like 12A or Flat 3",
                 "house"};
  const store::PersonAddress address{store::address_hashes(keys, asker.person, written, house),
                                     asker.at};
  return database.write([&](store::Transaction& transaction) -> Status {
    NL_CHECK(store::put_person_address(transaction, asker.person, address));
    return put_on_trail(transaction, asker, store::AuditOperation::Collection,
                        "home-address-given");
  });
}

Status forget_home_address(store::Database& database, const Asker& asker) {
  return database.write([&](store::Transaction& transaction) -> Status {
    NL_TRY(kept, store::person_address(transaction, asker.person));
    if (!kept) return done();
    NL_CHECK(store::forget_person_address(transaction, asker.person));
    return put_on_trail(transaction, asker, store::AuditOperation::Erasure,
                        "home-address-taken-away");
  });
}

Result<std::optional<platform::Instant>> home_address_given(store::Database& database,
                                                            const Asker& asker) {
  NL_TRY(kept, database.read([&](store::Session& session) {
    return store::person_address(session, asker.person);
  }));
  return kept ? std::optional(kept->given_at) : std::nullopt;
}

}  // namespace northlight::accounts
