#include "store/authority.hpp"

#include <doctest/doctest.h>

#include <set>
#include <string>
#include <vector>

#include "platform/random.hpp"
#include "store/people.hpp"
#include "tests/store/engines.hpp"

using namespace northlight;
using namespace northlight::testing;
using store::Engine;

namespace {

/// One of each that a session is found by, written by hand as another program may.
constexpr const char* rows[]{
    "insert into organisation (id, kind, slug, name, added_at) values ('org', 'service', 'x', 'X', "
    "'2026-06-10T09:00:00.000Z')",
    "insert into person (id, kind, name, added_at, joined_on) values ('morgan', 'staff', 'Morgan', "
    "'2026-06-10T09:00:00.000Z', '2026-06-10'), ('sasha', 'staff', 'Sasha', "
    "'2026-06-10T09:00:00.000Z', '2026-06-10')",
    "insert into sign_in_session (id, token_hash, person_id, stage, method, began_at, seen_at, "
    "ends_at, source, browser) values ('s', 'h', 'morgan', 'signed-in', 'password', "
    "'2026-06-10T09:00:00.000Z', '2026-06-10T09:00:00.000Z', '2026-06-10T21:00:00.000Z', '', '')"};
constexpr const char* role =
    "insert into role_held (id, person_id, role, organisation_id, from_on, given_at) values "
    "('r', 'morgan', 'practitioner', 'org', '2026-06-10', '2026-06-10T09:00:00.000Z')";
constexpr const char* cover =
    "insert into cover (id, absent_id, covering_id, organisation_id, from_at, until_at, "
    "arranged_at) "
    "values ('c', 'sasha', 'morgan', 'org', '2026-06-11T00:00:00.000Z', "
    "'2026-06-12T00:00:00.000Z', "
    "'2026-06-10T09:00:00.000Z')";

struct Authority {
  explicit Authority(Engine engine) : fresh(engine), database(fresh.open_migrated()) {
    for (const auto* sql : rows) run(sql);
  }

  void run(const std::string& sql) const {
    const auto done = database->write([&](store::Transaction& transaction) -> Status {
      // What is changed by hand may refer to nobody.
      if (transaction.engine() == Engine::Sqlite)
        NL_CHECK(transaction.run_as_is("pragma defer_foreign_keys = on"));
      return transaction.run_as_is(sql);
    });
    if (!done) FAIL(sql << ": " << done.error().message);
  }
  std::optional<std::int64_t> version() const {
    const auto found = database->glance(store::authority_version);
    REQUIRE(found);
    return *found;
  }
  bool raises(const std::string& sql) const {
    const auto before = *version();
    run(sql);
    return *version() > before;
  }
  std::vector<std::string> columns(const std::string& table) const {
    const auto found = database->read([&](store::Session& session) {
      return session.rows<std::string>("select name from pragma_table_info('" + table + "')");
    });
    REQUIRE(found);
    return *found;
  }

  FreshDatabase fresh;
  std::unique_ptr<store::Database> database;
};

}  // namespace

TEST_CASE("whatever a session is found by, changing it is counted") {
  const Authority authority(Engine::Sqlite);
  CHECK(authority.raises(role));
  CHECK(authority.raises(cover));
  for (const std::string table : {"sign_in_session", "person", "role_held", "cover"}) {
    const auto columns = authority.columns(table);
    REQUIRE(columns.size() > 5);
    for (const auto& column : columns) {
      CAPTURE(table);
      CAPTURE(column);
      // To be there longer takes nothing from anybody.
      CHECK(authority.raises("update " + table + " set " + column + " = " + column) ==
            (column != "seen_at"));
    }
  }
  CHECK(authority.raises("delete from cover"));
  CHECK(authority.raises("delete from role_held"));
  CHECK(authority.raises("delete from sign_in_session"));
  CHECK(authority.raises("delete from person"));
}

TEST_CASE("who signs in changes nothing for those who are there") {
  const Authority authority(Engine::Sqlite);
  CHECK_FALSE(authority.raises(
      "insert into sign_in_session (id, token_hash, person_id, stage, method, began_at, seen_at, "
      "ends_at, source, browser) values ('t', 'i', 'morgan', 'signed-in', 'password', "
      "'2026-06-10T09:00:00.000Z', '2026-06-10T09:00:00.000Z', '2026-06-10T21:00:00.000Z', '', "
      "'')"));
}

TEST_CASE("what is undone was never counted") {
  const Authority authority(Engine::Sqlite);
  const auto before = authority.version();
  const auto undone = authority.database->write([&](store::Transaction& transaction) -> Status {
    NL_CHECK(transaction.run(role));
    return Error{ErrorCode::Conflict, "no"};
  });
  CHECK_FALSE(undone);
  CHECK(authority.version() == before);
}

TEST_CASE("on PostgreSQL nothing is counted and nothing may be remembered") {
  for (const auto engine : engines())
    if (engine == Engine::Postgres) CHECK_FALSE(Authority(engine).version());
}

TEST_CASE("covers change by time when one begins and when one ends") {
  for (const auto engine : engines()) {
    CAPTURE(std::string(store::name_of(engine)));
    const FreshDatabase fresh(engine);
    const auto database = fresh.open_migrated();
    const auto at = [](const char* text) { return *platform::parse_instant(text); };
    const auto covering = platform::random_id<domain::PersonId>();
    const auto next = [&](const char* now) {
      const auto found = database->read([&](store::Session& session) {
        return store::next_change_of_cover(session, covering, at(now));
      });
      REQUIRE(found);
      return *found;
    };
    CHECK_FALSE(next("2026-06-10T09:00:00.000Z"));
    const auto made = database->write([&](store::Transaction& transaction) -> Status {
      for (const auto* sql : {rows[0], rows[1]}) NL_CHECK(transaction.run(sql));
      NL_CHECK(transaction.run("update person set id = :id where id = 'morgan'",
                               {{"id", covering.text()}}));
      NL_CHECK(transaction.run(
          "insert into cover (id, absent_id, covering_id, organisation_id, from_at, until_at, "
          "arranged_at) values ('c', 'sasha', :id, 'org', '2026-06-11T00:00:00.000Z', "
          "'2026-06-12T00:00:00.000Z', '2026-06-10T09:00:00.000Z')",
          {{"id", covering.text()}}));
      return done();
    });
    REQUIRE(made);
    CHECK(next("2026-06-10T09:00:00.000Z") == at("2026-06-11T00:00:00.000Z"));
    CHECK(next("2026-06-11T00:00:00.000Z") == at("2026-06-12T00:00:00.000Z"));
    CHECK_FALSE(next("2026-06-12T00:00:00.000Z"));
  }
}
