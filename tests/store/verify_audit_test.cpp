#include "store/verify_audit.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "platform/random.hpp"
#include "store/audit_log.hpp"
#include "tests/store/engines.hpp"

using namespace northlight;
using namespace northlight::testing;
using store::AuditFault;
using store::Engine;

namespace {

using namespace std::chrono_literals;

const auto nine =
    platform::Instant(std::chrono::sys_days(std::chrono::year(2026) / std::chrono::November / 22)) +
    9h;

// Two services and the installation; the first service's chain has eight rows.
struct Trail {
  explicit Trail(Engine engine) : fresh(engine), database(fresh.open_migrated()) {
    add(first, 8);
    add(second, 3);
    add(std::nullopt, 2);
  }

  void add(std::optional<domain::OrganisationId> service, int count) const {
    REQUIRE(database->write([&](store::Transaction& transaction) -> Status {
      for (int i = 0; i < count; ++i)
        NL_CHECK(
            store::append_audit(transaction, {.service = service,
                                              .at = nine + std::chrono::minutes(i),
                                              .person = platform::random_id<domain::PersonId>(),
                                              .role = "practitioner",
                                              .action = "read-file",
                                              .file = platform::random_id<domain::FileId>(),
                                              .listed = {platform::random_id<domain::FileId>()},
                                              .source = "192.0.2.7",
                                              .request = "r" + std::to_string(i)}));
      return done();
    }));
  }

  // As somebody who owns the database: past the triggers.
  void tamper(const std::vector<std::string>& statements) const {
    const auto changed = database->write([&](store::Transaction& transaction) -> Status {
      if (database->engine() == Engine::Postgres) {
        NL_CHECK(transaction.run_as_is("alter table audit_entry disable trigger all"));
        NL_CHECK(transaction.run_as_is("alter table audit_chain disable trigger all"));
      } else {
        for (const auto* trigger :
             {"audit_entry_not_changed", "audit_entry_not_taken_away", "audit_entry_at_the_end",
              "audit_chain_not_taken_away", "audit_chain_goes_on", "audit_chain_begins"})
          NL_CHECK(transaction.run_as_is(std::string("drop trigger if exists ") + trigger));
      }
      for (const auto& statement : statements) NL_CHECK(transaction.run_as_is(statement));
      if (database->engine() == Engine::Postgres)
        for (const auto* table : {"audit_entry", "audit_chain"})
          NL_CHECK(
              transaction.run_as_is(std::string("alter table ") + table + " enable trigger all"));
      return done();
    });
    if (!changed) FAIL(changed.error().message);
  }

  store::AuditProof proof(const std::optional<store::AuditHead>& head = {}) const {
    auto made = store::verify_audit(*database, head);
    if (!made) FAIL(made.error().message);
    return *std::move(made);
  }

  store::AuditHead head(const platform::SigningKey& key) const {
    auto made = database->read(
        [&](store::Session& session) { return store::audit_head(session, key, nine); });
    REQUIRE(made);
    return *std::move(made);
  }

  domain::OrganisationId first = platform::random_id<domain::OrganisationId>();
  domain::OrganisationId second = platform::random_id<domain::OrganisationId>();
  FreshDatabase fresh;
  std::unique_ptr<store::Database> database;
};

std::string in_first(const std::string& change, int number) {
  return change + " where chain = 1 and number = " + std::to_string(number);
}

}  // namespace

TEST_CASE("a trail that nobody touched is whole") {
  for (const auto engine : engines()) {
    CAPTURE(std::string(store::name_of(engine)));
    const Trail trail(engine);
    const auto proof = trail.proof();
    CHECK(proof.whole());
    CHECK(proof.chains == 3);
    CHECK(proof.rows == 13);
  }
}

