#include <doctest/doctest.h>

#include "tests/journeys/records_desk.hpp"

// What stands under a signature, where somebody changed the database.
using namespace northlight;
using namespace northlight::testing;
using namespace northlight::testing::records;

namespace {

/// Past the triggers, as who owns the database.
void change_past_triggers(store::Database& database, const std::string& sql) {
  for (const auto& each : {std::string(database.engine() == store::Engine::Postgres
                                           ? "alter table record_version disable trigger all"
                                           : "drop trigger if exists record_version_not_changed"),
                           sql})
    REQUIRE(database.write([&](store::Transaction& one) { return one.run_as_is(each); }));
}

}  // namespace

TEST_CASE("a record shows what was recorded, and says so where somebody changed that") {
  Desk desk;
  auto& database = desk.site.database();
  const auto run = [&](const std::string& sql) {
    REQUIRE(database.write([&](store::Transaction& each) { return each.run_as_is(sql); }));
  };
  auto form = Desk::form_of(desk.one.get(desk.edit), "child_view", "I was scared.", "save");
  form.emplace_back("stage", "order");
  REQUIRE(desk.one.post(desk.edit, form).status == 303);
  REQUIRE(desk.one.get(desk.record).shows("I was scared."));
  run("update draft set answers = '{\"child_view\": \"I was glad.\"}'");
  for (const auto& page : {desk.record, desk.edit}) {
    CHECK(desk.one.get(page).shows("I was scared."));
    CHECK_FALSE(desk.one.get(page).shows("I was glad."));
  }
  change_past_triggers(database,
                       "update record_version set answers = '{\"child_view\": \"I was glad.\"}'");
  for (const auto& page : {desk.record, desk.record + "/versions/1", desk.edit}) {
    CAPTURE(page);
    const auto answer = desk.one.get(page);
    CHECK(answer.status == 500);
    CHECK(answer.shows("This page cannot be shown"));
    CHECK(answer.shows(
        "Version 1 of “Assessment, begun on 23 November 2026” is not what was recorded"));
    CHECK(answer.shows("Tell your manager and whoever looks after the system"));
    CHECK_FALSE(answer.shows("I was glad."));
    CHECK_FALSE(answer.shows("Try again"));
  }
}

TEST_CASE("one changed record takes neither the plan nor the day with it") {
  Desk desk;
  auto form = Desk::form_of(desk.one.get(desk.edit), "child_view", "I was scared.", "save");
  form.emplace_back("stage", "order");
  REQUIRE(desk.one.post(desk.edit, form).status == 303);
  const auto files = "/children/" + desk.file;
  desk.one.get(files + "/records/new");
  const auto edit = location(desk.one.post(files + "/records/new", {{"form", "plan"}}));
  const auto page = desk.one.get(edit);
  REQUIRE(desk.one
              .post(edit, {{"seen", hidden(page, "seen")},
                           {"page", hidden(page, "page")},
                           {"child_goals", "I want to play football."},
                           {"add", "contingencies"}})
              .status == 303);
  auto saved = Desk::form_of(desk.one.get(edit), "child_goals", "I want to play football.", "save");
  const auto row = hidden(desk.one.get(edit), "rows:contingencies");
  saved.emplace_back("rows:contingencies", row);
  REQUIRE(desk.one.post(edit, saved).status == 303);
  change_past_triggers(desk.site.database(),
                       "update record_version set answers = '{\"child_view\": \"I was glad.\"}' "
                       "where record_id in (select id from record where form = 'assessment')");
  const auto plan = desk.one.get(edit);
  CHECK(plan.status == 200);
  CHECK(plan.shows("I want to play football."));
  CHECK(plan.shows(
      "Nothing of “Assessment, begun on 23 November 2026” can be shown or chosen here now"));
  CHECK(plan.shows("Nothing can be chosen now"));
  const auto past =
      desk.one.get(files + "/as-it-stood?day-day=23&day-month=11&day-year=2026&view=then");
  CHECK(past.status == 200);
  CHECK(past.shows("Assessment, begun on 23 November 2026"));
  CHECK(past.shows("Version 1 of this record cannot be shown: it is not what was recorded"));
  CHECK(past.shows("I want to play football."));
  CHECK_FALSE(past.shows("I was glad."));
}
