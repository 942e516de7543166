#include "store/changed_version.hpp"
#include "casework/stood_file.hpp"
#include "tests/casework/a_record_desk.hpp"
#include "tests/casework/a_subject_request.hpp"

// One version that somebody changed in the database takes no other record with it.
using namespace northlight;
using namespace northlight::testing;
using asked::everywhere;
using asked::has;
using asked::ok;

namespace {

/// A plan whose contingency points at a risk of an assessment, besides a contact.
struct TwoRecords {
  explicit TwoRecords(asked::Setting& setting)
      : at(setting),
        assessment(at.write("assessment", with_row(risk).c_str())),
        plan(at.write("plan", (R"({"contingencies": [{"row": ")" +
                               platform::random_id<domain::RowId>().text() +
                               R"(", "answers": {"if_risk": {"record": ")" + assessment.text() +
                               R"(", "row": ")" + risk.text() + R"("}}}]})")
                                  .c_str())) {}

  /// Past the triggers, as who owns the database; gives back what stood there.
  std::string change(RecordId record, const std::string& answers) {
    return ok(at.service.database->write([&](store::Transaction& each) -> Result<std::string> {
      NL_CHECK(each.run_as_is(at.service.database->engine() == store::Engine::Postgres
                                  ? "alter table record_version disable trigger all"
                                  : "drop trigger if exists record_version_not_changed"));
      NL_TRY(was, each.value<std::string>(
                      "select answers from record_version where record_id = :record and n = 1",
                      {{"record", record.text()}}));
      NL_CHECK(
          each.run("update record_version set answers = :answers where record_id = :record "
                   "and n = 1",
                   {{"answers", answers}, {"record", record.text()}}));
      return was;
    }));
  }
  Result<OpenRecord> open(RecordId record) {
    return open_record(at.gate(), at.archive, at.by(at.worker), at.file, record);
  }

  asked::Setting& at;
  domain::RowId risk = platform::random_id<domain::RowId>();
  RecordId assessment;
  RecordId plan;
};

}  // namespace

TEST_CASE("a plan opens whose assessment is not what was recorded, and names it") {
  everywhere([](asked::Setting& at) {
    TwoRecords both(at);
    CHECK(ok(both.open(both.plan)).referable.size() == 1);
    CHECK(ok(both.open(both.plan)).unshown.empty());
    both.change(both.assessment, "{}");
    const auto opened = ok(both.open(both.plan));
    CHECK(opened.referable.empty());
    REQUIRE(opened.unshown.size() == 1);
    CHECK(opened.unshown[0].record == both.assessment);
    CHECK(opened.unshown[0].title == "Assessment, begun on 23 November 2026");
    CHECK(opened.draft.answers.rows(forms::FieldCode{"contingencies"}).size() == 1);
    // It is named where it cannot be opened itself, too.
    const auto changed = both.open(both.assessment);
    REQUIRE_FALSE(changed);
    CHECK(store::is_changed_version(changed.error()));
    CHECK(has(changed.error().message,
              "Version 1 of “Assessment, begun on 23 November 2026” is not what was recorded"));
  });
}

TEST_CASE("a day shows everything but the record that is not what was recorded, in its place") {
  everywhere([](asked::Setting& at) {
    TwoRecords both(at);
    const auto ids = [](const StoodFile& stood) {
      std::vector<RecordId> all;
      for (const auto& each : stood.records) all.push_back(each.head.id);
      return all;
    };
    for (const auto known : {KnownWhen::Then, KnownWhen::Today}) {
      const auto stood = [&] {
        return ok(file_as_it_stood(at.gate(), at.archive, at.by(at.worker), at.file,
                                   day("2026-11-23"), known));
      };
      const auto before = stood();
      REQUIRE(before.records.size() >= 2);
      const auto was = both.change(both.assessment, "{}");
      const auto after = stood();
      CHECK(ids(after) == ids(before));
      for (std::size_t i = 0; i < after.records.size(); ++i) {
        const auto& record = after.records[i];
        const bool changed = record.head.id == both.assessment;
        CHECK(record.unshown == changed);
        CHECK(record.version.head.n == 1);
        CHECK((record.version.answers == before.records[i].version.answers) == !changed);
        if (changed) CHECK(record.version.answers == forms::Answers{});
      }
      both.change(both.assessment, was);
    }
  });
}

TEST_CASE("an answer is gathered without what is not what was recorded, and not given out") {
  everywhere([](asked::Setting& at) {
    TwoRecords both(at);
    const auto id = at.ask();
    const auto whole = at.review(id);
    const auto was = both.change(at.contact, R"({"what_happened": "All was well."})");
    const auto review = at.review(id);
    REQUIRE(review.holding.parts.size() == whole.holding.parts.size());
    for (std::size_t i = 0; i < review.holding.parts.size(); ++i) {
      const auto& part = review.holding.parts[i];
      CHECK(part.title == whole.holding.parts[i].title);
      CHECK(part.unshown == (part.code == at.contact.text()));
      if (!part.unshown) CHECK(part.entries == whole.holding.parts[i].entries);
    }
    CHECK(has(at.printed(id), "This record cannot be shown"));
    CHECK_FALSE(has(at.printed(id), "All was well."));
    // All the rest may be read and decided; that one may not, and bars the answer.
    for (const auto& part : review.holding.parts) {
      const auto kept = at.part(id, part.code, {.confirm_rest = true, .read = true});
      CHECK(bool(kept) == !part.unshown);
    }
    CHECK(note_identity(at.gate(), at.desk, at.by(at.manager), at.file, id, day("2026-11-03"),
                        "We know her."));
    const auto left = at.review(id).in_the_way();
    REQUIRE(left.size() == 1);
    CHECK(has(left[0], "“Contact, begun on 23 November 2026” cannot be shown"));
    const auto given = at.give(id);
    CHECK(given.error().code == ErrorCode::Conflict);
    CHECK(has(given.error().message, "“Contact, begun on 23 November 2026” cannot be shown"));
    // Once it is put back it is read like every other.
    both.change(at.contact, was);
    CHECK(at.review(id).holding == whole.holding);
    CHECK_FALSE(at.give(id));
    at.review_all(id);
    CHECK(at.give(id));
  });
}

TEST_CASE("what points into a record that cannot be shown is not said to be gone") {
  everywhere([](asked::Setting& at) {
    TwoRecords both(at);
    const auto id = at.ask();
    CHECK(has(at.printed(id), "Risk 1"));
    both.change(both.assessment, "{}");
    CHECK(has(at.printed(id), "One of a record that cannot be shown"));
    CHECK_FALSE(has(at.printed(id), "One that is no longer there"));
  });
}
