#include "tests/sign_in/a_service.hpp"

#include <doctest/doctest.h>

#include <stdexcept>

#include "platform/one_time_code.hpp"
#include "platform/random.hpp"

namespace northlight::testing {

using store::Transaction;

AService::AService(store::Engine engine)
    : fresh(engine),
      database(fresh.open_migrated({.readers = 4, .writers = 4})),
      sign_in(*database, keys, hasher, common),
      sessions(*database, keys),
      morgan(platform::random_id<domain::PersonId>()),
      now(*platform::parse_instant("2026-06-10T11:00:00.000Z")) {
  const auto hash = must(hasher.hash(password));
  const auto service = platform::random_id<domain::OrganisationId>().text();
  must(database->write([&](Transaction& transaction) -> Status {
    NL_CHECK(transaction.run(
        "insert into organisation (id, kind, slug, name, added_at) values (:id, 'service', "
        "'hollowbeck', 'Hollowbeck Youth Justice Service', :at)",
        {{"id", service}, {"at", platform::iso(now)}}));
    NL_CHECK(transaction.run(
        "insert into person (id, kind, name, sign_in_name, added_at, joined_on) values (:id, "
        "'staff', 'Morgan Ashdown', :name, :at, '2026-01-05')",
        {{"id", morgan.text()}, {"name", sign_in_name}, {"at", platform::iso(now)}}));
    NL_CHECK(transaction.run(
        "insert into role_held (id, person_id, role, organisation_id, from_on, given_at) values "
        "(:id, :person, 'practitioner', :service, '2026-01-05', :at)",
        {{"id", platform::random_id<domain::PersonId>().text()},
         {"person", morgan.text()},
         {"service", service},
         {"at", platform::iso(now)}}));
    return accounts::set_password(transaction, morgan, hash, now);
  }));
}

void AService::give_second_factor() {
  must(database->write([&](Transaction& transaction) {
    return accounts::set_one_time_seed(transaction, keys, morgan, seed, now);
  }));
}

std::string AService::code() const { return platform::one_time_code(seed, platform::step_at(now)); }

accounts::From AService::from(const std::string& address) const {
  return {.at = now, .address = address, .request = "a-request", .browser = "Firefox on Linux"};
}

std::string AService::after_password() {
  const auto outcome = must(sign_in.with_password(sign_in_name, password, from()));
  REQUIRE(std::holds_alternative<accounts::NewSession>(outcome));
  return std::get<accounts::NewSession>(outcome).token;
}

std::string AService::signed_in() {
  now += std::chrono::seconds{30};  // The code of this half minute may have been used.
  const auto outcome = must(sign_in.with_code(after_password(), code(), from()));
  REQUIRE(std::holds_alternative<accounts::NewSession>(outcome));
  return std::get<accounts::NewSession>(outcome).token;
}

std::int64_t AService::on_trail(const std::string& action, const std::string& outcome) {
  return must(database->read([&](store::Session& session) {
    return session.value<std::int64_t>(
        "select count(*) from audit_entry where action = :action and outcome = :outcome",
        {{"action", action}, {"outcome", outcome}});
  }));
}

void AService::run(const std::string& sql) {
  must(database->write([&](Transaction& transaction) { return transaction.run(sql); }));
}

}  // namespace northlight::testing
