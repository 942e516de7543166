#include <doctest/doctest.h>

#include <array>
#include <atomic>
#include <latch>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "platform/random.hpp"
#include "store/audit_queue.hpp"
#include "store/verify_audit.hpp"
#include "tests/store/engines.hpp"

using namespace northlight;
using namespace northlight::testing;
using store::AuditEntry;

namespace {

AuditEntry a_read(domain::OrganisationId service, std::string role = "practitioner") {
  return {.service = service,
          .person = platform::random_id<domain::PersonId>(),
          .role = std::move(role),
          .action = "read-file",
          .file = platform::random_id<domain::FileId>(),
          .source = "192.0.2.7",
          .request = "r1"};
}

std::int64_t lines_of(store::Database& database, std::string_view role) {
  return *database.read([&](store::Session& session) {
    return session.value<std::int64_t>("select count(*) from audit_entry where role = :role",
                                       {{"role", role}});
  });
}

/// Lets in no line of a role that is called "spoilt".
void refuse_the_spoilt(store::Database& database) {
  const auto refused = database.write([&](store::Transaction& transaction) {
    return transaction.run_as_is(
        transaction.engine() == store::Engine::Sqlite
            ? "create trigger refused before insert on audit_entry when new.role = 'spoilt' "
              "begin select raise(abort, 'spoilt'); end"
            : "alter table audit_entry add constraint refused check (role <> 'spoilt')");
  });
  REQUIRE(refused);
}

}  // namespace

TEST_CASE("lines of many at a time go down whole, and each is told when its own are there") {
  for (const auto engine : engines()) {
    CAPTURE(std::string(store::name_of(engine)));
    const FreshDatabase fresh(engine);
    const auto database = fresh.open_migrated();
    const std::array services{platform::random_id<domain::OrganisationId>(),
                              platform::random_id<domain::OrganisationId>()};
    constexpr int threads = 6;
    constexpr int each = 40;
    std::atomic<int> kept = 0;
    {
      store::AuditQueue queue(*database);
      std::vector<std::jthread> asking;
      for (int i = 0; i < threads; ++i)
        asking.emplace_back([&] {
          for (int k = 0; k < each; ++k)
            queue.put({a_read(services[0]), a_read(services[1])}, [&](const Status& status) {
              if (status) ++kept;
            });
        });
    }  // What waits is finished.
    CHECK(kept == threads * each);
    CHECK(lines_of(*database, "practitioner") == 2 * threads * each);
    const auto proof = store::verify_audit(*database);
    REQUIRE(proof);
    CHECK(proof->whole());
  }
}

TEST_CASE("lines that cannot be put down are told, all of them, and spoil no neighbour") {
  for (const auto engine : engines()) {
    CAPTURE(std::string(store::name_of(engine)));
    const FreshDatabase fresh(engine);
    const auto database = fresh.open_migrated();
    refuse_the_spoilt(*database);
    const auto service = platform::random_id<domain::OrganisationId>();
    std::array<std::optional<bool>, 4> told{};
    {
      store::AuditQueue queue(*database);
      const auto tell = [&told](std::size_t which) {
        return [&told, which](const Status& status) { told.at(which) = status.has_value(); };
      };
      // Whoever holds the chain holds the queue up, so that the rest goes down together.
      const auto held = database->write([&](store::Transaction& transaction) {
        for (std::size_t i = 0; i < 4; ++i)
          queue.put(i == 2 ? std::vector{a_read(service, "spared"), a_read(service, "spoilt")}
                           : std::vector{a_read(service)},
                    tell(i));
        return store::append_audit(transaction, a_read(service));
      });
      REQUIRE(held);
    }
    CHECK(told == std::array<std::optional<bool>, 4>{true, true, false, true});
    CHECK(lines_of(*database, "practitioner") == 4);
    CHECK(lines_of(*database, "spared") == 0);
    const auto proof = store::verify_audit(*database);
    REQUIRE(proof);
    CHECK(proof->whole());
  }
}
