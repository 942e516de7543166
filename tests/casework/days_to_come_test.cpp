#include <doctest/doctest.h>

#include <algorithm>

#include "store/projections.hpp"
#include "tests/casework/a_record_desk.hpp"

// What happened did so today or earlier: a day to come may be typed, and nobody signs it.
using namespace northlight;
using namespace northlight::casework;
using northlight::testing::day;
using northlight::testing::noon;
using Desk = northlight::testing::RecordDesk;

namespace {

std::string contact_on(std::string_view held_on) {
  return R"({"held_on": ")" + std::string(held_on) +
         R"(", "with": "The child", "mode": "home", "outcome": "kept",
            "what_happened": "We talked about school.", "safety": false})";
}

Recorded sign(Desk& desk, const store::Archive& archive) {
  return Desk::ok(
      sign_record(desk.gate(), archive, desk.by(desk.worker), desk.file, desk.record, desk.seq()));
}

/// The forms that ship as they were before any field asked for the past.
forms::Forms without_past() {
  auto all = testing::record_forms().all();
  for (auto& form : all)
    for (auto& section : form.sections) {
      for (auto& field : section.fields) field.past = false;
      for (auto& group : section.groups)
        for (auto& field : group.fields) field.past = false;
    }
  return forms::Forms(std::move(all));
}

}  // namespace

TEST_CASE("a contact of a day to come stays in the draft, and is signed when the day has come") {
  testing::on_a_desk("contact", [](Desk& desk) {
    desk.fill(desk.record, contact_on("2026-11-24"));
    const auto refused = sign(desk, desk.archive);
    REQUIRE(refused.problems.size() == 1);
    CHECK(refused.problems[0].where == "held_on");
    CHECK(refused.problems[0].message ==
          "This day is still to come. Enter today or a day in the past.");
    CHECK(*desk.open(desk.record).draft.answers.find(forms::FieldCode{"held_on"}) ==
          forms::Answer{day("2026-11-24")});
    CHECK(desk.open(desk.record).versions.empty());
    desk.service.now = noon("2026-11-24");
    CHECK(sign(desk, desk.archive).version == 1);
  });
}

TEST_CASE("today is the day in London, where it begins at eleven in the evening in summer") {
  testing::on_a_desk("contact", [](Desk& desk) {
    desk.fill(desk.record, contact_on("2027-06-11"));
    desk.service.now = *platform::parse_instant("2027-06-10T22:59:00.000Z");
    CHECK_FALSE(sign(desk, desk.archive).done());
    desk.service.now = *platform::parse_instant("2027-06-10T23:00:00.000Z");
    CHECK(sign(desk, desk.archive).version == 1);
  });
}

TEST_CASE("a version that is being written may be saved with a day to come") {
  testing::on_a_desk("assessment", [](Desk& desk) {
    desk.fill(desk.record, R"({"stage": "order", "completed_on": "2026-12-01"})");
    CHECK(Desk::ok(save_record(desk.gate(), desk.archive, desk.by(desk.worker), desk.file,
                               desk.record, desk.seq()))
              .version == 1);
    const auto refused = sign(desk, desk.archive);
    CHECK(std::ranges::count(refused.problems, "completed_on", &Error::where) == 1);
  });
}

TEST_CASE(
    "what was signed before a form asked for the past is read, made again and countersigned") {
  testing::on_a_desk("assessment", [](Desk& desk) {
    const auto before = without_past();
    auto answers = testing::with_row(platform::random_id<domain::RowId>());
    answers.replace(answers.find("2026-11-20"), 10, "2099-01-01");
    desk.fill(desk.record, answers);
    CHECK_FALSE(sign(desk, desk.archive).done());
    CHECK(sign(desk, {before, desk.keys}).version == 1);

    const auto opened = desk.open(desk.record);
    CHECK(opened.head.effective_on == day("2099-01-01"));
    CHECK(Desk::ok(see_version(desk.gate(), desk.archive, desk.by(desk.manager), desk.file,
                               desk.record, 1))
              .version.head.state == domain::VersionState::Signed);
    CHECK(sign(desk, desk.archive).version == 1);  // Nothing was typed since.
    CHECK(Desk::ok(desk.service.database->write([&](store::Transaction& transaction) {
            return store::reindex(transaction, testing::record_forms());
          })).records == 1);
    CHECK(countersign_record(desk.gate(), desk.archive, desk.by(desk.manager), desk.file,
                             desk.record, 1, "Read and agreed.", {}));
    // What comes next is signed today, and is asked for a day that has been.
    desk.type(desk.worker, desk.record, "strengths", "Football.", "Football and drawing.");
    CHECK_FALSE(sign(desk, desk.archive).done());
  });
}
