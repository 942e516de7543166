#include "store/kept_heads.hpp"

#include <doctest/doctest.h>

#include "platform/random.hpp"
#include "store/audit_index.hpp"
#include "store/audit_log.hpp"
#include "store/verify_audit.hpp"
#include "tests/store/engines.hpp"

// Whoever may add rows to the database may add heads of their own, and rows of the index by which
// the auditor finds who was shown a child in a list. Neither may stop, or stand for, what is true.
using namespace northlight;
using namespace northlight::testing;
using namespace std::chrono_literals;

namespace {

const auto nine = *platform::parse_instant("2026-11-22T09:00:00.000Z");

struct Kept {
  explicit Kept(store::Engine engine) : fresh(engine), database(fresh.open_migrated()) { show(3); }

  template <typename F>
  void write(F change) {
    const auto done = database->write(change);
    if (!done) FAIL(done.error().message);
  }
  /// So many rows that list the child.
  void show(int rows, const std::string& request = "r") {
    write([&](store::Transaction& transaction) -> Status {
      for (int i = 0; i < rows; ++i)
        NL_CHECK(store::append_audit(transaction, {.service = service,
                                                   .at = nine,
                                                   .role = "practitioner",
                                                   .action = "find-file",
                                                   .listed = {child, another},
                                                   .source = "192.0.2.7",
                                                   .request = request}));
      return done();
    });
  }
  void index() { REQUIRE(store::index_audit(*database, service)); }
  bool run(const std::string& sql) {
    return database
        ->write([&](store::Transaction& transaction) { return transaction.run_as_is(sql); })
        .has_value();
  }
  /// As somebody who owns the database.
  void past_triggers(const std::vector<std::string>& statements) {
    const bool postgres = database->engine() == store::Engine::Postgres;
    for (const auto* const table : {"audit_entry", "audit_chain"})
      if (postgres) REQUIRE(run(std::string("alter table ") + table + " disable trigger all"));
    for (const auto* const trigger : {"audit_entry_not_taken_away", "audit_entry_at_the_end",
                                      "audit_chain_not_taken_away", "audit_chain_goes_on"})
      if (!postgres) REQUIRE(run(std::string("drop trigger if exists ") + trigger));
    for (const auto& statement : statements) REQUIRE(run(statement));
    for (const auto* const table : {"audit_entry", "audit_chain"})
      if (postgres) REQUIRE(run(std::string("alter table ") + table + " enable trigger all"));
  }
  /// As the account that serves: it adds a row.
  void forge(const std::string& day, const std::string& document) {
    write([&](store::Transaction& transaction) {
      return transaction.run(
          "insert into audit_signed_head (day, document) values (:day, :document)",
          {{"day", day}, {"document", document}});
    });
  }
  std::string document(const platform::SigningKey& by, platform::Instant at) {
    const auto head =
        database->read([&](store::Session& session) { return store::audit_head(session, by, at); });
    REQUIRE(head);
    return store::as_json(*head).text();
  }
  std::vector<store::HeadFault> faults(platform::Instant at, bool with_key = true) {
    const auto found = database->read([&](store::Session& session) {
      const auto own = key.public_key();
      return store::faults_of_heads(session, platform::day_in_london(at),
                                    with_key ? std::optional<std::string_view>(own) : std::nullopt);
    });
    REQUIRE(found);
    return *found;
  }
  store::AuditProof proof() {
    const auto made = store::verify_audit(*database);
    REQUIRE(made);
    return *made;
  }

  FreshDatabase fresh;
  std::unique_ptr<store::Database> database;
  domain::OrganisationId service = platform::random_id<domain::OrganisationId>();
  domain::FileId child = platform::random_id<domain::FileId>();
  domain::FileId another = platform::random_id<domain::FileId>();
  platform::SigningKey key = platform::SigningKey::for_this_run();
  platform::SigningKey theirs = platform::SigningKey::for_this_run();
};

}  // namespace

