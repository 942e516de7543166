#include "store/provider_accounts.hpp"

#include <doctest/doctest.h>

#include "platform/random.hpp"
#include "tests/store/engines.hpp"

using namespace northlight;
using namespace northlight::testing;

namespace {

const platform::Instant noon{std::chrono::seconds(1'795'348'800)};
const store::ProviderAccountKey key{"https://login.example", "hash-1"};

template <typename Test>
void on_each_engine(Test test) {
  for (const auto engine : engines()) {
    CAPTURE(std::string(store::name_of(engine)));
    const FreshDatabase fresh(engine);
    test(*fresh.open_migrated());
  }
}

domain::PersonId add_person(store::Database& database) {
  const auto id = platform::random_id<domain::PersonId>();
  REQUIRE(database.write([&](store::Transaction& transaction) {
    return transaction.run(
        "insert into person (id, kind, name, added_at, joined_on) "
        "values (:id, 'staff', 'Somebody', '2026-01-01T00:00:00.000Z', '2026-01-01')",
        {{"id", id.text()}});
  }));
  return id;
}

Status connect(store::Database& database, const store::ProviderAccountKey& account,
               domain::PersonId person) {
  return database.write([&](store::Transaction& transaction) {
    return connect_provider_account(transaction, account, person, store::ConnectedBy::VerifiedEmail,
                                    noon);
  });
}

std::optional<domain::PersonId> person_of(store::Database& database,
                                          const store::ProviderAccountKey& account) {
  return *database.read(
      [&](store::Session& session) { return person_of_provider_account(session, account); });
}

}  // namespace

TEST_CASE("an account elsewhere is found by its issuer and its subject, and by both alone") {
  on_each_engine([](store::Database& database) {
    const auto person = add_person(database);
    REQUIRE(connect(database, key, person));
    CHECK(person_of(database, key) == person);
    CHECK_FALSE(person_of(database, {"https://other.example", key.subject_hash}));
    CHECK_FALSE(person_of(database, {key.issuer, "hash-2"}));
    const auto connected = database.read(
        [&](store::Session& session) { return providers_connected_with(session, person); });
    REQUIRE(connected->size() == 1);
    CHECK(connected->front().issuer == key.issuer);
    CHECK(connected->front().at == noon);
    CHECK(connected->front().by == store::ConnectedBy::VerifiedEmail);
  });
}

TEST_CASE("an account elsewhere is one person's, and a person has one with each issuer") {
  on_each_engine([](store::Database& database) {
    const auto person = add_person(database);
    const auto other = add_person(database);
    REQUIRE(connect(database, key, person));
    CHECK(connect(database, key, other).error().code == ErrorCode::Conflict);
    CHECK(connect(database, {key.issuer, "hash-2"}, person).error().code == ErrorCode::Conflict);
    CHECK(connect(database, {"https://other.example", "hash-1"}, other));
    CHECK(person_of(database, key) == person);
  });
}

TEST_CASE("what was disconnected is nobody's, and can be connected again") {
  on_each_engine([](store::Database& database) {
    const auto person = add_person(database);
    const auto disconnect = [&] {
      return *database.write([&](store::Transaction& transaction) {
        return disconnect_provider_account(transaction, key.issuer, person);
      });
    };
    CHECK_FALSE(disconnect());
    REQUIRE(connect(database, key, person));
    CHECK(disconnect());
    CHECK_FALSE(person_of(database, key));
    CHECK(connect(database, key, add_person(database)));
  });
}

TEST_CASE("an answer is used once, and forgotten when it would not count any more") {
  on_each_engine([](store::Database& database) {
    const auto use = [&](std::string_view hash, platform::Instant now) {
      return *database.write([&](store::Transaction& transaction) {
        return use_provider_answer(transaction, hash, noon + std::chrono::minutes(10), now);
      });
    };
    CHECK(use("a", noon));
    CHECK_FALSE(use("a", noon));
    CHECK(use("b", noon));
    CHECK_FALSE(use("a", noon + std::chrono::minutes(10)));
    CHECK(use("c", noon + std::chrono::minutes(11)));
    const auto kept = database.read([&](store::Session& session) {
      return session.value<std::int64_t>("select count(*) from provider_answer_used");
    });
    CHECK(*kept == 1);
  });
}
