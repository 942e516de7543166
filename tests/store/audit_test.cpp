#include <doctest/doctest.h>

#include <algorithm>
#include <atomic>
#include <fstream>
#include <iterator>
#include <thread>

#include "platform/random.hpp"
#include "store/audit_encoding.hpp"
#include "store/audit_log.hpp"
#include "store/migrate.hpp"
#include "store/sql_text.hpp"
#include "tests/store/engines.hpp"

using namespace northlight;
using namespace northlight::testing;
using store::AuditEntry;
using store::Engine;

namespace {

using namespace std::chrono_literals;

const auto nine =
    platform::Instant(std::chrono::sys_days(std::chrono::year(2026) / std::chrono::November / 22)) +
    9h;

AuditEntry a_read(const std::optional<domain::OrganisationId>& service) {
  return {.service = service,
          .at = nine,
          .person = platform::random_id<domain::PersonId>(),
          .role = "practitioner",
          .organisation = service,
          .operation = store::AuditOperation::Consultation,
          .action = "read-file",
          .file = platform::random_id<domain::FileId>(),
          .source = "192.0.2.7",
          .request = "r1"};
}

Status append(store::Database& database, const AuditEntry& entry) {
  return database.write(
      [&](store::Transaction& transaction) { return store::append_audit(transaction, entry); });
}

// Runs what somebody might try; says whether it was refused.
bool refused(store::Database& database, const std::string& sql) {
  const auto tried =
      database.write([&](store::Transaction& transaction) { return transaction.run_as_is(sql); });
  return !tried;
}

}  // namespace

TEST_CASE("each service has a chain of its own, and the installation one, numbered from 1") {
  for (const auto engine : engines()) {
    CAPTURE(std::string(store::name_of(engine)));
    const FreshDatabase fresh(engine);
    const auto database = fresh.open_migrated();
    const auto one = platform::random_id<domain::OrganisationId>();
    const auto other = platform::random_id<domain::OrganisationId>();
    REQUIRE(append(*database, a_read(one)));
    REQUIRE(append(*database, a_read(other)));
    REQUIRE(append(*database, a_read(one)));
    REQUIRE(append(*database, a_read(std::nullopt)));
    const auto heads = database->read([](store::Session& session) {
      return session.rows<std::string, std::int64_t>(
          "select service, number from audit_chain order by id");
    });
    REQUIRE(heads);
    CHECK(*heads == std::vector<std::tuple<std::string, std::int64_t>>{
                        {one.text(), 2}, {other.text(), 1}, {"", 1}});
  }
}

TEST_CASE("a row keeps every column, and its hash is over them and the row before") {
  for (const auto engine : engines()) {
    CAPTURE(std::string(store::name_of(engine)));
    const FreshDatabase fresh(engine);
    const auto database = fresh.open_migrated();
    const auto service = platform::random_id<domain::OrganisationId>();
    auto entry = a_read(service);
    REQUIRE(append(*database, entry));
    entry.record = platform::random_id<domain::RecordId>();
    entry.version = 7;
    entry.about = platform::random_id<domain::PersonId>();
    entry.listed = {platform::random_id<domain::FileId>(), platform::random_id<domain::FileId>()};
    entry.justification = "The family's worker is away; the child rang – «urgent»";
    entry.recipient = "Hollowbeck Youth Court";
    entry.operation = store::AuditOperation::Disclosure;
    entry.outcome = store::AuditOutcome::Denied;
    REQUIRE(append(*database, entry));

    const auto kept = database->read([&](store::Session& session) -> Status {
      NL_TRY(before, session.value<std::string>("select hash from audit_entry where number = 1"));
      NL_TRY(hash, session.value<std::string>("select hash from audit_entry where number = 2"));
      NL_TRY(head, session.value<std::string>("select hash from audit_chain"));
      const auto person = entry.person->text();
      const auto organisation = service.text();
      const auto file = entry.file->text();
      const auto record = entry.record->text();
      const auto about = entry.about->text();
      const auto listed = entry.listed[0].text() + " " + entry.listed[1].text();
      const auto expected = store::AuditEncoding(service.text())
                                .hash(before, {.at = "2026-11-22T09:00:00.000Z",
                                               .person = person,
                                               .role = "practitioner",
                                               .organisation = organisation,
                                               .operation = "disclosure",
                                               .action = "read-file",
                                               .outcome = "denied",
                                               .file = file,
                                               .record = record,
                                               .version = 7,
                                               .about = about,
                                               .listed = listed,
                                               .justification = *entry.justification,
                                               .recipient = *entry.recipient,
                                               .source = "192.0.2.7",
                                               .request = "r1"});
      CHECK(hash == store::text_of(expected));
      CHECK(head == hash);
      NL_TRY(same, session.value<std::int64_t>(
                       "select count(*) from audit_entry where number = 2 and person_id = :person "
                       "and file_id = :file and record_id = :record and version = 7 and "
                       "about_id = :about and listed = :listed and recipient = :recipient and "
                       "justification = :justification and outcome = 'denied'",
                       {{"person", person},
                        {"file", file},
                        {"record", record},
                        {"about", about},
                        {"listed", listed},
                        {"recipient", entry.recipient},
                        {"justification", entry.justification}}));
      CHECK(same == 1);
      return done();
    });
    REQUIRE(kept);
  }
}

