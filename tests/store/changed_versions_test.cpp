#include <doctest/doctest.h>

#include "store/changed_version.hpp"
#include "store/projections.hpp"
#include "store/prove_versions.hpp"
#include "tests/store/record_setting.hpp"

// What somebody changed in the database, past the program.
using namespace northlight;
using namespace northlight::testing;
using forms::Answer;
using forms::FieldCode;
using store::Session;
using store::Transaction;

namespace {

Answer said(std::string words) { return Answer{std::move(words)}; }

template <typename Test>
void with_records(Test test) {
  for (const auto engine : engines()) {
    CAPTURE(std::string(store::name_of(engine)));
    RecordSetting setting(engine);
    test(setting);
  }
}

/// Past the triggers, as who owns the database.
void past_triggers(RecordSetting& at, const std::string& sql) {
  at.write([&](Transaction& transaction) -> Status {
    if (at.database->engine() == store::Engine::Postgres)
      NL_CHECK(transaction.run_as_is("alter table record_version disable trigger all"));
    else
      NL_CHECK(transaction.run_as_is("drop trigger if exists record_version_not_changed"));
    return transaction.run_as_is(sql);
  });
}

}  // namespace

TEST_CASE("a version that somebody changed in the database is not shown") {
  with_records([](RecordSetting& at) {
    at.type(at.ann, "story", {}, said("It rained."));
    at.cut(at.ann, domain::VersionState::Signed);
    const auto changed = at.database->write([&](Transaction& transaction) {
      return transaction.run("update record_version set answers = '{}'");
    });
    CHECK_FALSE(changed);
    const auto typed = at.database->write([&](Transaction& transaction) {
      return transaction.run("update draft_change set value = 'null'");
    });
    CHECK_FALSE(typed);
    // Even where somebody takes the row out and puts another in its place.
    at.write([&](Transaction& transaction) -> Status {
      NL_TRY(hash, transaction.value<std::string>("select hash from record_version"));
      NL_CHECK(transaction.run("delete from record_version"));
      NL_CHECK(transaction.run(
          "insert into record_version (record_id, n, state, recorded_at, recorded_by, edition, "
          "draft_seq, answers, hash) values (:record, 1, 'signed', '2026-06-10T09:00:00.000Z', "
          ":by, 1, 1, '{\"story\":\"The sun shone.\"}', :hash)",
          {{"record", at.record.text()}, {"by", at.ann.text()}, {"hash", hash}}));
      return done();
    });
    const auto shown = at.database->read([&](Session& session) {
      return store::version_of(session, at.by(at.ann), at.archive, at.record, 1);
    });
    REQUIRE_FALSE(shown);
    CHECK(store::is_changed_version(shown.error()));
    // Nor as what somebody goes on from.
    const auto draft = at.database->read([&](Session& session) {
      return store::draft_of(session, at.by(at.ann), at.archive, at.record);
    });
    REQUIRE_FALSE(draft);
    CHECK(store::is_changed_version(draft.error()));
  });
}

TEST_CASE("a draft that somebody changed in the database is nobody's text") {
  with_records([](RecordSetting& at) {
    const FieldCode story{"story"};
    at.type(at.ann, "story", {}, said("It rained."));
    at.cut(at.ann, domain::VersionState::Signed);
    const auto forge = [&](const char* answers) {
      at.write([&](Transaction& transaction) {
        return transaction.run("update draft set answers = :answers", {{"answers", answers}});
      });
    };
    forge(R"({"story":"The sun shone."})");
    CHECK(*at.draft().answers.find(story) == said("It rained."));
    // Nor with what was typed since, nor in what is signed then.
    at.type(at.ann, "words", {}, said("Wet"));
    forge(R"({"story":"The sun shone.","words":"Dry"})");
    CHECK(*at.draft().answers.find(story) == said("It rained."));
    CHECK(*at.draft().answers.find(FieldCode{"words"}) == said("Wet"));
    const auto n = at.cut(at.ann, domain::VersionState::Signed);
    const auto version = at.read([&](Session& session) {
      return store::version_of(session, at.by(at.ann), at.archive, at.record, n);
    });
    CHECK(*version.answers.find(story) == said("It rained."));
    // What was typed before the record says it was is in its last version all the same.
    past_triggers(at, "update record set last_version = 1, last_seq = 1");
    CHECK(*at.draft().answers.find(FieldCode{"words"}) == said("Wet"));
  });
}

