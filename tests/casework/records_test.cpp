#include <doctest/doctest.h>

#include <algorithm>

#include "tests/casework/a_record_desk.hpp"

using namespace northlight;
using namespace northlight::casework;
using northlight::testing::AService;
using northlight::testing::day;
using northlight::testing::noon;
using northlight::testing::text;
using northlight::testing::with_row;
using Desk = northlight::testing::RecordDesk;

TEST_CASE("what is typed is kept at once, with its line on the trail") {
  testing::on_a_desk("assessment", [](Desk& desk) {
    const auto kept = desk.type(desk.worker, desk.record, "child_view", {}, "I was scared.");
    REQUIRE(kept.mine.size() == 1);
    CHECK(kept.mine[0].standing == store::DraftStanding::Made);
    CHECK(desk.service.last_line() ==
          AService::Line{"draft-changed", "allowed", "practitioner", desk.file.text(), {}, ""});
    CHECK(*desk.open(desk.record).draft.answers.find(forms::FieldCode{"child_view"}) ==
          text("I was scared."));
  });
}

TEST_CASE("somebody who may not see the file is told of nothing, and keeps nothing") {
  testing::on_a_desk("assessment", [](Desk& desk) {
    const auto stranger = desk.service.person("practitioner", "", "elsewhere");
    const auto refused = autosave(desk.gate(), desk.archive, desk.by(stranger), desk.file,
                                  desk.record, 0, {{"1", {"child_view", {}, "x"}}});
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == ErrorCode::NotFound);
    CHECK(desk.service.last_line().outcome == "denied");
    CHECK(desk.open(desk.record).draft.answers.empty());
  });
}

TEST_CASE("a sent change that is no change of the form is refused whole") {
  testing::on_a_desk("assessment", [](Desk& desk) {
    for (const auto& bad :
         std::vector<forms::ChangeText>{{"no_such_field", {}, "x"},
                                        {"harm_level", {}, "enormous"},
                                        {"risks", {}, "x"},
                                        {"risks/not-an-id/risk_what", {}, "x"},
                                        {"child_view", {}, Json::object({{"sealed", "AAAA"}})}}) {
      const auto refused =
          autosave(desk.gate(), desk.archive, desk.by(desk.worker), desk.file, desk.record, 0,
                   {{"good", {"child_view", {}, "x"}}, {"bad", bad}});
      REQUIRE_FALSE(refused);
      CHECK(refused.error().code == ErrorCode::Invalid);
      CHECK(desk.seq() == 0);
    }
  });
}

TEST_CASE("whoever begins again what they have not written in goes on with that") {
  testing::on_a_desk("assessment", [](Desk& desk) {
    CHECK(desk.begin("assessment") == desk.record);
    CHECK(desk.begin("plan") != desk.record);
    const auto another = begin_record(desk.gate(), desk.archive, desk.by(desk.colleague), desk.file,
                                      forms::FormCode{"assessment"});
    REQUIRE(another);
    CHECK(*another != desk.record);
    desk.type(desk.worker, desk.record, "strengths", {}, "Football.");
    CHECK(desk.begin("assessment") != desk.record);
  });
}

TEST_CASE("two who write at once see each other's words, and neither overwrites") {
  testing::on_a_desk("assessment", [](Desk& desk) {
    desk.type(desk.worker, desk.record, "strengths", {}, "Football.");
    const auto kept = desk.type(desk.colleague, desk.record, "behaviour", {}, "A fight.");
    REQUIRE(kept.others.size() == 1);
    CHECK(kept.others[0].by == desk.worker);
    CHECK(kept.seq == 2);

    const auto clash = desk.type(desk.colleague, desk.record, "strengths", {}, "Drawing.");
    CHECK(clash.mine[0].standing == store::DraftStanding::Clash);
    REQUIRE(desk.open(desk.record).clashes.size() == 1);

    CHECK(settle_clash(desk.gate(), desk.archive, desk.by(desk.worker), desk.file, desk.record,
                       {clash.mine[0].seq, Settle::WriteAnother, text("Football."),
                        text("Football and drawing.")}));
    const auto after = desk.open(desk.record);
    CHECK(after.clashes.empty());
    CHECK(*after.draft.answers.find(forms::FieldCode{"strengths"}) ==
          text("Football and drawing."));
  });
}

