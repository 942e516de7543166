#include "store/addresses.hpp"

#include <algorithm>

#include "domain/address.hpp"
#include "store/readable.hpp"

namespace northlight::store {

Result<std::vector<AddressRow>> addresses_of(Session& session, const Grant& grant) {
  using Text = std::string;
  using Maybe = std::optional<std::string>;
  Readable readable;
  return readable.checked(session.rows<Text, Maybe, Text, Maybe, Text, Text, Text>(
      "select id, house, street, postcode, from_on, recorded_at, recorded_by from child_address "
      "where file_id = :file order by from_on desc, recorded_at desc, id",
      {{"file", grant.file().text()}},
      [&](const Text& id, Maybe house, Text street, Maybe postcode, const Text& from,
          const Text& recorded, const Text& by) {
        return AddressRow{readable.id<AddressId>(id),
                          Sensitive(std::move(house).value_or("")),
                          Sensitive(std::move(street)),
                          Sensitive(std::move(postcode)),
                          readable.date(from),
                          readable.instant(recorded),
                          readable.id<domain::PersonId>(by)};
      }));
}

Status add_address(Transaction& transaction, const Grant& grant, const AddressRow& row) {
  const auto& house = row.house.reveal();
  NL_CHECK(transaction.run(
      "insert into child_address (id, file_id, house, street, postcode, from_on, recorded_at, "
      "recorded_by) values (:id, :file, :house, :street, :postcode, :from, :at, :by)",
      {{"id", row.id.text()},
       {"file", grant.file().text()},
       {"house", house.empty() ? std::nullopt : std::optional(house)},
       {"street", row.street.reveal()},
       {"postcode", row.postcode.reveal()},
       {"from", iso(row.from)},
       {"at", platform::iso(grant.at())},
       {"by", grant.person().text()}}));
  return done();
}

const AddressRow* address_on(const std::vector<AddressRow>& rows, Date day, Date known_on) {
  const auto at = std::ranges::find_if(rows, [&](const AddressRow& row) {
    return row.from <= day && platform::day_in_london(row.recorded_at) <= known_on;
  });
  return at == rows.end() ? nullptr : &*at;
}

std::vector<const AddressRow*> addresses_in_turn(const std::vector<AddressRow>& rows) {
  std::vector<const AddressRow*> turn;
  for (const auto& row : rows)
    if (turn.empty() || turn.back()->from != row.from) turn.push_back(&row);
  return turn;
}

AddressHashes address_hashes(const platform::Keys& keys, domain::PersonId person,
                             std::string_view postcode, std::string_view house) {
  const auto context = "person_address:" + person.text();
  const std::string code(postcode);
  return {keys.keyed_hash(context, code),
          keys.keyed_hash(context, code + "/" + domain::house_key(house))};
}

Status put_person_address(Transaction& transaction, domain::PersonId person,
                          const PersonAddress& address) {
  NL_CHECK(transaction.run(
      "insert into person_address (person_id, postcode_hash, address_hash, given_at) values "
      "(:person, :postcode, :address, :at) on conflict (person_id) do update set postcode_hash = "
      ":postcode, address_hash = :address, given_at = :at",
      {{"person", person.text()},
       {"postcode", address.hashes.postcode},
       {"address", address.hashes.address},
       {"at", platform::iso(address.given_at)}}));
  return done();
}

Status forget_person_address(Transaction& transaction, domain::PersonId person) {
  NL_CHECK(transaction.run("delete from person_address where person_id = :person",
                           {{"person", person.text()}}));
  return done();
}

Result<std::optional<PersonAddress>> person_address(Session& session, domain::PersonId person) {
  Readable readable;
  return readable.checked(session.row<std::string, std::string, std::string>(
      "select postcode_hash, address_hash, given_at from person_address where person_id = :person",
      {{"person", person.text()}},
      [&](std::string postcode, std::string address, const std::string& given) {
        return PersonAddress{{std::move(postcode), std::move(address)}, readable.instant(given)};
      }));
}

}  // namespace northlight::store
