#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>

#include "store/audit_log.hpp"
#include "store/backup.hpp"
#include "store/children.hpp"
#include "store/erasure.hpp"
#include "store/erasure_rest.hpp"
#include "store/glass.hpp"
#include "store/kept_forms.hpp"
#include "store/marks.hpp"
#include "store/personal_links.hpp"
#include "store/records.hpp"
#include "store/retention.hpp"
#include "store/uploads.hpp"
#include "store/verify_audit.hpp"
#include "tests/store/record_setting.hpp"

using namespace northlight;
using namespace northlight::testing;
using store::ErasureKind;
using store::Transaction;

namespace {

namespace fs = std::filesystem;

const std::string planted = "Quagmarten";  // Stands in everything of the file and nowhere else.

bool holds(const fs::path& file, std::string_view text) {
  std::ifstream in(file, std::ios::binary);
  const std::string all{std::istreambuf_iterator<char>(in), {}};
  return all.find(text) != std::string::npos;
}

bool any_holds(const fs::path& folder, std::string_view text) {
  for (const auto& each : fs::recursive_directory_iterator(folder))
    if (each.is_regular_file() && holds(each.path(), text)) return true;
  return false;
}

/// A file of everything that a file can hold, and another beside it.
struct FullFile : RecordSetting {
  explicit FullFile(store::Engine engine) : RecordSetting(engine) {
    write([&](Transaction& transaction) -> Status {
      NL_CHECK(name(transaction, file, planted));
      NL_CHECK(name(transaction, other_file, "Otherwise"));
      NL_TRY(mine, store::keep_upload(transaction, by(ann), uploads, domain::UploadKind::PlainText,
                                      "a letter about " + planted));
      NL_TRY(both, store::keep_upload(transaction, by(ann), uploads, domain::UploadKind::PlainText,
                                      "a leaflet"));
      NL_CHECK(store::add_upload(transaction, grant_of(other_file), both,
                                 domain::UploadKind::PlainText, 9));
      own_upload = mine;
      shared_upload = both;
      const auto text = [&](std::string_view sql) -> Status {
        NL_CHECK(transaction.run(sql, {{"id", platform::random_id<domain::RowId>().text()},
                                       {"file", file.text()},
                                       {"person", ann.text()},
                                       {"words", planted},
                                       {"at", platform::iso(now)}}));
        return done();
      };
      NL_CHECK(
          text("insert into glass (id, person_id, file_id, reason, from_at, until_at) values "
               "(:id, :person, :file, :words, :at, :at)"));
      NL_CHECK(
          text("insert into kept_form (token_hash, person_id, content, kept_at, ends_at, "
               "file_id) values (:id, :person, :words, :at, :at, :file)"));
      NL_CHECK(
          text("insert into child_address (id, file_id, house, street, postcode, from_on, "
               "recorded_at, recorded_by) values (:id, :file, null, :words, null, '2026-01-05', "
               ":at, :person)"));
      NL_CHECK(
          text("insert into shared (id, file_id, relation, ground, words, shared_by, from_at) "
               "values (:id, :file, 'themself', 'theirs', :words, :person, :at)"));
      NL_CHECK(
          text("insert into conflict_of_interest (id, file_id, person_id, words, from_at) "
               "values (:id, :file, :person, :words, :at)"));
      NL_CHECK(
          text("insert into child_case (id, file_id, kind, stage, opened_on, closed_on, "
               "opened_by) select :id, :file, 'diversion', 'closed', '2020-01-05', "
               "'2020-06-01', :person where :words <> :at"));
      return done();
    });
    type(ann, "story", {}, forms::Answer{planted + " said so"});
    type(ann, "story", forms::Answer{planted + " said so"}, forms::Answer{planted + " said more"});
    cut(ann, domain::VersionState::Saved);
  }

  store::Grant grant_of(domain::FileId of) const { return store::GrantForTests::of(of, ann, now); }

  Status name(Transaction& transaction, domain::FileId of, const std::string& family) {
    return store::put_child(transaction, grant_of(of),
                            {of, service, Sensitive(family), Sensitive(std::string("Wren"))});
  }

