#include <doctest/doctest.h>

#include "tests/casework/a_record_desk.hpp"

// Nobody's case was opened before they were born.
using namespace northlight;
using namespace northlight::casework;
using northlight::testing::day;
using northlight::testing::noon;
using Desk = northlight::testing::RecordDesk;

namespace {

/// Whoever works on it, with a child of whom no date of birth is known and whose case was opened
/// today, the 23rd of November 2026.
struct Births {
  explicit Births(Desk& at) : desk(at), clerk(at.service.person("business-support")) {}

  Status born(const char* on) {
    return correct_child(desk.gate(), desk.by(desk.worker), desk.file,
                         {.family_name = "Dunlin", .given_names = "Wren", .born_on = day(on)});
  }
  Status opens(const char* on) {
    const auto made = open_case(desk.gate(), desk.by(desk.manager), desk.file, opened(on));
    return made ? done() : Status(made.error());
  }
  Status adds(const std::optional<Date>& born_on, const char* opened_on) {
    const auto added =
        add_child(desk.gate(), desk.by(clerk), desk.service.organisation("service"),
                  {.family_name = "Sandpiper", .given_names = "Tiago", .born_on = born_on},
                  opened(opened_on));
    return added ? done() : Status(added.error());
  }
  NewCase opened(const char* on) {
    return {.kind = domain::CaseKind::Court,
            .opened_on = day(on),
            .worker = {desk.service.team("North"), desk.worker}};
  }
  /// Details of the child with that date of birth, and what stands in the way of signing them.
  std::vector<Error> signs(const std::string& born_on) {
    if (!details) details = desk.begin("child-details");
    desk.fill(*details, R"({"given_names": "Wren", "family_name": "Dunlin", "date_of_birth": )" +
                            born_on +
                            R"(, "sex": "female", "ethnicity": "Welsh", "interpreter": false,
                      "learning_needs": "none", "care": "never"})");
    return Desk::ok(sign_record(desk.gate(), desk.archive, desk.by(desk.worker), desk.file,
                                *details, desk.open(*details).draft.seq))
        .problems;
  }

  Desk& desk;
  domain::PersonId clerk;
  std::optional<RecordId> details{};
};

std::string at_of(const Status& outcome) { return outcome ? "" : outcome.error().where; }

template <typename F>
void of_births(F test) {
  testing::on_a_desk("contact", [&](Desk& desk) {
    Births births(desk);
    test(births);
  });
}

}  // namespace

TEST_CASE("a case is not opened before the child was born, where that is known") {
  of_births([](Births& it) {
    CHECK(it.opens("2009-01-01"));
    REQUIRE(
        close_case(it.desk.gate(), it.desk.by(it.desk.manager), it.desk.file,
                   Desk::ok(open_child(it.desk.gate(), it.desk.by(it.desk.manager), it.desk.file))
                       .cases.back()
                       .id,
                   day("2026-11-23")));
    REQUIRE(it.born("2010-03-27"));
    const auto refused = it.opens("2010-03-26");
    REQUIRE(at_of(refused) == "opened_on");
    CHECK(refused.error().message ==
          "The child was born after this day. Enter the day from which the service works with "
          "them, or correct the date of birth first.");
    CHECK(it.opens("2010-03-27"));
  });
}

TEST_CASE("a child is not added with a case that was opened before they were born") {
  of_births([](Births& it) {
    CHECK(at_of(it.adds(day("2010-03-27"), "2010-03-26")) == "opened_on");
    CHECK(at_of(it.adds(day("2026-11-24"), "2026-11-23")) == "born_on");
    CHECK(at_of(it.adds(day("1900-01-01"), "2026-11-23")) == "born_on");
    CHECK(it.adds(day("2010-03-27"), "2026-11-20"));
    CHECK(it.adds({}, "2009-11-20"));
  });
}

TEST_CASE("a date of birth is not corrected to a day after an open case was opened") {
  of_births([](Births& it) {
    it.desk.service.now = noon("2026-11-25");
    const auto refused = it.born("2026-11-24");
    REQUIRE(at_of(refused) == "born_on");
    CHECK(refused.error().message.starts_with(
        "Their case was opened before this day, on 23 November 2026."));
    CHECK(it.born("2026-11-23"));
    CHECK(at_of(it.born("2026-11-26")) == "born_on");
    CHECK(at_of(it.born("1900-01-01")) == "born_on");
    // The case that has the wrong day is closed and opened again.
    const auto first = it.desk.service.case_of(it.desk.file);
    REQUIRE(it.opens("2026-11-25"));
    CHECK(at_of(it.born("2026-11-24")) == "born_on");
    REQUIRE(close_case(it.desk.gate(), it.desk.by(it.desk.manager), it.desk.file, first,
                       day("2026-11-25")));
    CHECK(it.born("2026-11-24"));
  });
}

TEST_CASE("a date of birth that stands stops nobody from correcting the name years later") {
  of_births([](Births& it) {
    REQUIRE(it.born("2010-03-27"));
    it.desk.service.now = noon("2036-11-23");
    CHECK(it.born("2010-03-27"));
    CHECK(at_of(it.born("2010-03-28")) == "born_on");
  });
}

TEST_CASE("the child's details are not signed with a date of birth that cannot be") {
  of_births([](Births& it) {
    it.desk.service.now = noon("2026-11-25");
    const auto of_one = [&](const std::string& born_on, std::string_view message) {
      const auto problems = it.signs("\"" + born_on + "\"");
      REQUIRE(problems.size() == 1);
      CHECK(problems[0].where == "date_of_birth");
      CHECK(problems[0].message.starts_with(message));
    };
    of_one("2026-11-26", "This day is still to come.");
    of_one("2026-11-24", "Their case was opened before this day, on 23 November 2026.");
    of_one("1900-01-01", "Check the year of birth: they would be older than 25.");
    CHECK(it.signs(R"({"no_answer": "not-known"})").empty());
    CHECK(it.signs("\"2010-03-27\"").empty());
  });
}
