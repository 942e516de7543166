#include "store/migrate.hpp"

#include <doctest/doctest.h>

#include <barrier>
#include <thread>

#include "tests/store/engines.hpp"

using namespace northlight;
using namespace northlight::testing;
using store::Migration;
using store::Schema;

namespace {

Schema two_steps() {
  return {
      Migration{.number = 1,
                .name = "0001-first",
                .shared = "create table one (n {bigint} not null) {strict};"},
      Migration{
          .number = 2,
          .name = "0002-second",
          .shared = "create table two (is_so {bool}) {strict}; insert into one (n) values (1);"}};
}

template <typename Test>
void on_each_engine(Test test) {
  for (const auto engine : engines()) {
    CAPTURE(std::string(store::name_of(engine)));
    const FreshDatabase fresh(engine);
    test(fresh);
  }
}

}  // namespace

TEST_CASE("steps are run once, in order, and the database then stands at the last") {
  on_each_engine([](const FreshDatabase& fresh) {
    const auto database = fresh.open();
    const auto before = store::check_is_current(*database, two_steps());
    REQUIRE_FALSE(before);
    CHECK(before.error().message.find("northlight migrate") != std::string::npos);
    CHECK(*store::migrate(*database, two_steps()) == 2);
    CHECK(*store::migrate(*database, two_steps()) == 0);
    CHECK(store::check_is_current(*database, two_steps()));
    CHECK(*database->read([](store::Session& session) { return store::schema_version(session); }) ==
          2);
  });
}

TEST_CASE("a step that was run may not change afterwards") {
  on_each_engine([](const FreshDatabase& fresh) {
    const auto database = fresh.open();
    REQUIRE(store::migrate(*database, two_steps()));
    auto changed = two_steps();
    changed[0].shared += " -- a little";
    const auto refused = store::migrate(*database, changed);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().message.find("has changed") != std::string::npos);
    CHECK(refused.error().where == "0001-first.sql");
    CHECK_FALSE(store::check_is_current(*database, changed));
  });
}

TEST_CASE("a step that was run may not be missing from the program") {
  on_each_engine([](const FreshDatabase& fresh) {
    const auto database = fresh.open();
    REQUIRE(store::migrate(*database, two_steps()));
    auto renamed = two_steps();
    renamed[1].name = "0002-other";
    const auto missing = store::migrate(*database, renamed);
    REQUIRE_FALSE(missing);
    CHECK(missing.error().message.find("missing") != std::string::npos);
    CHECK(missing.error().where == "0002-second.sql");
  });
}

TEST_CASE("a database of a newer program is refused") {
  on_each_engine([](const FreshDatabase& fresh) {
    const auto database = fresh.open();
    REQUIRE(store::migrate(*database, two_steps()));
    const auto refused = store::migrate(*database, {two_steps().front()});
    REQUIRE_FALSE(refused);
    CHECK(refused.error().message.find("newer version") != std::string::npos);
  });
}

TEST_CASE("a step that fails leaves nothing of itself and keeps those before it") {
  on_each_engine([](const FreshDatabase& fresh) {
    const auto database = fresh.open();
    auto broken = two_steps();
    broken[1].shared = "create table half (n {bigint}); insert into nowhere (n) values (1);";
    const auto failed = store::migrate(*database, broken);
    REQUIRE_FALSE(failed);
    CHECK(failed.error().where == "0002-second.sql: insert into nowhere (n) values (1)");
    CHECK(*store::migrate(*database, two_steps()) == 1);
    CHECK_FALSE(database->read(
        [](store::Session& session) { return session.value<std::int64_t>("select n from half"); }));
  });
}

TEST_CASE("another program's database is left alone") {
  on_each_engine([](const FreshDatabase& fresh) {
    const auto database = fresh.open();
    REQUIRE(database->write([](store::Transaction& transaction) {
      return transaction.run_as_is("create table theirs (n integer)");
    }));
    const auto refused = store::migrate(*database, two_steps());
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == ErrorCode::Conflict);
  });
}

TEST_CASE("several programs that migrate at once run each step once between them") {
  on_each_engine([](const FreshDatabase& fresh) {
    constexpr int programs = 4;
    std::vector<std::unique_ptr<store::Database>> databases;
    for (int i = 0; i < programs; ++i) databases.push_back(fresh.open());
    std::barrier together(programs);
    std::atomic<std::int64_t> steps = 0;
    std::atomic<int> failed = 0;
    std::vector<std::thread> threads;
    for (auto& database : databases)
      threads.emplace_back([&] {
        together.arrive_and_wait();
        const auto ran = store::migrate(*database, two_steps());
        if (ran)
          steps += *ran;
        else
          ++failed;
      });
    for (auto& thread : threads) thread.join();
    CHECK(failed == 0);
    CHECK(steps == 2);
    CHECK(*databases[0]->read([](store::Session& session) {
      return session.value<std::int64_t>("select count(*) from one");
    }) == 1);
  });
}

TEST_CASE("a PostgreSQL database that does not sort text byte by byte is refused") {
  for (const auto engine : engines()) {
    if (engine != store::Engine::Postgres) continue;
    const FreshDatabase fresh(engine, "template template0 encoding 'LATIN1' locale 'C'");
    const auto database = fresh.open();
    const auto refused = store::migrate(*database, two_steps());
    REQUIRE_FALSE(refused);
    CHECK(refused.error().message.find("create database NAME") != std::string::npos);
  }
}