  void erase() {
    write([&](Transaction& transaction) -> Status {
      NL_CHECK(store::erase_file(transaction, by(ann)));
      return store::append_audit(transaction, {.service = service,
                                               .at = now,
                                               .person = ann,
                                               .operation = store::AuditOperation::Erasure,
                                               .action = "erase-file",
                                               .file = file});
    });
  }

  std::int64_t rows_of(std::string_view table, domain::FileId of) {
    std::string sql = "select count(*) from ";
    sql += table;
    sql += " where file_id = :file";
    return read([&](store::Session& session) {
      return session.value<std::int64_t>(sql, {{"file", of.text()}});
    });
  }

  /// What the disk holds of this database: all of SQLite's files; PostgreSQL's tables.
  bool disk_holds(std::string_view text) {
    if (database->engine() == store::Engine::Sqlite)
      return any_holds(fs::path(database->url().place).parent_path(), text);
    const auto run = store::Transaction::open(database->url(), store::SessionUse::Write);
    REQUIRE(run);
    REQUIRE((*run)->run_as_is("checkpoint"));
    const auto folder = (*run)->value<std::string>(
        "select current_setting('data_directory') || '/base/' || oid::text from pg_database "
        "where datname = current_database()");
    REQUIRE(folder);
    return any_holds(*folder, text);
  }

  platform::SigningKey signing = platform::SigningKey::for_this_run();
  TemporaryFolder outside{};
  fs::path ledger = outside.path() / "erasures";
  store::UploadFolder uploads{outside.path() / "uploads"};
  std::string own_upload{};
  std::string shared_upload{};
};

std::vector<std::string_view> tables_with_files() {
  std::vector<std::string_view> some;
  for (const auto table : store::tables_of_a_file())
    if (table != "asked_action_answer" && table != "asked_action" && !table.starts_with("draft") &&
        table != "record_version" && !table.starts_with("subject_"))
      some.push_back(table);
  return some;
}

}  // namespace

TEST_CASE("after an erasure neither the database nor the disk holds anything of the file") {
  for (const auto engine : engines()) {
    CAPTURE(static_cast<int>(engine));
    FullFile full(engine);
    CHECK(full.disk_holds(planted));
    full.erase();
    store::ErasureRest rest(*full.database, {full.ledger, full.signing}, full.uploads);
    REQUIRE(rest.finish(full.now));
    for (const auto table : tables_with_files()) {
      CAPTURE(table);
      CHECK(full.rows_of(table, full.file) == 0);
    }
    CHECK_FALSE(fs::exists(full.uploads.place_of(full.own_upload)));
    CHECK(fs::exists(full.uploads.place_of(full.shared_upload)));
    CHECK_FALSE(any_holds(full.outside.path(), planted));
    if (engine == store::Engine::Postgres) REQUIRE(store::sweep(full.database->url()));
    CHECK_FALSE(full.disk_holds(planted));
    CHECK_FALSE(full.disk_holds("a letter about"));
    // The other file is as it was, and the trail is whole and has its line.
    CHECK(full.rows_of("child", full.other_file) == 1);
    CHECK(full.rows_of("upload", full.other_file) == 1);
    const auto proof =
        full.read([](store::Session& session) { return store::verify_audit(session); });
    CHECK(proof.whole());
    CHECK(full.rows_of("audit_entry", full.file) == 1);
  }
}

TEST_CASE("each table that refers to a file is taken away with it or is known to stay") {
  RecordSetting setting(store::Engine::Sqlite);
  // A place in a sample stays as a number, without the file (tests/casework/samples_test.cpp).
  const std::set<std::string> stay{"erasure", "audit_entry", "audit_named", "sample_case"};
  const auto gone = store::tables_of_a_file();
  const auto tables = setting.read([](store::Session& session) {
    return session.rows<std::string>(
        "select distinct m.name from sqlite_master m join pragma_table_info(m.name) p "
        "where m.type = 'table' and p.name in ('file_id', 'record_id', 'case_id', 'request_id') "
        "order by m.name");
  });
  CHECK(tables.size() > 20);
  for (const auto& table : tables) {
    CAPTURE(table);
    CHECK((stay.contains(table) || std::ranges::find(gone, table) != gone.end()));
  }
}

