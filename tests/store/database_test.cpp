#include "store/database.hpp"

#include <doctest/doctest.h>
#include <sys/stat.h>

#include <atomic>
#include <barrier>
#include <thread>

#include "tests/store/engines.hpp"

using namespace northlight;
using namespace northlight::testing;
using store::Engine;
using store::Session;
using store::Transaction;

namespace {

// A database with `note (id, words, amount, share, is_open)`.
std::unique_ptr<store::Database> with_notes(const FreshDatabase& fresh,
                                            store::Database::Options options = {}) {
  auto database = fresh.open(options);
  const bool sqlite = database->engine() == Engine::Sqlite;
  const auto made = database->write([&](Transaction& transaction) {
    return transaction.run_as_is(
        sqlite ? "create table note (id text not null primary key, words text, amount integer, "
                 "share real, is_open integer, check (amount < 1000000)) strict"
               : "create table note (id text not null primary key, words text, amount bigint, "
                 "share double precision, is_open boolean, check (amount < 1000000))");
  });
  if (!made) FAIL(made.error().message);
  return database;
}

Status add(Transaction& transaction, std::string_view id, std::int64_t amount = 0) {
  NL_CHECK(transaction.run("insert into note (id, words, amount) values (:id, :words, :amount)",
                           {{"id", id}, {"words", "w"}, {"amount", amount}}));
  return done();
}

std::int64_t count(store::Database& database) {
  const auto counted = database.read(
      [](Session& session) { return session.value<std::int64_t>("select count(*) from note"); });
  if (!counted) FAIL(counted.error().message);
  return *counted;
}

template <typename Test>
void on_each_engine(Test test) {
  for (const auto engine : engines()) {
    CAPTURE(std::string(store::name_of(engine)));
    const FreshDatabase fresh(engine);
    const auto database = with_notes(fresh);
    test(*database);
  }
}

}  // namespace

TEST_CASE("values come back as they were bound, and nothing as nothing") {
  on_each_engine([](store::Database& database) {
    using Row = std::tuple<std::string, std::optional<std::string>, std::optional<std::int64_t>,
                           std::optional<double>, std::optional<bool>>;
    const std::string awkward = "it's a ':colon', a \"quote\", a \\ and ŵ – 100% ☂";
    const Row full{awkward, awkward, -7, 0.1, true};
    const Row empty{"", std::nullopt, std::nullopt, std::nullopt, std::nullopt};
    REQUIRE(database.write([&](Transaction& transaction) -> Status {
      for (const auto& [id, words, amount, share, is_open] : {full, empty})
        NL_CHECK(
            transaction.run("insert into note (id, words, amount, share, is_open) "
                            "values (:id, :words, :amount, :share, :is_open)",
                            {{"id", id},
                             {"words", words},
                             {"amount", amount},
                             {"share", share},
                             {"is_open", is_open}}));
      return done();
    }));
    const auto found = database.read([](Session& session) {
      return session.rows<std::string, std::optional<std::string>, std::optional<std::int64_t>,
                          std::optional<double>, std::optional<bool>>(
          "select id, words, amount, share, is_open from note order by id desc");
    });
    REQUIRE(found);
    CHECK(*found == std::vector<Row>{full, empty});
  });
}

TEST_CASE("a null where a value was expected is an error, never a nought") {
  on_each_engine([](store::Database& database) {
    REQUIRE(database.write([](Transaction& transaction) {
      return transaction.run("insert into note (id) values (:id)", {{"id", "a"}});
    }));
    const auto found = database.read(
        [](Session& session) { return session.value<std::int64_t>("select amount from note"); });
    REQUIRE_FALSE(found);
    CHECK(found.error().code == ErrorCode::Unavailable);
  });
}

TEST_CASE("a statement answers a row, no row, and a count of changes") {
  on_each_engine([](store::Database& database) {
    REQUIRE(database.write([](Transaction& transaction) { return add(transaction, "a"); }));
    CHECK(database
              .read([](Session& session) {
                return session.value<std::string>("select id from note where id = :id",
                                                  {{"id", "b"}});
              })
              .error()
              .code == ErrorCode::NotFound);
    CHECK(*database.write([](Transaction& transaction) {
      return transaction.run("update note set amount = amount + :more", {{"more", 1}});
    }) == 1);
    CHECK(*database.write([](Transaction& transaction) {
      return transaction.value<std::int64_t>(
          "update note set amount = amount + 1 returning amount");
    }) == 2);
  });
}

