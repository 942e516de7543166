#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"
#include "base/result.hpp"
#include "base/sensitive.hpp"
#include "domain/ids.hpp"
#include "platform/keys.hpp"
#include "store/grant.hpp"
#include "store/session.hpp"

/// Where children live and lived, and, as keyed hashes, where people who work there live.
namespace northlight::store {

using AddressId = Id<struct AddressKind>;

/// One address of a child, from a day. Another of the same day corrects it.
struct AddressRow {
  AddressId id;
  Sensitive<std::string> house{};   ///< "12A"; empty: none, or not known.
  Sensitive<std::string> street{};  ///< Street and town in lines, or "No fixed address".
  Sensitive<std::optional<std::string>> postcode{};
  Date from{};
  platform::Instant recorded_at{};
  domain::PersonId recorded_by;
};

/// All that was recorded, the latest first: by the day from which, then by when it was recorded.
Result<std::vector<AddressRow>> addresses_of(Session& session, const Grant& grant);

/// By the person of the grant, at its moment.
Status add_address(Transaction& transaction, const Grant& grant, const AddressRow& row);

/// Where the child lived on that day, by what had been recorded by the end of `known_on`; null
/// where nothing had been.
const AddressRow* address_on(const std::vector<AddressRow>& rows, Date day, Date known_on);

/// The addresses one after another as they are known today, the latest first: without what was
/// corrected. Each ends on the day on which the one before it in this list begins.
std::vector<const AddressRow*> addresses_in_turn(const std::vector<AddressRow>& rows);

/// What is kept of an address of somebody who works there: whether a child's is the same can be
/// told by them, and nothing else. Another for each person, so that no two rows can be compared.
struct AddressHashes {
  std::string postcode;
  std::string address;  ///< The postcode and the house.

  friend bool operator==(const AddressHashes&, const AddressHashes&) = default;
};
AddressHashes address_hashes(const platform::Keys& keys, domain::PersonId person,
                             std::string_view postcode, std::string_view house);

struct PersonAddress {
  AddressHashes hashes;
  platform::Instant given_at{};
};
/// In place of what was kept before.
Status put_person_address(Transaction& transaction, domain::PersonId person,
                          const PersonAddress& address);
Status forget_person_address(Transaction& transaction, domain::PersonId person);
Result<std::optional<PersonAddress>> person_address(Session& session, domain::PersonId person);

}  // namespace northlight::store