TEST_CASE("a legal hold stops erasing and reducing, whoever speaks SQL") {
  for (const auto engine : engines()) {
    FullFile full(engine);
    full.write([&](Transaction& transaction) {
      return store::put_mark(transaction, full.by(full.ann), domain::Mark::LegalHold, "An inquiry");
    });
    for (const auto& work : {store::erase_file, store::reduce_file}) {
      const auto refused = full.database->write(
          [&](Transaction& transaction) { return work(transaction, full.by(full.ann)); });
      REQUIRE_FALSE(refused);
      CHECK(refused.error().code == ErrorCode::Conflict);
    }
    CHECK_FALSE(full.database->write([&](Transaction& transaction) -> Status {
      NL_CHECK(transaction.run("update file set erased_at = :at where id = :file",
                               {{"at", platform::iso(full.now)}, {"file", full.file.text()}}));
      return done();
    }));
    CHECK(full.rows_of("record", full.file) == 1);
  }
}

TEST_CASE("a basic record keeps who, when and which cases, and the day of the last action") {
  for (const auto engine : engines()) {
    FullFile full(engine);
    full.write([&](Transaction& transaction) {
      return store::reduce_file(transaction, full.by(full.ann));
    });
    for (const auto* const table : {"record", "upload", "file_key", "shared", "glass"})
      CHECK(full.rows_of(table, full.file) == 0);
    const auto left = full.read(
        [&](store::Session& session) { return store::retention_file(session, full.by(full.ann)); });
    CHECK(left.cases.size() == 1);
    CHECK(left.last_recorded == platform::day_in_london(full.now));
    CHECK(left.reduced == full.now);
    // Once more, and then the whole of it.
    full.now += std::chrono::hours(1);
    full.write([&](Transaction& transaction) {
      return store::reduce_file(transaction, full.by(full.ann));
    });
    CHECK(full.read([&](store::Session& session) {
                return store::retention_file(session, full.by(full.ann));
              })
              .last_recorded.has_value());
    full.erase();
    CHECK_FALSE(full.database->read([&](store::Session& session) {
      return store::retention_file(session, full.by(full.ann));
    }));
  }
}

TEST_CASE("a database restored from an older backup erases again what the ledger says") {
  for (const auto engine : engines()) {
    FullFile full(engine);
    full.write([&](Transaction& transaction) {
      return store::put_mark(transaction, full.by(full.ann), domain::Mark::LegalHold, "An inquiry");
    });
    const auto saved = full.outside.path() / "backup";
    REQUIRE(store::backup(*full.database, saved, full.uploads.path()));
    full.write([&](Transaction& transaction) {
      return store::lift_mark(transaction, full.by(full.ann), domain::Mark::LegalHold);
    });
    full.erase();
    store::ErasureRest rest(*full.database, {full.ledger, full.signing}, full.uploads);
    REQUIRE(rest.finish(full.now));
    REQUIRE(rest.finish(full.now));
    const auto lines = store::read_ledger(full.ledger, full.signing.public_key());
    REQUIRE(lines);
    REQUIRE(lines->size() == 1);
    CHECK(rest.not_done_here()->empty());

    const FreshDatabase another(engine);
    const fs::path put_back = full.outside.path() / "put-back";
    REQUIRE(store::restore(saved, another.url(), project_schema(), put_back));
    const auto restored = another.open();
    const store::UploadFolder folder(put_back);
    store::ErasureRest there(*restored, {full.ledger, full.signing}, folder);
    const auto missing = there.not_done_here();
    REQUIRE(missing);
    REQUIRE(missing->size() == 1);
    const auto again = store::erase_all_again(*restored, *missing, full.now);
    REQUIRE(again);
    CHECK(*again == 1);
    REQUIRE(there.finish(full.now));
    CHECK(there.not_done_here()->empty());
    CHECK(store::read_ledger(full.ledger)->size() == 1);
    CHECK_FALSE(fs::exists(folder.place_of(full.own_upload)));
    const auto left = restored->read([&](store::Session& session) {
      return session.value<std::int64_t>("select count(*) from record where file_id = :file",
                                         {{"file", full.file.text()}});
    });
    REQUIRE(left);
    CHECK(*left == 0);
    CHECK(restored->read([](store::Session& session) { return store::verify_audit(session); })
              ->whole());
  }
}