TEST_CASE("a change that fails leaves no row, and the chain goes on where it was") {
  for (const auto engine : engines()) {
    CAPTURE(std::string(store::name_of(engine)));
    const FreshDatabase fresh(engine);
    const auto database = fresh.open_migrated();
    REQUIRE(append(*database, a_read(std::nullopt)));
    const auto failed = database->write([](store::Transaction& transaction) -> Status {
      NL_CHECK(store::append_audit(transaction, a_read(std::nullopt)));
      return Error{ErrorCode::Conflict, "Somebody else was there first."};
    });
    CHECK_FALSE(failed);
    REQUIRE(append(*database, a_read(std::nullopt)));
    const auto numbers = database->read([](store::Session& session) {
      return session.rows<std::int64_t>("select number from audit_entry order by number");
    });
    REQUIRE(numbers);
    CHECK(*numbers == std::vector<std::int64_t>{1, 2});
  }
}

TEST_CASE("many who write to one chain at the same time leave no gap and no fork") {
  for (const auto engine : engines()) {
    CAPTURE(std::string(store::name_of(engine)));
    const FreshDatabase fresh(engine);
    const auto database = fresh.open_migrated();
    const auto service = platform::random_id<domain::OrganisationId>();
    std::atomic<int> kept = 0;
    {
      std::vector<std::jthread> writers;
      for (int writer = 0; writer < 6; ++writer)
        writers.emplace_back([&] {
          for (int i = 0; i < 20; ++i)
            if (append(*database, a_read(service))) ++kept;
        });
    }
    CHECK(kept == 120);
    const auto last = database->read([](store::Session& session) {
      return session.value<std::int64_t>("select max(number) from audit_entry");
    });
    REQUIRE(last);
    CHECK(*last == kept);
  }
}

TEST_CASE("no statement changes the trail, takes a row of it away or puts one in between") {
  for (const auto engine : engines()) {
    CAPTURE(std::string(store::name_of(engine)));
    const FreshDatabase fresh(engine);
    const auto database = fresh.open_migrated();
    for (int i = 0; i < 3; ++i) REQUIRE(append(*database, a_read(std::nullopt)));
    REQUIRE(database->write([](store::Transaction& transaction) {
      return transaction.run_as_is(
          "insert into audit_signed_head (day, document) values ('2026-11-22', '{}')");
    }));
    for (const auto* attempt :
         {"update audit_entry set action = 'nothing' where number = 2",
          "update audit_entry set hash = hash", "delete from audit_entry where number = 3",
          "delete from audit_entry", "delete from audit_chain",
          "update audit_chain set number = 2, hash = 'x'", "update audit_chain set number = 5",
          "update audit_chain set service = 'x', number = number + 1",
          "update audit_signed_head set document = '[]'", "delete from audit_signed_head"}) {
      CAPTURE(attempt);
      CHECK(refused(*database, attempt));
    }
    if (engine == Engine::Postgres) {
      CHECK(refused(*database, "truncate audit_entry, audit_chain"));
      CHECK(refused(*database, "truncate audit_signed_head"));
    } else {
      const std::string again =
          " into audit_entry select chain, number, form, at, person_id, role, organisation_id, "
          "operation, 'nothing', outcome, file_id, record_id, version, about_id, listed, "
          "justification, recipient, source, request, hash from audit_entry where number = ";
      CHECK(refused(*database, "insert or replace" + again + "3"));
      CHECK(refused(*database, "insert or ignore" + again + "2"));
      CHECK(refused(*database,
                    "insert into audit_entry (chain, number, form, at, role, operation, action, "
                    "outcome, listed, source, request, hash) values (1, 9, 1, '', '', 'erasure', "
                    "'', 'allowed', '', '', '', '')"));
      CHECK(refused(*database,
                    "insert or replace into audit_chain (id, service, number, hash) values "
                    "(1, '', 0, '')"));
      CHECK(refused(*database,
                    "insert or replace into audit_signed_head (day, document) values "
                    "('2026-11-22', '[]')"));
    }
    const auto untouched = database->read([](store::Session& session) {
      return session.value<std::int64_t>(
          "select count(*) from audit_entry where action = 'read-file'");
    });
    REQUIRE(untouched);
    CHECK(*untouched == 3);
  }
}