TEST_CASE("a head for a day to come stops no signing, and is named") {
  for (const auto engine : engines()) {
    Kept kept(engine);
    kept.forge("9999-12-31", kept.document(kept.theirs, nine));
    const auto made = store::sign_head_of_day(*kept.database, kept.key, nine);
    REQUIRE(made);
    REQUIRE(made->head);
    CHECK(made->head->day == "2026-11-22");
    REQUIRE(made->faults.size() == 1);
    CHECK(made->faults[0].find("9999-12-31") != std::string::npos);
    CHECK(kept.faults(nine, false).size() == 1);
    CHECK(store::sign_head_of_day(*kept.database, kept.key, nine + 24h)->head);
    const auto shown = kept.database->read([](store::Session& session) {
      return store::signed_heads(session, 10, platform::day_in_london(nine));
    });
    REQUIRE(shown);
    CHECK(shown->size() == 1);
  }
}

TEST_CASE(
    "a head that somebody else signed counts for nothing, and the day's place is not lost unseen") {
  for (const auto engine : engines()) {
    Kept kept(engine);
    REQUIRE(store::sign_head_of_day(*kept.database, kept.key, nine)->head);
    kept.forge("2026-11-23", kept.document(kept.theirs, nine + 24h));
    const auto own = kept.database->read([&](store::Session& session) {
      return store::newest_own_head(session, kept.key.public_key(),
                                    platform::day_in_london(nine + 24h));
    });
    REQUIRE(own);
    CHECK((*own)->day == "2026-11-22");
    const auto made = store::sign_head_of_day(*kept.database, kept.key, nine + 24h);
    REQUIRE_FALSE(made);
    CHECK(made.error().message.find("2026-11-23") != std::string::npos);
    // The day after is signed, and the strange one is named for ever.
    const auto next = store::sign_head_of_day(*kept.database, kept.key, nine + 48h);
    REQUIRE(next);
    CHECK(next->head);
    REQUIRE(next->faults.size() == 1);
    CHECK(next->faults[0].find("another key") != std::string::npos);
  }
}

TEST_CASE("what is no head, and one in another day's place, are named") {
  Kept kept(store::Engine::Sqlite);
  kept.forge("2026-11-20", "{}");
  kept.forge("2026-11-21", kept.document(kept.key, nine));
  CHECK(kept.faults(nine).size() == 2);
  CHECK(store::sign_head_of_day(*kept.database, kept.key, nine)->head);
}

TEST_CASE("heads of the key before this one are no fault") {
  Kept kept(store::Engine::Sqlite);
  REQUIRE(store::sign_head_of_day(*kept.database, kept.theirs, nine)->head);
  const auto made = store::sign_head_of_day(*kept.database, kept.key, nine + 24h);
  REQUIRE(made);
  CHECK(made->head);
  CHECK(made->faults.empty());
  CHECK(kept.faults(nine + 24h).empty());
}

TEST_CASE("a chain that was cut or taken away is held against the heads that are kept") {
  for (const auto engine : engines()) {
    Kept kept(engine);
    REQUIRE(store::sign_head_of_day(*kept.database, kept.key, nine)->head);
    kept.show(3);
    REQUIRE(store::sign_head_of_day(*kept.database, kept.key, nine + 24h)->head);
    const auto proof = [&] {
      const auto made =
          kept.database->read([&](store::Session& session) -> Result<store::AuditProof> {
            NL_TRY(heads, store::heads_without_fault(session, platform::day_in_london(nine + 24h),
                                                     std::string_view(kept.key.public_key())));
            return store::verify_audit(session, {}, heads);
          });
      REQUIRE(made);
      return *made;
    };
    CHECK(proof().whole());
    kept.past_triggers(
        {"delete from audit_entry where number > 4",
         "update audit_chain set number = 4, hash = (select hash from audit_entry where "
         "chain = audit_chain.id and number = 4)"});
    CHECK(kept.proof().whole());  // Nothing in the chain says so.
    REQUIRE(proof().breaks.size() == 1);
    CHECK(proof().breaks[0].fault == store::AuditFault::Truncated);
    CHECK(proof().breaks[0].number == 5);
    CHECK(proof().breaks[0].message ==
          "Rows 5 to 6 are gone from the end: the head that is kept for 2026-11-23 is 6.");
    // Written on as long as it was, and otherwise: past the older head it is still the one signed.
    kept.show(2, "another");
    REQUIRE(proof().breaks.size() == 1);
    CHECK(proof().breaks[0].fault == store::AuditFault::Rewritten);
    CHECK(proof().breaks[0].number == 6);
    kept.past_triggers({"delete from audit_entry", "delete from audit_chain"});
    REQUIRE(proof().breaks.size() == 1);
    CHECK(proof().breaks[0].service == kept.service.text());
    CHECK(proof().breaks[0].message ==
          "The whole chain is gone: the head that is kept for 2026-11-23 is 6.");
  }
}

