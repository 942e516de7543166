#include <algorithm>
#include <chrono>
#include <tuple>

#include "store/asked_actions.hpp"
#include "store/projections.hpp"
#include "tests/store/record_setting.hpp"

using namespace northlight;
using namespace northlight::testing;
using forms::Answer;
using forms::FieldCode;
using store::DraftStanding;
using store::Session;
using store::Transaction;

namespace {

Answer text(std::string words) { return Answer{std::move(words)}; }

const FieldCode story{"story"};

template <typename Test>
void on_each_engine(Test test) {
  for (const auto engine : engines()) {
    CAPTURE(std::string(store::name_of(engine)));
    RecordSetting setting(engine);
    test(setting);
  }
}

}  // namespace

TEST_CASE("what is typed stands in the draft, and a version is cut from it") {
  on_each_engine([](RecordSetting& at) {
    CHECK(at.type(at.ann, "story", {}, text("It rained.")).standing == DraftStanding::Made);
    CHECK(*at.draft().answers.find(story) == text("It rained."));
    CHECK(at.cut(at.ann, domain::VersionState::Saved) == 1);
    at.type(at.ann, "story", text("It rained."), text("It rained all day."));
    CHECK(at.cut(at.ann, domain::VersionState::Signed) == 2);
    const auto first = at.read([&](Session& session) {
      return store::version_of(session, at.by(at.ann), at.archive, at.record, 1);
    });
    CHECK(*first.answers.find(story) == text("It rained."));
    const auto second = at.read([&](Session& session) {
      return store::version_of(session, at.by(at.ann), at.archive, at.record, 2);
    });
    CHECK(*second.answers.find(story) == text("It rained all day."));
    CHECK(second.head.made_from == 1);
    CHECK(second.head.recorded_by == at.ann);
  });
}

TEST_CASE("a change sent twice is kept once, and answered alike") {
  on_each_engine([](RecordSetting& at) {
    const auto once = at.type(at.ann, "story", {}, text("It rained."), "7");
    const auto again = at.type(at.ann, "story", {}, text("It rained."), "7");
    CHECK(once.seq == again.seq);
    CHECK(again.standing == DraftStanding::Made);
    CHECK(at.draft().seq == 1);
    // Another person's browser may count alike.
    CHECK(at.type(at.ben, "words", {}, text("mine"), "7").seq == 2);
  });
}

TEST_CASE("two writers in one field: the second is told, and both texts are kept") {
  on_each_engine([](RecordSetting& at) {
    at.type(at.ann, "story", {}, text("Ann's words"));
    const auto second = at.type(at.ben, "story", {}, text("Ben's words"));
    CHECK(second.standing == DraftStanding::Clash);
    CHECK(*at.draft().answers.find(story) == text("Ann's words"));
    const auto clashes = at.read([&](Session& session) {
      return store::open_clashes(session, at.by(at.ann), at.archive, at.record);
    });
    REQUIRE(clashes.size() == 1);
    CHECK(clashes[0].change.value == text("Ben's words"));
    CHECK(clashes[0].by == at.ben);

    at.type(at.ben, "story", text("Ann's words"), text("Both their words"));
    at.write([&](Transaction& transaction) {
      return store::settle_clash(transaction, at.by(at.ben), at.record, clashes[0].seq);
    });
    CHECK(at.read([&](Session& session) {
              return store::open_clashes(session, at.by(at.ann), at.archive, at.record);
            }).empty());
    const auto twice = at.database->write([&](Transaction& transaction) {
      return store::settle_clash(transaction, at.by(at.ann), at.record, clashes[0].seq);
    });
    CHECK(twice.error().code == ErrorCode::NotFound);
  });
}

TEST_CASE("two writers in two fields lose nothing, and each sees what the other typed") {
  on_each_engine([](RecordSetting& at) {
    at.type(at.ann, "story", {}, text("Ann's words"));
    CHECK(at.type(at.ben, "words", {}, text("Ben's words")).standing == DraftStanding::Made);
    const auto seen = at.read([&](Session& session) {
      return store::draft_since(session, at.by(at.ann), at.archive, at.record, 1);
    });
    REQUIRE(seen.size() == 1);
    CHECK(seen[0].by == at.ben);
    CHECK(at.draft().answers.fields.size() == 2);
  });
}

TEST_CASE("the draft can be seen as it stood after any line") {
  on_each_engine([](RecordSetting& at) {
    std::vector<forms::Answers> states{at.draft().answers};
    std::optional<Answer> last;
    for (int i = 1; i <= 6; ++i) {
      const auto next = text("text " + std::to_string(i));
      at.type(at.ann, "story", last, next);
      last = next;
      states.push_back(at.draft().answers);
      if (i % 2 == 0) at.cut(at.ann, domain::VersionState::Saved);
    }
    for (std::size_t seq = 0; seq < states.size(); ++seq) {
      const auto draft = at.read([&](Session& session) {
        return store::draft_at(session, at.by(at.ann), at.archive, at.record,
                               static_cast<std::int64_t>(seq));
      });
      CHECK(draft.answers == states[seq]);
    }
  });
}

