#include <doctest/doctest.h>

#include <algorithm>

#include "tests/casework/a_record_desk.hpp"

using namespace northlight;
using namespace northlight::casework;
using northlight::testing::day;
using northlight::testing::text;
using northlight::testing::with_row;
using Desk = northlight::testing::RecordDesk;

TEST_CASE("a manager sends a record back with work, and the next version answers it") {
  testing::on_a_desk("assessment", [](Desk& desk) {
    const auto row = platform::random_id<domain::RowId>();
    desk.fill(desk.record, with_row(row));
    const auto sign = [&] {
      return Desk::ok(sign_record(desk.gate(), desk.archive, desk.by(desk.worker), desk.file,
                                  desk.record, desk.seq()))
          .version;
    };
    REQUIRE(sign() == 1);
    const auto by_manager = desk.by(desk.manager);
    const std::vector<Ask> asks{
        {.about = *forms::FieldPath::parse("risks/" + row.text() + "/risk_what"),
         .what = "Say when and where it could happen.",
         .due_on = day("2026-12-01")}};
    CHECK(return_record(desk.gate(), desk.archive, by_manager, desk.file, desk.record, 1, " ", asks)
              .error()
              .where == "words");
    CHECK(
        return_record(desk.gate(), desk.archive, by_manager, desk.file, desk.record, 1, "Good.", {})
            .error()
            .where == "asks.1");
    const auto back = return_record(desk.gate(), desk.archive, by_manager, desk.file, desk.record,
                                    1, "Clear, but too broad.", asks);
    REQUIRE(back);
    CHECK(*back == 2);
    auto opened = desk.open(desk.record);
    REQUIRE(opened.asked.size() == 1);
    CHECK(opened.asked[0].owner == desk.worker);
    CHECK(answer_ask(desk.gate(), desk.by(desk.worker), desk.file, desk.record, opened.asked[0].id,
                     "Done.")
              .error()
              .code == ErrorCode::Conflict);

    desk.type(desk.worker, desk.record, "risks/" + row.text() + "/risk_what",
              "Another fight on the way home", "A fight at the bus stop between three and four");
    REQUIRE(sign() == 3);
    CHECK(answer_ask(desk.gate(), desk.by(desk.worker), desk.file, desk.record, opened.asked[0].id,
                     "Said when and where."));
    CHECK(countersign_record(desk.gate(), desk.archive, by_manager, desk.file, desk.record, 3,
                             "Now it can be planned for.", {}));
    opened = desk.open(desk.record);
    CHECK(opened.head.state == domain::VersionState::Countersigned);
    CHECK_FALSE(opened.asked[0].open());

    const auto compared = Desk::ok(
        compare_versions(desk.gate(), desk.archive, by_manager, desk.file, desk.record, 1, 4));
    REQUIRE(compared.changes.size() == 1);
    CHECK(compared.changes[0].at.text() == "risks/" + row.text() + "/risk_what");
  });
}

TEST_CASE("nobody countersigns their own, and not an older version") {
  testing::on_a_desk("assessment", [](Desk& desk) {
    desk.fill(desk.record, with_row(platform::random_id<domain::RowId>()));
    REQUIRE(Desk::ok(sign_record(desk.gate(), desk.archive, desk.by(desk.manager), desk.file,
                                 desk.record, desk.seq()))
                .version == 1);
    const auto own = countersign_record(desk.gate(), desk.archive, desk.by(desk.manager), desk.file,
                                        desk.record, 1, "Fine.", {});
    REQUIRE_FALSE(own);
    CHECK(own.error().code == ErrorCode::Forbidden);
    const auto other = desk.service.person("practice-manager", "North");
    const auto older = countersign_record(desk.gate(), desk.archive, desk.by(other), desk.file,
                                          desk.record, 7, "Fine.", {});
    CHECK(older.error().code == ErrorCode::Conflict);
    CHECK(countersign_record(desk.gate(), desk.archive, desk.by(other), desk.file, desk.record, 1,
                             "Fine.", {}));
  });
}

TEST_CASE("nobody countersigns what they wrote or signed part of, nor what was written in since") {
  testing::on_a_desk("assessment", [](Desk& desk) {
    const auto sign = [&](domain::PersonId who) {
      return Desk::ok(sign_record(desk.gate(), desk.archive, desk.by(who), desk.file, desk.record,
                                  desk.seq()))
          .version;
    };
    const auto second = desk.service.person("practice-manager", "North");
    const auto countersign = [&](domain::PersonId who, std::int64_t version) {
      return countersign_record(desk.gate(), desk.archive, desk.by(who), desk.file, desk.record,
                                version, "Fine.", {});
    };
    desk.fill(desk.record, with_row(platform::random_id<domain::RowId>()));
    REQUIRE(sign(desk.manager) == 1);
    desk.type(desk.worker, desk.record, "strengths", "Football.", "Football!");
    const auto written_in = countersign(second, 1);
    REQUIRE_FALSE(written_in);
    CHECK(written_in.error().code == ErrorCode::Conflict);
    REQUIRE(sign(desk.worker) == 2);

    // The first version was the manager's own.
    const auto own = countersign(desk.manager, 2);
    REQUIRE_FALSE(own);
    CHECK(own.error().code == ErrorCode::Forbidden);
    // And whoever typed is not a second person because somebody else signed it.
    desk.type(second, desk.record, "strengths", "Football!", "Football.");
    REQUIRE(sign(desk.worker) == 3);
    CHECK_FALSE(countersign(second, 3));
    const auto opened = [&](domain::PersonId who) {
      return Desk::ok(open_record(desk.gate(), desk.archive, desk.by(who), desk.file, desk.record));
    };
    CHECK(opened(second).had_a_hand);
    const auto third = desk.service.person("practice-manager", "North");
    CHECK_FALSE(opened(third).had_a_hand);
    REQUIRE(countersign(third, 3));

    // What was countersigned is settled: only what came after counts.
    desk.type(desk.worker, desk.record, "strengths", "Football.", "Rugby.");
    REQUIRE(sign(desk.worker) == 5);
    CHECK(countersign(second, 5));
  });
}