TEST_CASE("the same key twice is a conflict on both engines, and nothing of the change is kept") {
  on_each_engine([](store::Database& database) {
    REQUIRE(database.write([](Transaction& transaction) { return add(transaction, "a"); }));
    const auto twice = database.write([](Transaction& transaction) -> Status {
      NL_CHECK(add(transaction, "b"));
      return add(transaction, "a");
    });
    REQUIRE_FALSE(twice);
    CHECK(twice.error().code == ErrorCode::Conflict);
    CHECK(count(database) == 1);
  });
}

TEST_CASE("a change that overlooks a failed statement is not kept") {
  on_each_engine([](store::Database& database) {
    const auto kept = database.write([](Transaction& transaction) -> Status {
      NL_CHECK(add(transaction, "a"));
      const auto overlooked = add(transaction, "big", 2'000'000);
      CHECK(overlooked.error().code == ErrorCode::Invalid);
      return done();
    });
    CHECK_FALSE(kept);
    CHECK(count(database) == 0);
  });
}

TEST_CASE("a refused change leaves its neighbours alone, and an exception becomes an error") {
  on_each_engine([](store::Database& database) {
    CHECK_FALSE(database.write([](Transaction& transaction) -> Status {
      NL_CHECK(add(transaction, "a"));
      return Error{ErrorCode::Invalid, "No."};
    }));
    CHECK_FALSE(database.write([](Transaction&) -> Status { throw std::runtime_error("no"); }));
    REQUIRE(database.write([](Transaction& transaction) { return add(transaction, "b"); }));
    CHECK(count(database) == 1);
  });
}

TEST_CASE("text that PostgreSQL could not hold is refused on both engines") {
  on_each_engine([](store::Database& database) {
    using namespace std::string_view_literals;
    for (const auto text : {"a\0b"sv, "\xff\xfe"sv}) {
      const auto kept =
          database.write([&](Transaction& transaction) { return add(transaction, text); });
      REQUIRE_FALSE(kept);
      CHECK(kept.error().code == ErrorCode::Invalid);
    }
  });
}

TEST_CASE("an error message names no value that was typed") {
  on_each_engine([](store::Database& database) {
    REQUIRE(
        database.write([](Transaction& transaction) { return add(transaction, "secret-name"); }));
    const auto twice =
        database.write([](Transaction& transaction) { return add(transaction, "secret-name"); });
    REQUIRE_FALSE(twice);
    CHECK(twice.error().message.find("secret") == std::string::npos);
    CHECK(twice.error().where.find("secret") == std::string::npos);
  });
}

TEST_CASE("a reading session cannot change anything") {
  on_each_engine([](store::Database& database) {
    const auto changed = database.read([](Session& session) {
      return session.rows<std::string>("insert into note (id) values ('a') returning id");
    });
    CHECK_FALSE(changed);
    CHECK(count(database) == 0);
  });
}

TEST_CASE("one read sees one moment, whatever is written meanwhile") {
  on_each_engine([](store::Database& database) {
    std::int64_t before = -1;
    std::int64_t after = -1;
    REQUIRE(database.read([&](Session& session) -> Status {
      NL_TRY(first, session.value<std::int64_t>("select count(*) from note"));
      NL_CHECK(database.write([](Transaction& transaction) { return add(transaction, "a"); }));
      NL_TRY(second, session.value<std::int64_t>("select count(*) from note"));
      before = first;
      after = second;
      return done();
    }));
    CHECK(before == 0);
    CHECK(after == 0);
    CHECK(count(database) == 1);
  });
}

TEST_CASE("many who change one figure at once lose none of the changes") {
  on_each_engine([](store::Database& database) {
    REQUIRE(database.write([](Transaction& transaction) { return add(transaction, "counter"); }));
    constexpr int people = 4;
    constexpr int changes = 25;
    std::barrier together(people);
    std::atomic<int> kept = 0;
    std::atomic<int> busy = 0;
    std::vector<std::thread> threads;
    for (int person = 0; person < people; ++person)
      threads.emplace_back([&] {
        together.arrive_and_wait();
        for (int i = 0; i < changes; ++i) {
          const auto changed = database.write([](Transaction& transaction) -> Status {
            NL_TRY(amount, transaction.value<std::int64_t>("select amount from note where id = :id",
                                                           {{"id", "counter"}}));
            NL_CHECK(transaction.run("update note set amount = :amount where id = :id",
                                     {{"amount", amount + 1}, {"id", "counter"}}));
            return done();
          });
          ++(changed ? kept : busy);
        }
      });
    for (auto& thread : threads) thread.join();
    const auto amount = database.read(
        [](Session& session) { return session.value<std::int64_t>("select amount from note"); });
    CHECK(*amount == kept.load());
    CHECK(kept + busy == people * changes);
    CHECK(kept >= people * changes / 2);
    if (database.engine() == Engine::Sqlite) CHECK(busy == 0);
  });
}