TEST_CASE("an index that goes past what was listed is found") {
  for (const auto engine : engines()) {
    Kept kept(engine);
    kept.index();
    CHECK(kept.proof().whole());
    kept.show(2);
    CHECK(kept.proof().whole());
    // No further than the trail goes, and then only to hide what was listed since.
    CHECK_FALSE(kept.run("update audit_named_until set number = 99"));
    REQUIRE(kept.run("update audit_named_until set number = 5"));
    kept.index();
    const auto proof = kept.proof();
    CHECK(proof.rows_whole());
    REQUIRE(proof.index.size() == 1);
    CHECK(proof.index[0].number == 4);
    CHECK(proof.index[0].fault == store::AuditFault::Index);
    const auto made = store::sign_head_of_day(*kept.database, kept.key, nine);
    REQUIRE(made);
    CHECK(made->head);
    CHECK(made->faults.size() == 1);
    // Made anew, by its owner.
    REQUIRE(kept.run("delete from audit_named_until"));
    kept.index();
    CHECK(kept.proof().whole());
  }
}

TEST_CASE("rows that were taken out of the index, or put into it, are found") {
  for (const auto engine : engines()) {
    Kept kept(engine);
    kept.index();
    CHECK_FALSE(kept.run("update audit_named set number = 1"));
    REQUIRE(
        kept.run("delete from audit_named where number = 2 and id = '" + kept.child.text() + "'"));
    REQUIRE(kept.proof().index.size() == 1);
    CHECK(kept.proof().index[0].number == 2);
    REQUIRE(kept.run("insert into audit_named (id, chain, number) values ('" + kept.child.text() +
                     "', 1, 2)"));
    CHECK(kept.proof().whole());
    REQUIRE(kept.run("insert into audit_named (id, chain, number) values ('someone', 1, 3)"));
    REQUIRE(kept.proof().index.size() == 1);
    CHECK(kept.proof().index[0].number == 3);
    REQUIRE(kept.run("delete from audit_named where id = 'someone'"));
    REQUIRE(kept.run("insert into audit_named (id, chain, number) values ('someone', 1, 7)"));
    CHECK(kept.proof().index[0].number == 7);
  }
}

TEST_CASE("the index names who did it too, part by part, and each thing of a row once") {
  for (const auto engine : engines()) {
    Kept kept(engine);
    const auto person = platform::random_id<domain::PersonId>();
    kept.write([&](store::Transaction& transaction) {
      return store::append_audit(transaction, {.service = kept.service,
                                               .at = nine,
                                               .person = person,
                                               .role = "practitioner",
                                               .action = "find-file",
                                               .file = kept.child,
                                               .listed = {kept.child, kept.another, kept.another},
                                               .source = "192.0.2.7",
                                               .request = "r"});
    });
    kept.show(4'100);  // More than are put in or proved at once.
    kept.index();
    kept.index();
    CHECK(kept.proof().whole());
    const auto count = kept.database->read([&](store::Session& session) {
      return session.value<std::int64_t>("select count(*) from audit_named");
    });
    REQUIRE(count);
    CHECK(*count == 2 * (3 + 1 + 4'100) + 1);
    // Taken from one and given to another: as many as before.
    REQUIRE(kept.run("delete from audit_named where id = '" + person.text() + "'"));
    REQUIRE(kept.run("insert into audit_named (id, chain, number) values ('" + person.text() +
                     "', 1, 4001)"));
    REQUIRE(kept.proof().index.size() == 1);
    CHECK(kept.proof().index[0].number == 4);
    REQUIRE(kept.run("insert into audit_named (id, chain, number) values ('" + person.text() +
                     "', 1, 4)"));
    CHECK(kept.proof().index[0].number == 4'001);
    // Made anew.
    kept.write(store::forget_audit_index);
    CHECK(kept.proof().whole());
    kept.index();
    CHECK(kept.proof().whole());
  }
}
