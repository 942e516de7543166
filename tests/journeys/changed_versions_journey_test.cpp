#include <doctest/doctest.h>

#include "tests/journeys/records_desk.hpp"

// What stands under a signature, where somebody changed the database.
using namespace northlight;
using namespace northlight::testing;
using namespace northlight::testing::records;

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
  run(database.engine() == store::Engine::Postgres
          ? "alter table record_version disable trigger all"
          : "drop trigger record_version_not_changed");
  run("update record_version set answers = '{\"child_view\": \"I was glad.\"}'");
  for (const auto& page : {desk.record, desk.record + "/versions/1", desk.edit}) {
    CAPTURE(page);
    const auto answer = desk.one.get(page);
    CHECK(answer.status == 500);
    CHECK(answer.shows("This page cannot be shown"));
    CHECK(answer.shows("Version 1 of this record is not what was recorded"));
    CHECK(answer.shows("Tell your manager and whoever looks after the system"));
    CHECK_FALSE(answer.shows("I was glad."));
    CHECK_FALSE(answer.shows("Try again"));
  }
}