TEST_CASE("a page without a script is merged with what another typed meanwhile") {
  testing::on_a_desk("assessment", [](Desk& desk) {
    desk.fill(desk.record, R"({"strengths": "Football.", "behaviour": "A fight."})");
    const auto shown = desk.open(desk.record);
    desk.type(desk.colleague, desk.record, "behaviour", "A fight.", "A fight on the bus.");
    auto page = shown.draft.answers;
    page.fields[forms::FieldCode{"strengths"}] = text("Football, and his sister.");
    const auto send = [&] {
      return Desk::ok(keep_page(desk.gate(), desk.archive, desk.by(desk.worker), desk.file,
                                desk.record, shown.draft.seq, "p", page));
    };
    CHECK(send().others.size() == 1);
    const auto seq = desk.seq();
    send();  // The back button, and once more.
    CHECK(desk.seq() == seq);
    const auto now = desk.open(desk.record).draft.answers;
    CHECK(*now.find(forms::FieldCode{"strengths"}) == text("Football, and his sister."));
    CHECK(*now.find(forms::FieldCode{"behaviour"}) == text("A fight on the bus."));
  });
}

TEST_CASE("one page sent again with other words keeps those too") {
  testing::on_a_desk("assessment", [](Desk& desk) {
    const auto send = [&](std::string_view page, const std::string& json) {
      const auto opened = desk.open(desk.record);
      return Desk::ok(keep_page(
          desk.gate(), desk.archive, desk.by(desk.worker), desk.file, desk.record, 0, page,
          Desk::ok(forms::parse_answers(*opened.form, *Json::parse(json), forms::Boxes::Refused))));
    };
    const auto stands = [&](const char* field) {
      return *desk.open(desk.record).draft.answers.find(forms::FieldCode{field});
    };
    send("p", R"({"child_view": "fine", "strengths": "Football."})");
    const auto first = desk.seq();
    const auto again = send("p", R"({"child_view": "fine", "strengths": "Football."})");
    CHECK(desk.seq() == first);
    CHECK(again.mine.size() == 2);
    const auto more = send("p", R"({"child_view": "fine, but he is afraid"})");
    CHECK(more.mine.back().standing == store::DraftStanding::Made);
    CHECK(stands("child_view") == text("fine, but he is afraid"));
    CHECK(desk.open(desk.record).draft.answers.find(forms::FieldCode{"strengths"}) == nullptr);
    send("p", R"({"child_view": "fine"})");  // Thought better of it.
    CHECK(stands("child_view") == text("fine"));

    // What another wrote over it since is not overwritten by going back to the page.
    desk.type(desk.colleague, desk.record, "child_view", "fine", "He says that he is well.");
    const auto late = send("p", R"({"child_view": "fine, truly"})");
    CHECK(late.mine.back().standing == store::DraftStanding::Clash);
    CHECK(stands("child_view") == text("He says that he is well."));
    REQUIRE(settle_clash(desk.gate(), desk.archive, desk.by(desk.worker), desk.file, desk.record,
                         {late.mine.back().seq, Settle::KeepTheirs, {}, {}}));
    CHECK(std::ranges::count(send("p", R"({"child_view": "fine, truly"})").mine,
                             store::DraftStanding::Clash, &store::DraftChange::standing) == 0);
  });
}

TEST_CASE("signing says field by field what is missing, and records nothing") {
  testing::on_a_desk("assessment", [](Desk& desk) {
    desk.fill(desk.record, R"({"stage": "order", "completed_on": "31/2"})");
    const auto refused = Desk::ok(sign_record(desk.gate(), desk.archive, desk.by(desk.worker),
                                              desk.file, desk.record, desk.seq()));
    CHECK_FALSE(refused.done());
    const auto at = [&](std::string_view where) {
      return std::ranges::count(refused.problems, where, &Error::where);
    };
    CHECK(at("completed_on") == 1);
    CHECK(at("child_view") == 1);
    CHECK(at("stage") == 0);
    CHECK(desk.open(desk.record).versions.empty());
    CHECK(desk.service.trail().end()[-2].outcome == "failed");
  });
}

