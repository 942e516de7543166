#include <doctest/doctest.h>

#include "tests/sign_in/a_service.hpp"

using namespace northlight;
using namespace northlight::testing;
using namespace std::chrono_literals;

namespace {

/// Somebody who is signed in and known, and another program on the same database.
struct Known {
  explicit Known(store::Engine engine) : service(engine) {
    service.give_second_factor();
    token = service.signed_in();
    REQUIRE(find());
    auto opened = store::Database::open(service.fresh.url());
    REQUIRE(opened);
    another = *std::move(opened);
  }

  std::optional<accounts::SessionHeld> find() {
    return must(service.sessions.find(token, service.from()));
  }
  std::size_t roles() { return find()->asker.roles.size(); }
  void elsewhere(const std::string& sql) const {
    const auto done =
        another->write([&](store::Transaction& transaction) { return transaction.run_as_is(sql); });
    if (!done) FAIL(done.error().message);
  }

  AService service;
  std::string token;
  std::unique_ptr<store::Database> another;
};

}  // namespace

TEST_CASE("what another program takes away is gone with the next request") {
  for (const auto engine : engines()) {
    CAPTURE(std::string(store::name_of(engine)));
    Known known(engine);
    const auto roles = known.roles();
    REQUIRE(roles > 0);
    known.elsewhere("delete from role_held where role = (select min(role) from role_held)");
    CHECK(known.roles() == roles - 1);
    known.elsewhere("update person set name = 'Morgan Weir'");
    CHECK(known.find()->name == Sensitive(std::string("Morgan Weir")));
    known.elsewhere(
        "update sign_in_session set ended_at = seen_at, ended_why = 'left' where ended_at is null");
    CHECK_FALSE(known.find()->is_live);
    CHECK_FALSE(known.find()->ran_out);
  }
}

TEST_CASE("a role and a leaving day end with the day, though nobody changes anything then") {
  for (const auto engine : engines()) {
    CAPTURE(std::string(store::name_of(engine)));
    Known known(engine);
    known.elsewhere("update role_held set until_on = '2026-06-10'");
    REQUIRE(known.roles() > 0);
    // Eleven hours of work; then the last moment before midnight in London, and midnight.
    while (known.service.now < *platform::parse_instant("2026-06-10T22:39:00.000Z")) {
      known.service.now += 20min;
      REQUIRE(known.find()->is_live);
    }
    known.service.now = *platform::parse_instant("2026-06-10T22:59:59.999Z");
    CHECK(known.roles() > 0);
    known.service.now = *platform::parse_instant("2026-06-10T23:00:00.000Z");
    CHECK(known.roles() == 0);
  }
}

TEST_CASE("a cover begins and ends at its moment, though nobody changes anything then") {
  for (const auto engine : engines()) {
    CAPTURE(std::string(store::name_of(engine)));
    Known known(engine);
    known.elsewhere(
        "insert into person (id, kind, name, added_at, joined_on) values "
        "('11111111111111111111111111', 'staff', 'Sasha', '2026-06-10T09:00:00.000Z', "
        "'2026-06-10')");
    known.elsewhere(
        "insert into cover (id, absent_id, covering_id, organisation_id, from_at, until_at, "
        "arranged_at) select 'c', '11111111111111111111111111', person_id, organisation_id, "
        "'2026-06-10T11:10:00.000Z', '2026-06-10T11:20:00.000Z', given_at from role_held where "
        "role = (select min(role) from role_held)");
    const auto covers_at = [&](const char* instant) {
      known.service.now = *platform::parse_instant(instant);
      const auto held = known.find();
      return held->asker.covers.size();
    };
    CHECK(covers_at("2026-06-10T11:09:59.999Z") == 0);
    CHECK(covers_at("2026-06-10T11:10:00.000Z") == 1);
    CHECK(covers_at("2026-06-10T11:19:59.999Z") == 1);
    CHECK(covers_at("2026-06-10T11:20:00.000Z") == 0);
  }
}

TEST_CASE("a session is not ended by what is remembered when its owner was seen elsewhere since") {
  Known known(store::Engine::Sqlite);
  known.service.now += 32min;
  known.elsewhere("update sign_in_session set seen_at = '" +
                  platform::iso(known.service.now - 1min) + "' where stage = 'signed-in'");
  CHECK(known.find()->is_live);
}