TEST_CASE(
    "the account that serves on PostgreSQL adds to the trail and can do nothing else with it") {
  if (std::ranges::find(engines(), Engine::Postgres) == engines().end()) return;
  const FreshDatabase fresh(Engine::Postgres);
  const auto run_file = [](store::Database& database) {
    std::ifstream file(NORTHLIGHT_SOURCE_DIR "/deploy/postgresql/roles.sql");
    const std::string text{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
    const auto statements = store::statements_of(text, "roles.sql");
    REQUIRE(statements);
    REQUIRE(statements->size() == 7);
    return database.write([&](store::Transaction& transaction) -> Status {
      for (const auto& statement : *statements) NL_CHECK(transaction.run_as_is(statement));
      return done();
    });
  };
  // What an owner who grants every table to come would have given is taken back by the migration.
  {
    const auto owner = fresh.open();
    REQUIRE(owner->write([](store::Transaction& transaction) -> Status {
      NL_CHECK(transaction.run_as_is(
          "do $$ begin if not exists (select 1 from pg_catalog.pg_roles where rolname = "
          "'northlight_app') then create role northlight_app login; end if; end $$"));
      return transaction.run_as_is(
          "alter default privileges in schema public grant all on tables to northlight_app");
    }));
  }
  const auto owner = fresh.open_migrated();
  auto url = fresh.url();
  url.replace(url.find("northlight@"), 10, "northlight_app");
  const auto tries = [&] {
    const auto app = store::Database::open(url);
    REQUIRE(app);
    CHECK(store::check_is_current(**app, project_schema()));
    CHECK(append(**app, a_read(std::nullopt)));
    for (const auto* attempt :
         {"update audit_entry set action = 'nothing'", "delete from audit_entry",
          "truncate audit_entry", "delete from audit_chain", "truncate audit_chain cascade",
          "update audit_chain set number = number - 1", "delete from audit_signed_head",
          "delete from audit_named", "update audit_named set number = 1",
          "delete from audit_named_until", "truncate audit_named",
          "alter table audit_entry disable trigger all",
          "drop trigger audit_entry_not_changed on audit_entry", "drop table audit_entry cascade",
          "set session_replication_role = replica",
          "create or replace function audit_trail_is_added_to() returns trigger language plpgsql "
          "as "
          "$$ begin return null; end $$"}) {
      CAPTURE(attempt);
      CHECK(refused(**app, attempt));
    }
    const auto may = owner->read([](store::Session& session) {
      return session.value<std::int64_t>(
          "select count(*) from information_schema.role_table_grants where grantee = "
          "'northlight_app' and table_name in ('audit_entry', 'audit_chain', 'audit_signed_head', "
          "'audit_named', 'audit_named_until') "
          "and privilege_type in ('DELETE', 'TRUNCATE')");
    });
    REQUIRE(may);
    CHECK(*may == 0);
  };
  tries();
  REQUIRE(run_file(*owner));
  REQUIRE(run_file(*owner));
  tries();
}