TEST_CASE("a version made from one that is no longer the last is refused") {
  on_each_engine([](RecordSetting& at) {
    at.cut(at.ann, domain::VersionState::Saved);
    at.cut(at.ben, domain::VersionState::Saved);
    const auto late = at.database->write([&](Transaction& transaction) {
      return store::add_version(transaction, at.by(at.ann), at.archive, at.record,
                                {.state = domain::VersionState::Signed, .made_from = 1}, {});
    });
    REQUIRE_FALSE(late);
    CHECK(late.error().code == ErrorCode::Conflict);
  });
}

TEST_CASE("as it stood on a day is what had been recorded by its end in London") {
  on_each_engine([](RecordSetting& at) {
    using namespace std::chrono_literals;
    // Half past eleven at night in summer by UTC is the next day in London.
    at.now = *platform::parse_instant("2026-06-10T22:59:59.999Z");
    at.cut(at.ann, domain::VersionState::Saved);
    at.now = *platform::parse_instant("2026-06-10T23:00:00.000Z");
    at.cut(at.ann, domain::VersionState::Saved);
    const auto on = [&](Date day) {
      const auto version = at.read([&](Session& session) {
        return store::version_on(session, at.by(at.ann), at.archive, at.record, day);
      });
      return version ? version->head.n : 0;
    };
    CHECK(on(2026y / 6 / 9) == 0);
    CHECK(on(2026y / 6 / 10) == 1);
    CHECK(on(2026y / 6 / 11) == 2);
    CHECK(on(2027y / 1 / 1) == 2);
  });
}

TEST_CASE("a sealed answer is readable to who may read, and nowhere in the database") {
  on_each_engine([](RecordSetting& at) {
    at.type(at.ann, "secret", {}, text("0000 111 222"));
    at.type(at.ann, "secret", text("0000 111 222"), text("0000 333 444"));
    at.cut(at.ann, domain::VersionState::Signed);
    CHECK(*at.draft().answers.find(FieldCode{"secret"}) == text("0000 333 444"));
    const auto everything = at.read([&](Session& session) -> Result<std::string> {
      std::string all;
      for (const auto* sql : {"select answers from record_version", "select answers from draft",
                              "select was from draft_change", "select value from draft_change"}) {
        NL_TRY(texts, session.rows<std::string>(sql));
        for (const auto& one : texts) all += one;
      }
      return all;
    });
    CHECK(everything.find("sealed") != std::string::npos);
    CHECK(everything.find("0000") == std::string::npos);

    // Erasure: with the key of the file, what it sealed and proved is gone.
    at.write([&](Transaction& transaction) {
      return store::destroy_file_key(transaction, at.by(at.ann));
    });
    const auto gone = at.database->read([&](Session& session) {
      return store::version_of(session, at.by(at.ann), at.archive, at.record, 1);
    });
    CHECK(gone.error().code == ErrorCode::Unavailable);
  });
}

TEST_CASE("a record of another file does not exist for whoever was granted this one") {
  on_each_engine([](RecordSetting& at) {
    at.cut(at.ann, domain::VersionState::Saved);
    const auto other = store::GrantForTests::of(at.other_file, at.ann, at.now);
    const auto none = at.database->read(
        [&](Session& session) { return store::record_head(session, other, at.record); });
    CHECK(none.error().code == ErrorCode::NotFound);
    const auto versions = at.database->read(
        [&](Session& session) { return store::versions_of(session, other, at.record); });
    CHECK(versions.error().code == ErrorCode::NotFound);
    const auto typed = at.database->write([&](Transaction& transaction) {
      return store::add_typed(transaction, other, at.archive, at.record,
                              {"1", {.at = {story, {}, {}}, .value = text("x")}});
    });
    CHECK(typed.error().code == ErrorCode::NotFound);
    CHECK(at.read([&](Session& session) { return store::records_of(session, other); }).empty());
    CHECK(at.read([&](Session& session) {
              return store::records_of(session, at.by(at.ann));
            }).size() == 1);
  });
}

TEST_CASE("actions that a manager asks for stay open until a version answers them") {
  on_each_engine([](RecordSetting& at) {
    const auto n = at.cut(at.ann, domain::VersionState::Signed);
    const auto id = platform::random_id_bits();
    at.write([&](Transaction& transaction) {
      return store::ask_action(transaction, at.by(at.ben), at.record,
                               {.id = id,
                                .n = n,
                                .about = *forms::FieldPath::parse("story"),
                                .what = Sensitive<std::string>("Say who saw it."),
                                .owner = at.ann});
    });
    const auto asked = [&] {
      return at.read([&](Session& session) {
        return store::asked_actions(session, at.by(at.ann), at.record);
      });
    };
    REQUIRE(asked().size() == 1);
    CHECK(asked()[0].open());
    CHECK(asked()[0].about->text() == "story");
    at.write([&](Transaction& transaction) {
      return store::answer_action(transaction, at.by(at.ann), at.record, id, n, "Added.");
    });
    CHECK_FALSE(asked()[0].open());
    const auto again = at.database->write([&](Transaction& transaction) {
      return store::answer_action(transaction, at.by(at.ann), at.record, id, n, "Again.");
    });
    CHECK(again.error().code == ErrorCode::Conflict);
  });
}