TEST_CASE("readers and writers work side by side, and a reader never sees half a change") {
  on_each_engine([](store::Database& database) {
    std::atomic<bool> enough = false;
    std::atomic<int> torn = 0;
    std::atomic<int> read = 0;
    std::vector<std::thread> readers;
    for (int i = 0; i < 3; ++i)
      readers.emplace_back([&] {
        while (!enough) {
          const auto counted = database.read([](Session& session) {
            return session.value<std::int64_t>("select count(*) from note");
          });
          if (counted && *counted % 2 != 0) ++torn;
          if (counted) ++read;
        }
      });
    std::vector<std::thread> writers;
    for (int writer = 0; writer < 2; ++writer)
      writers.emplace_back([&, writer] {
        for (int i = 0; i < 40; ++i) {
          const auto id = std::to_string(writer) + "-" + std::to_string(i);
          static_cast<void>(database
                                .write([&](Transaction& transaction) -> Status {
                                  NL_CHECK(add(transaction, id + "a"));
                                  return add(transaction, id + "b");
                                })
                                .has_value());
        }
      });
    for (auto& thread : writers) thread.join();
    while (read < 10) std::this_thread::yield();
    enough = true;
    for (auto& thread : readers) thread.join();
    CHECK(torn == 0);
    CHECK(count(database) == 160);
  });
}

TEST_CASE("a change inside a change is refused instead of waiting for ever") {
  const FreshDatabase fresh(Engine::Sqlite);
  const auto database = with_notes(fresh);
  CHECK_FALSE(database->write([&](Transaction&) {
    return database->write([](Transaction& transaction) { return add(transaction, "a"); });
  }));
}

TEST_CASE("who finds every session taken is told so") {
  const FreshDatabase fresh(Engine::Sqlite);
  const auto database = with_notes(fresh, {.readers = 1, .patience = std::chrono::milliseconds(1)});
  const auto nested = database->read([&](Session&) {
    return database->read(
        [](Session& session) { return session.value<std::int64_t>("select count(*) from note"); });
  });
  REQUIRE_FALSE(nested);
  CHECK(nested.error().code == ErrorCode::Unavailable);
  CHECK(count(*database) == 0);
}

TEST_CASE("a database that cannot be opened says what to look at") {
  const TemporaryFolder folder;
  const auto nowhere =
      store::Database::open("sqlite:" + (folder.path() / "no" / "such.db").string());
  REQUIRE_FALSE(nowhere);
  CHECK(nowhere.error().message.find("folder") != std::string::npos);
  const auto no_server =
      store::Database::open("postgresql://someone:secret@/none?host=" + folder.path().string());
  REQUIRE_FALSE(no_server);
  CHECK(no_server.error().code == ErrorCode::Unavailable);
  CHECK(no_server.error().where.find("secret") == std::string::npos);
}

TEST_CASE("the database file is its owner's alone") {
  const FreshDatabase fresh(Engine::Sqlite);
  const auto database = with_notes(fresh);
  struct stat status {};
  REQUIRE(::stat(database->url().place.c_str(), &status) == 0);
  CHECK((status.st_mode & 0077U) == 0);
}

TEST_CASE("when connections are cut, the next read and the next change go through") {
  for (const auto engine : engines()) {
    if (engine == Engine::Sqlite) continue;
    const FreshDatabase fresh(engine);
    const auto database = with_notes(fresh);
    REQUIRE(database->write([](Transaction& transaction) { return add(transaction, "a"); }));
    CHECK(count(*database) == 1);
    const auto other = fresh.open();
    REQUIRE(other->read([](Session& session) {
      return session.rows<bool>(
          "select pg_terminate_backend(pid) from pg_stat_activity "
          "where datname = current_database() and pid <> pg_backend_pid()");
    }));
    CHECK(count(*database) == 1);
    CHECK(database->write([](Transaction& transaction) { return add(transaction, "b"); }));
    CHECK(count(*database) == 2);
  }
}