TEST_CASE("the proof names the first row that was changed, whatever was changed in it") {
  for (const auto engine : engines()) {
    CAPTURE(std::string(store::name_of(engine)));
    for (const auto* change :
         {"at = '2026-11-22T09:00:00.001Z'", "person_id = null", "role = 'clerk'",
          "organisation_id = 'x'", "operation = 'alteration'", "action = 'find-file'",
          "outcome = 'denied'", "file_id = null", "record_id = 'x'", "version = 0",
          "about_id = 'x'", "listed = ''", "justification = ''", "recipient = ''", "source = ''",
          "request = ''", "hash = 'x'"}) {
      CAPTURE(change);
      const Trail trail(engine);
      trail.tamper({in_first(std::string("update audit_entry set ") + change, 5),
                    in_first("update audit_entry set role = 'x'", 7)});
      const auto proof = trail.proof();
      REQUIRE(proof.breaks.size() == 1);
      CHECK(proof.breaks[0].service == trail.first.text());
      CHECK(proof.breaks[0].number == 5);
      CHECK(proof.breaks[0].fault == AuditFault::Changed);
      if (engine == Engine::Postgres) break;  // One is enough where a database costs a second.
    }
  }
}

TEST_CASE("the proof tells rows that are gone, moved, cut off or of a form that it does not know") {
  for (const auto engine : engines()) {
    CAPTURE(std::string(store::name_of(engine)));
    const auto found = [&](const std::vector<std::string>& statements) {
      const Trail trail(engine);
      trail.tamper(statements);
      const auto proof = trail.proof();
      REQUIRE(proof.breaks.size() == 1);
      return proof.breaks[0];
    };
    const auto gone =
        found({in_first("delete from audit_entry", 3), in_first("delete from audit_entry", 4)});
    CHECK(gone.fault == AuditFault::Missing);
    CHECK(gone.number == 3);
    CHECK(gone.message == "Rows 3 to 4 are missing, and there are later ones.");

    const auto moved = found({in_first("update audit_entry set number = 99", 3),
                              in_first("update audit_entry set number = 3", 6),
                              in_first("update audit_entry set number = 6", 99)});
    CHECK(moved.fault == AuditFault::OutOfOrder);
    CHECK(moved.number == 3);
    CHECK(moved.message ==
          "Row 3 was written after the row that now has number 5, and not after the one before "
          "it.");

    const auto cut = found({in_first("delete from audit_entry", 8)});
    CHECK(cut.fault == AuditFault::Truncated);
    CHECK(cut.number == 8);
    CHECK(cut.message == "Row 8 is gone from the end: the chain had come to 8.");

    const auto first_gone = found({in_first("delete from audit_entry", 1)});
    CHECK(first_gone.fault == AuditFault::Missing);
    CHECK(first_gone.number == 1);

    const auto later = found({in_first("update audit_entry set form = 2", 2)});
    CHECK(later.fault == AuditFault::UnknownForm);

    // A chain given to another service: every hash names the service that it was made for.
    const auto given_away = found({"update audit_chain set service = 'another' where id = 1"});
    CHECK(given_away.fault == AuditFault::Changed);
    CHECK(given_away.number == 1);
  }
}

TEST_CASE("a signed head shows rows cut from the end with the chain's own head, and a chain gone") {
  for (const auto engine : engines()) {
    CAPTURE(std::string(store::name_of(engine)));
    const Trail trail(engine);
    const auto key = platform::SigningKey::for_this_run();
    const auto head = trail.head(key);
    trail.add(trail.first, 2);
    CHECK(trail.proof(head).whole());

    // The last four of ten, with the chain's own head: whole by itself, short of the signed head.
    trail.tamper({"delete from audit_entry where chain = 1 and number > 6",
                  "update audit_chain set number = 6, hash = (select hash from audit_entry where "
                  "chain = 1 and number = 6) where id = 1",
                  "delete from audit_entry where chain = 2",
                  "delete from audit_chain where id = 2"});
    CHECK(trail.proof().whole());
    const auto proof = trail.proof(head);
    REQUIRE(proof.breaks.size() == 2);
    CHECK(proof.breaks[0].fault == AuditFault::Truncated);
    CHECK(proof.breaks[0].number == 7);
    CHECK(proof.breaks[0].message ==
          "Rows 7 to 8 are gone from the end: the head that was signed is 8.");
    CHECK(proof.breaks[1].service == trail.second.text());
    CHECK(proof.breaks[1].fault == AuditFault::Truncated);

    // Written anew to the same length: whole by itself, and not what was signed.
    trail.add(trail.first, 2);
    const auto anew = trail.proof(head);
    REQUIRE_FALSE(anew.whole());
    CHECK(anew.breaks[0].fault == AuditFault::Rewritten);
    CHECK(anew.breaks[0].number == 8);
  }
}