TEST_CASE("nobody signs what they have not seen") {
  testing::on_a_desk("assessment", [](Desk& desk) {
    const auto row = platform::random_id<domain::RowId>();
    desk.fill(desk.record, with_row(row));
    const auto seen = desk.seq();
    desk.type(desk.colleague, desk.record, "strengths", "Football.", "None.");
    const auto sign = [&](std::int64_t up_to) {
      return Desk::ok(sign_record(desk.gate(), desk.archive, desk.by(desk.worker), desk.file,
                                  desk.record, up_to));
    };
    const auto refused = sign(seen);
    REQUIRE(refused.problems.size() == 1);
    CHECK(refused.problems[0].where == "strengths");
    CHECK(refused.problems[0].code == ErrorCode::Conflict);
    CHECK(sign(desk.seq()).version == 1);
    CHECK(sign(desk.seq()).version == 1);  // Nothing was typed since.
  });
}

TEST_CASE("a plan's contingency points at the assessment's own risk") {
  testing::on_a_desk("assessment", [](Desk& desk) {
    const auto row = platform::random_id<domain::RowId>();
    desk.fill(desk.record, with_row(row));
    const auto plan = desk.begin("plan");
    const auto opened = desk.open(plan);
    REQUIRE(opened.referable.size() == 1);
    CHECK(opened.referable[0].row == row);
    CHECK(opened.referable[0].record == desk.record);
    CHECK(opened.referable[0].label.reveal() == "Risk 1: Another fight on the way home");
  });
}

TEST_CASE("a quick record is signed by saving it") {
  testing::on_a_desk("contact", [](Desk& desk) {
    desk.fill(desk.record,
              R"({"held_on": "2026-11-22", "with": "The child", "mode": "home", "outcome": "kept",
                  "what_happened": "We talked about school.", "safety": false})");
    CHECK(save_record(desk.gate(), desk.archive, desk.by(desk.worker), desk.file, desk.record,
                      desk.seq())
              .error()
              .code == ErrorCode::Invalid);
    CHECK(Desk::ok(sign_record(desk.gate(), desk.archive, desk.by(desk.worker), desk.file,
                               desk.record, desk.seq()))
              .version == 1);
    CHECK(desk.open(desk.record).head.state == domain::VersionState::Signed);
    CHECK(desk.open(desk.record).head.effective_on == day("2026-11-22"));
  });
}

TEST_CASE("lists know a child by the name that was signed, and a file has one such record") {
  testing::on_a_desk("child-details", [](Desk& desk) {
    desk.fill(desk.record,
              R"({"given_names": "Tiago", "family_name": "Sandpiper", "known_as": "Ti",
                  "date_of_birth": "2010-05-17", "sex": "male", "ethnicity": "Portuguese",
                  "interpreter": false, "learning_needs": "none", "care": "never"})");
    const auto name = [&] {
      return Desk::ok(open_child(desk.gate(), desk.by(desk.worker), desk.file))
          .child->family_name.reveal();
    };
    CHECK(name() == "Dunlin");
    CHECK(Desk::ok(sign_record(desk.gate(), desk.archive, desk.by(desk.worker), desk.file,
                               desk.record, desk.seq()))
              .done());
    CHECK(name() == "Sandpiper");
    const auto second = begin_record(desk.gate(), desk.archive, desk.by(desk.worker), desk.file,
                                     forms::FormCode{"child-details"});
    CHECK(second.error().code == ErrorCode::Conflict);
  });
}

TEST_CASE("looking again is on the trail where it shows something, and where it is refused") {
  testing::on_a_desk("assessment", [](Desk& desk) {
    const auto look = [&](domain::PersonId person, std::int64_t seen) {
      return changes_since(desk.gate(), desk.archive, desk.by(person), desk.file, desk.record,
                           seen);
    };
    const auto before = desk.service.trail().size();
    CHECK_FALSE(*look(desk.colleague, 0));
    CHECK(desk.service.trail().size() == before);
    desk.type(desk.worker, desk.record, "child_view", {}, "I was scared.");
    const auto told = look(desk.colleague, 0);
    REQUIRE(*told);
    CHECK((**told).others.size() == 1);
    CHECK(desk.service.trail().size() == before + 2);
    CHECK_FALSE(*look(desk.colleague, (**told).seq));
    CHECK(desk.service.trail().size() == before + 2);
    CHECK_FALSE(look(desk.service.person("administrator"), 0));
    CHECK(desk.service.trail().size() == before + 3);
    CHECK(desk.service.last_line().outcome == "denied");
  });
}