TEST_CASE("content that is sent in again before it was removed stays") {
  for (const auto engine : engines()) {
    FullFile full(engine);
    full.erase();
    full.write([&](Transaction& transaction) -> Status {
      NL_CHECK(store::keep_upload(transaction, full.grant_of(full.other_file), full.uploads,
                                  domain::UploadKind::PlainText, "a letter about " + planted));
      return done();
    });
    REQUIRE(store::remove_uploads(*full.database, full.uploads));
    CHECK(fs::exists(full.uploads.place_of(full.own_upload)));
  }
}

TEST_CASE("what a reader keeps in the log is told, and goes when the reader has") {
  FullFile full(store::Engine::Sqlite);
  store::ErasureRest rest(*full.database, {full.ledger, full.signing}, full.uploads);
  const auto reader = Transaction::open(full.database->url(), store::SessionUse::Read);
  REQUIRE(reader);
  REQUIRE((*reader)->run_as_is("begin"));
  REQUIRE((*reader)->rows<std::string>("select id from file"));
  full.erase();
  const auto finished = rest.finish(full.now);
  REQUIRE(finished);
  CHECK(*finished == store::Finished::LogWaits);
  CHECK(full.disk_holds(planted));
  CHECK_FALSE(store::sweep(full.database->url()));
  REQUIRE((*reader)->run_as_is("rollback"));
  REQUIRE(rest.finish_put_off(full.now));
  CHECK_FALSE(full.disk_holds(planted));
  CHECK(*rest.finish(full.now) == store::Finished::Wholly);
}

TEST_CASE("a file that is reduced again after a restore can be held again") {
  for (const auto engine : engines()) {
    FullFile full(engine);
    full.write([&](Transaction& transaction) {
      return store::put_mark(transaction, full.by(full.ann), domain::Mark::LegalHold, "An inquiry");
    });
    CHECK(full.write([&](Transaction& transaction) {
      return store::erase_again(
          transaction, {full.file, full.service, ErasureKind::Reduced, full.now}, full.now);
    }));
    full.write([&](Transaction& transaction) {
      return store::put_mark(transaction, full.by(full.ann), domain::Mark::LegalHold, "Another");
    });
    const auto marks = full.read(
        [&](store::Session& session) { return store::marks_of(session, full.by(full.ann)); });
    CHECK(std::ranges::count_if(marks, [](const auto& mark) { return !mark.until; }) == 1);
  }
}

TEST_CASE(
    "a form is kept with the file of the link it came by, and never for a file that is gone") {
  for (const auto engine : engines()) {
    FullFile full(engine);
    const auto child = platform::random_id<domain::PersonId>();
    full.write([&](Transaction& transaction) -> Status {
      NL_CHECK(transaction.run(
          "insert into person (id, kind, name, added_at, joined_on) values (:id, 'link', 'Wren', "
          "'2026-01-05T09:00:00.000Z', '2026-01-05')",
          {{"id", child.text()}}));
      return store::add_personal_link(transaction, full.by(full.ann), full.keys, "hash-of-link",
                                      {.person = child, .file = full.file, .set_up_by = full.now},
                                      "Ada Invented");
    });
    const auto keep = [&](const std::string& token, domain::PersonId person,
                          std::optional<domain::FileId> file, std::chrono::hours lasts) {
      return full.database->write([&](Transaction& transaction) {
        return store::keep_form(
            transaction, token,
            {.person = person, .sealed = planted, .ends_at = full.now + lasts, .file = file},
            full.now, 5);
      });
    };
    const auto kept = [&] {
      return full.read([](store::Session& session) {
        return session.value<std::int64_t>("select count(*) from kept_form");
      });
    };
    using std::chrono_literals::operator""h;
    REQUIRE(keep("of-link", child, {}, 2h));
    CHECK(full.rows_of("kept_form", full.file) == 1);
    REQUIRE(keep("about-another", full.ann, full.other_file, 1h));
    REQUIRE(keep("about-none", full.ann, {}, 2h));
    full.now += 1h;
    full.erase();
    // Its own, and the one past its end.
    CHECK(kept() == 1);
    CHECK_FALSE(keep("late", full.ann, full.file, 2h));
    CHECK_FALSE(keep("late-of-link", child, {}, 2h));
    CHECK(kept() == 1);
    full.write([&](Transaction& transaction) {
      return store::forget_kept_forms_until(transaction, full.now + 2h);
    });
    CHECK(kept() == 0);
  }
}