TEST_CASE("a head reads back as it was signed, and nothing in it can be changed") {
  const Trail trail(Engine::Sqlite);
  const auto key = platform::SigningKey::for_this_run();
  const auto head = trail.head(key);
  CHECK(head.day == "2026-11-22");
  REQUIRE(head.chains.size() == 3);
  const auto text = store::as_json(head).text(2);
  CHECK(*store::read_audit_head(text) == head);
  CHECK(*store::read_audit_head(text, key.public_key()) == head);
  CHECK_FALSE(store::read_audit_head(text, platform::SigningKey::for_this_run().public_key()));

  auto later = head;
  later.day = "2026-11-23";
  auto shorter = head;
  shorter.chains[2].number -= 1;
  auto hidden_anew = store::for_service(head, trail.first.text());
  hidden_anew.chains[0].digest = std::string(64, 'a');
  hidden_anew.chains[2].digest = std::string(64, 'a');
  auto fewer = head;
  fewer.chains.pop_back();
  auto other_key = head;
  other_key.public_key = platform::SigningKey::for_this_run().public_key();
  for (const auto& changed : {later, shorter, hidden_anew, fewer, other_key})
    CHECK_FALSE(store::read_audit_head(store::as_json(changed).text()));
  for (const auto* no_head : {"", "{}", "[]", "{\"form\": \"northlight-audit-head-2\"}"})
    CHECK(store::read_audit_head(no_head).error().message.starts_with("This is not a signed head"));
}

TEST_CASE("a service's own copy of a head proves its chain and tells nothing of the others") {
  for (const auto engine : engines()) {
    CAPTURE(std::string(store::name_of(engine)));
    const Trail trail(engine);
    const auto key = platform::SigningKey::for_this_run();
    const auto text =
        store::as_json(store::for_service(trail.head(key), trail.first.text())).text();
    CHECK(text.find(trail.first.text()) != std::string::npos);
    CHECK(text.find(trail.second.text()) == std::string::npos);
    const auto own = store::read_audit_head(text, key.public_key());
    REQUIRE(own);
    CHECK(std::ranges::count_if(own->chains, &store::ChainHead::is_hidden) == 2);
    trail.add(trail.first, 2);
    trail.add(trail.second, 1);
    trail.add(std::nullopt, 1);
    CHECK(trail.proof(*own).whole());

    trail.tamper({"delete from audit_entry where chain = 1 and number > 6",
                  "update audit_chain set number = 6, hash = (select hash from audit_entry where "
                  "chain = 1 and number = 6) where id = 1",
                  "delete from audit_entry where chain = 2",
                  "delete from audit_chain where id = 2"});
    const auto proof = trail.proof(*own);
    REQUIRE(proof.breaks.size() == 1);
    CHECK(proof.breaks[0].service == trail.first.text());
    CHECK(proof.breaks[0].fault == AuditFault::Truncated);
  }
}

TEST_CASE("a day's head is signed once, and never over a trail that is broken") {
  for (const auto engine : engines()) {
    CAPTURE(std::string(store::name_of(engine)));
    const Trail trail(engine);
    const auto key = platform::SigningKey::for_this_run();
    const auto made = store::sign_head_of_day(*trail.database, key, nine);
    REQUIRE(made);
    REQUIRE(made->head);
    const auto again = store::sign_head_of_day(*trail.database, key, nine + 2h);
    REQUIRE(again);
    CHECK_FALSE(again->head);
    trail.add(trail.first, 1);
    const auto next = store::sign_head_of_day(*trail.database, key, nine + 24h);
    REQUIRE(next);
    REQUIRE(next->head);
    CHECK(next->head->day == "2026-11-23");
    CHECK(next->faults.empty());
    const auto kept = trail.database->read([](store::Session& session) {
      return store::signed_heads(session, 10, platform::day_in_london(nine + 24h));
    });
    REQUIRE(kept);
    CHECK(*kept == std::vector{*next->head, *made->head});

    trail.tamper({in_first("update audit_entry set action = 'x'", 4)});
    const auto refused = store::sign_head_of_day(*trail.database, key, nine + 48h);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == ErrorCode::Conflict);
  }
}
