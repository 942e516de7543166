#include "tests/journeys/children_desk.hpp"

using namespace northlight;
using namespace northlight::testing;
using northlight::testing::children::Setting;

namespace {

/// The file on a day of November 2026.
Answer stood(Setting& setting, const std::string& file, int day, const char* view = "then") {
  return setting.visit.get(file + "/as-it-stood?day-day=" + std::to_string(day) +
                           "&day-month=11&day-year=2026&view=" + view);
}

void go_on_until(Setting& setting, const char* moment) {
  auto& clock = setting.people.clock;
  clock.go_on(std::chrono::duration_cast<std::chrono::milliseconds>(
      *platform::parse_instant(moment) - clock.now()));
  REQUIRE(setting.visit.sign_in(setting.people.holder_of("Head of service")).status == 200);
}

}  // namespace

TEST_CASE("a file stands as it was known on a day, and what is changed later is not in it") {
  Setting setting("Head of service");
  const auto file = setting.added("Exampleby");
  const auto in_case = setting.case_of(file);
  const auto worker = setting.people.holder_of("Practitioner").name;
  const auto first = stood(setting, file, 23);
  CHECK(first.shows("As it was known at the end of 23 November 2026"));
  CHECK(first.shows("Wren Exampleby"));
  CHECK(first.shows("27 March 2010 (age 16 on this day)"));
  CHECK(first.shows("None had been recorded"));
  CHECK(first.shows("Opened on 20 November 2026. It was open. Stage: Opened."));
  CHECK(first.shows(worker + ", North team"));
  CHECK(
      first.shows("The file was not restricted and not held, and no conflict of interest stood."));
  CHECK(first.shows("Nothing of the file was shared."));
  CHECK(first.shows("Nobody was asked in."));
  CHECK(first.shows("Nobody had a link to the file."));
  CHECK(first.shows("Nothing had been sent in."));
  CHECK(first.shows("No record had been saved."));

  go_on_until(setting, "2026-11-25T09:30:00.000Z");
  REQUIRE(setting.visit
              .post(file + "/details", {{"given_names", "Wren"},
                                        {"family_name", "Sampleton"},
                                        {"known_as", "Kit"},
                                        {"born_on-day", "28"},
                                        {"born_on-month", "3"},
                                        {"born_on-year", "2010"}})
              .status == 303);
  REQUIRE(setting.visit.post(in_case + "/stage", {{"stage", "planning"}}).status == 303);
  REQUIRE(setting.visit.post(file + "/marks", {{"act", "hold"}, {"hold_reason", "An inquiry"}})
              .status == 303);
  REQUIRE(setting.visit
              .post(file + "/sharing", {{"act", "share"},
                                        {"relation", "themself"},
                                        {"ground", "theirs"},
                                        {"words", "My plan: by summer"}})
              .status == 303);
  REQUIRE(
      setting.visit.post(file + "/sent-in/new", {{"kind", "note"}, {"words", "A note of today"}})
          .status == 303);

  const auto before = stood(setting, file, 24);
  CHECK(before.shows("Today: Wren Sampleton"));
  CHECK(before.shows("Today: 28 March 2010"));
  CHECK_FALSE(before.shows("Known as"));
  CHECK(before.shows("It was open. Stage: Opened."));
  for (const auto* later : {"An inquiry", "My plan: by summer", "A note of today"})
    CHECK_FALSE(before.shows(later));
  const auto after = stood(setting, file, 25);
  CHECK_FALSE(after.shows("Exampleby"));
  CHECK(after.shows("Known as"));
  CHECK(after.shows("It was open. Stage: Planning."));
  CHECK(after.shows("Nothing in the file might be erased: it was held. Since 25 November 2026"));
  CHECK(after.shows("My plan: by summer"));
  CHECK(after.shows("It is their own. Shared since 25 November 2026."));
  CHECK(after.shows("A note of today"));
  CHECK(after.shows("Nobody had said yet that they read it"));
  // What is known today of that day: the name of today, and nothing that was not there yet.
  const auto known = stood(setting, file, 24, "today");
  CHECK(known.shows("What is known today of 24 November 2026 and before"));
  CHECK(known.shows("As it is today"));
  CHECK_FALSE(known.shows("Exampleby"));
  CHECK_FALSE(known.shows("An inquiry"));
}

TEST_CASE("a day that is none, is to come, or lies before the file is told so") {
  Setting setting("Head of service");
  const auto file = setting.added("Exampleby");
  const auto wrong = setting.visit.get(file + "/as-it-stood?day-day=31&day-month=2&day-year=2026");
  CHECK(wrong.status == 422);
  CHECK(wrong.shows("Enter a day that exists"));
  CHECK(wrong.shows("value=\"31\""));
  const auto to_come = stood(setting, file, 24);
  CHECK(to_come.status == 422);
  CHECK(to_come.shows("Enter today or a day in the past"));
  CHECK(to_come.shows("value=\"24\""));
  CHECK_FALSE(to_come.shows("As it was known"));
  const auto before = stood(setting, file, 22);
  CHECK(before.status == 200);
  CHECK(before.shows(
      "This file was begun on 23 November 2026. Nothing had been recorded on this day."));
  CHECK_FALSE(before.shows("Opened on"));
  // The case began before the file did: that is known today.
  CHECK(stood(setting, file, 22, "today").shows("Opened on 20 November 2026"));
  const auto none = setting.visit.get(file + "/as-it-stood");
  CHECK(none.shows("Four weeks ago"));
  CHECK_FALSE(none.shows("Cases and who worked on them</h2>"));
}

TEST_CASE("who sees less of a file today sees no more of a past day") {
  Setting setting("Head of service");
  const auto file = setting.added("Exampleby");
  Visit worker(setting.site);
  REQUIRE(worker.sign_in(setting.people.holder_of("Practitioner")).status == 200);
  const auto own =
      worker.get(file + "/as-it-stood?day-day=23&day-month=11&day-year=2026&view=then");
  CHECK(own.shows("Nobody had a link to the file."));
  CHECK(
      own.shows("Not shown, as you do not see it of the file today either: who was named on it and "
                "conflicts of interest."));
  CHECK(own.shows("The file was not restricted and not held."));
}