TEST_CASE(
    "what is typed is judged by what was recorded, and not by a draft that somebody changed") {
  with_records([](RecordSetting& at) {
    const FieldCode story{"story"};
    at.type(at.ann, "story", {}, said("It rained."));
    at.cut(at.ann, domain::VersionState::Saved);
    at.type(at.ann, "words", {}, said("Wet"));
    const auto forge = [&](const std::string& sql) {
      at.write([&](Transaction& transaction) { return transaction.run_as_is(sql); });
    };
    // It is no change to what a forged draft holds, and is one to what stands there.
    forge(R"(update draft set answers = '{"story":"The sun shone.","words":"Wet"}')");
    CHECK(at.type(at.ann, "story", said("It rained."), said("The sun shone.")).standing ==
          store::DraftStanding::Made);
    CHECK(*at.draft().answers.find(story) == said("The sun shone."));
    // Nor is one made on what nobody wrote; it is told.
    forge(R"(update draft set answers = '{"story":"It hailed.","words":"Wet"}')");
    CHECK(at.type(at.ben, "story", said("It hailed."), said("It snowed.")).standing ==
          store::DraftStanding::Clash);
    CHECK(*at.draft().answers.find(story) == said("The sun shone."));
    // Nor by one that lags, or is gone.
    forge("create table draft_before as select record_id, seq, answers, hash from draft");
    at.type(at.ann, "words", said("Wet"), said("Dry"));
    forge("delete from draft");
    forge(
        "insert into draft (record_id, seq, answers, hash) "
        "select record_id, seq, answers, hash from draft_before");
    CHECK(at.type(at.ann, "words", said("Dry"), said("Wet")).standing ==
          store::DraftStanding::Made);
    CHECK(*at.draft().answers.find(FieldCode{"words"}) == said("Wet"));
    forge("delete from draft");
    CHECK(at.type(at.ann, "words", said("Wet"), said("Damp")).standing ==
          store::DraftStanding::Made);
    CHECK(*at.draft().answers.find(FieldCode{"words"}) == said("Damp"));
  });
}

TEST_CASE("every version is proved, and none that was changed is made into tables") {
  with_records([](RecordSetting& at) {
    at.type(at.ann, "words", {}, said("Meet"));
    at.type(at.ann, "day", {}, Answer{Date{std::chrono::year{2026} / 7 / 1}});
    at.cut(at.ann, domain::VersionState::Signed);
    at.type(at.ann, "words", said("Meet"), said("Meet again"));
    at.cut(at.ann, domain::VersionState::Saved);
    const auto proved = [&] {
      auto all = store::prove_versions(*at.database, at.keys);
      REQUIRE(all);
      return *std::move(all);
    };
    CHECK(proved().versions == 2);
    CHECK(proved().changed.empty());
    past_triggers(at, "update record_version set state = 'countersigned' where n = 2");
    const std::vector<store::ChangedVersion> second{{at.file, at.record, 2}};
    CHECK(proved().changed == second);
    const auto rows = [&](const std::vector<store::ChangedVersion>& left_out) {
      return at
          .write([&](Transaction& transaction) {
            return store::reindex(transaction, small_forms(), {.changed = left_out});
          })
          .rows;
    };
    CHECK(rows(second) < rows({}));
    const auto other_keys = platform::Keys::for_this_run();
    CHECK_FALSE(store::prove_versions(*at.database, other_keys));
  });
}

TEST_CASE("one file whose key does not open keeps no other from being proved") {
  with_records([](RecordSetting& at) {
    at.type(at.ann, "words", {}, said("Meet"));
    at.type(at.ann, "day", {}, Answer{Date{std::chrono::year{2026} / 7 / 1}});
    at.cut(at.ann, domain::VersionState::Signed);
    const auto closed = std::pair(at.file, at.record);
    at.file = at.other_file;
    at.record = platform::random_id<domain::RecordId>();
    at.write([&](Transaction& transaction) {
      return store::begin_record(transaction, at.by(at.ann), at.archive, forms::small_form(),
                                 at.record);
    });
    at.type(at.ann, "words", {}, said("Meet"));
    at.type(at.ann, "day", {}, Answer{Date{std::chrono::year{2026} / 8 / 1}});
    at.cut(at.ann, domain::VersionState::Signed);
    past_triggers(at, "update record_version set state = 'countersigned' where record_id = '" +
                          at.record.text() + "'");
    for (const auto* how : {"update file_key set sealed = 'x'", "delete from file_key"}) {
      CAPTURE(how);
      at.write([&](Transaction& transaction) {
        return transaction.run_as_is(how + (" where file_id = '" + closed.first.text() + "'"));
      });
      const auto proved = store::prove_versions(*at.database, at.keys);
      REQUIRE(proved);
      CHECK(proved->versions == 2);
      CHECK(proved->unopened == std::vector{closed.first});
      CHECK(proved->changed == std::vector<store::ChangedVersion>{{at.file, at.record, 1}});
      // What was made of the one file is as it was, and nothing is made of the other.
      const auto rows_of = [&](domain::RecordId record) {
        return at.read([&](Session& session) {
          return session.value<std::int64_t>(
              "select count(*) from projected_deadline where record_id = :record",
              {{"record", record.text()}});
        });
      };
      const auto before = rows_of(closed.second);
      CHECK(before > 0);
      at.write([&](Transaction& transaction) {
        return store::reindex(transaction, small_forms(), *proved);
      });
      CHECK(rows_of(closed.second) == before);
      CHECK(rows_of(at.record) == 0);
    }
  });
}