TEST_CASE("a file's list says of each record what its last version says, and so after reindexing") {
  on_each_engine([](RecordSetting& at) {
    using namespace std::chrono_literals;
    const auto listed = [&] {
      const auto heads =
          at.read([&](Session& session) { return store::records_of(session, at.by(at.ann)); });
      REQUIRE(heads.size() == 1);
      const auto& head = heads.front();
      return std::tuple(head.last_version, head.saved_seq, head.state, head.effective_on,
                        head.recorded_at);
    };
    CHECK(listed() ==
          std::tuple(0, 0, std::nullopt, std::nullopt, std::optional<platform::Instant>{}));
    at.type(at.ann, "day", {}, Answer{Date{2026y / 7 / 1}});
    at.cut(at.ann, domain::VersionState::Saved);
    at.type(at.ann, "day", Answer{Date{2026y / 7 / 1}}, Answer{Date{2026y / 7 / 2}});
    at.now += 1h;
    at.cut(at.ann, domain::VersionState::Signed);
    const auto second = listed();
    CHECK(second == std::tuple(2, 2, domain::VersionState::Signed, Date{2026y / 7 / 2},
                               std::optional(at.now)));

    // Whatever stands beside the record: what its version says is made again.
    at.write([](Transaction& transaction) {
      return transaction.run(
          "update record set last_state = 'returned', last_effective_on = null, "
          "last_recorded_at = '2020-01-01T00:00:00.000Z', last_recorded_by = null, "
          "last_draft_seq = 0");
    });
    REQUIRE(listed() != second);
    at.write([&](Transaction& transaction) { return store::reindex(transaction, small_forms()); });
    CHECK(listed() == second);

    // A database of before is brought forward with the same.
    at.write([](Transaction& transaction) -> Status {
      for (const std::string column : {"last_state", "last_effective_on", "last_recorded_at",
                                       "last_recorded_by", "last_draft_seq"})
        NL_CHECK(transaction.run_as_is("alter table record drop column " + column));
      const auto step =
          std::ranges::find(project_schema(), "0031-record-head", &store::Migration::name);
      REQUIRE(step != project_schema().end());
      NL_TRY(statements, step->statements(transaction.engine()));
      for (const auto& statement : statements) NL_CHECK(transaction.run_as_is(statement));
      return done();
    });
    CHECK(listed() == second);
  });
}

TEST_CASE("projections made version by version are those that reindexing makes") {
  on_each_engine([](RecordSetting& at) {
    using namespace std::chrono_literals;
    const auto row = platform::random_id<domain::RowId>();
    at.type(at.ann, "words", {}, text("Meet"));
    at.type(at.ann, "day", {}, Answer{Date{2026y / 7 / 1}});
    at.write([&](Transaction& transaction) {
      return store::add_typed(
          transaction, at.by(at.ann), at.archive, at.record,
          {"row", {.kind = forms::ChangeKind::RowAdded, .at = {FieldCode{"dangers"}, row, {}}}});
    });
    const auto path = "dangers/" + row.text();
    at.type(at.ann, path + "/danger_kind", {}, text("child"));
    at.type(at.ann, path + "/danger_what", {}, text("A fall"));
    at.cut(at.ann, domain::VersionState::Signed);
    at.type(at.ann, path + "/danger_what", text("A fall"), text("A bad fall"));
    at.cut(at.ann, domain::VersionState::Saved);

    const auto all = [&] {
      return at.read([&](Session& session) -> Result<std::vector<store::KeptRow>> {
        std::vector<store::KeptRow> rows;
        for (std::size_t i = 0; i < forms::projection_count; ++i)
          for (const auto from : {store::TakenFrom::Saved, store::TakenFrom::Signed}) {
            NL_TRY(some, store::projected(session, at.by(at.ann), static_cast<forms::Projection>(i),
                                          from));
            rows.insert(rows.end(), some.begin(), some.end());
          }
        return rows;
      });
    };
    const auto before = all();
    REQUIRE(before.size() == 4);
    const auto risk = [&](store::TakenFrom from) {
      return at
          .read([&](Session& session) {
            return store::projected(session, at.by(at.ann), forms::Projection::Risk, from);
          })
          .at(0)
          .columns.at("description")
          .reveal();
    };
    CHECK(risk(store::TakenFrom::Signed) == "A fall");
    CHECK(risk(store::TakenFrom::Saved) == "A bad fall");

    const auto made = at.write(
        [&](Transaction& transaction) { return store::reindex(transaction, small_forms()); });
    CHECK(made.records == 1);
    CHECK(made.rows == 4);
    CHECK(made.unreadable == 0);
    CHECK(all() == before);
  });
}
