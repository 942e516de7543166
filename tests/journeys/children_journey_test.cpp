#include <doctest/doctest.h>

#include "cli/demo_children.hpp"
#include "forms/read_forms.hpp"
#include "tests/journeys/people_under_test.hpp"
#include "tests/journeys/sent_form.hpp"

using namespace northlight;
using namespace northlight::testing;

namespace {

/// Somebody signed in, in a service with nobody in its care yet.
struct Setting {
  SiteUnderTest site{{}, SignInThere::Yes};
  PeopleUnderTest& people = site.people();
  Visit visit{site};

  explicit Setting(std::string_view role) {
    const auto day = *platform::parse_instant("2026-11-23T09:30:00.000Z");
    people.clock.go_on(
        std::chrono::duration_cast<std::chrono::milliseconds>(day - people.clock.now()));
    REQUIRE(visit.sign_in(people.holder_of(role)).status == 200);
  }
  /// The value of the choice with these words, on the page that was last asked for.
  static std::string choice(const Answer& page, const std::string& words) {
    const auto at = page.body.find(">" + words + "</option>");
    REQUIRE(at != std::string::npos);
    const auto from = page.body.rfind("value=\"", at) + 7;
    return page.body.substr(from, page.body.find('"', from) - from);
  }
  Visit::Form child(const std::string& family) {
    const auto page = visit.get("/children/new");
    REQUIRE(page.status == 200);
    return {{"given_names", "Wren"},
            {"family_name", family},
            {"known_as", ""},
            {"born_on-day", "27"},
            {"born_on-month", "3"},
            {"born_on-year", "2010"},
            {"kind", "out-of-court"},
            {"opened_on-day", "20"},
            {"opened_on-month", "11"},
            {"opened_on-year", "2026"},
            {"team", choice(page, "North team")},
            {"person", choice(page, people.holder_of("Practitioner").name)}};
  }
  /// The address of a file that was just added.
  std::string added(const std::string& family) {
    const auto answer = visit.post("/children/new", child(family));
    REQUIRE(answer.status == 303);
    return location(answer);
  }
  std::string case_of(const std::string& file) {
    const auto page = visit.get(file + "/cases");
    const auto at = page.body.find("/allocation\"");
    REQUIRE(at != std::string::npos);
    const auto from = page.body.rfind("/cases/", at);
    return file + page.body.substr(from, at - from);
  }
};

const std::vector<std::pair<std::string, std::string>> today{
    {"from-day", "23"}, {"from-month", "11"}, {"from-year", "2026"}};

}  // namespace

TEST_CASE("a child is added with a first case, and one who may be known is shown first") {
  Setting setting("Head of service");
  const auto file = setting.added("Exampleby");
  const auto overview = setting.visit.get(file);
  CHECK(overview.status == 200);
  CHECK(overview.shows("Wren Exampleby"));
  CHECK(overview.shows("16 years old. Out-of-court disposal."));
  CHECK(overview.shows("As it stood on a day"));

  const auto again = setting.visit.post("/children/new", setting.child("Exampelby"));
  CHECK(again.status == 422);
  CHECK(again.shows("Is it one of these?"));
  CHECK(again.shows("27 March 2010, the same day"));
  CHECK(again.shows("value=\"Exampelby\""));
  auto another = setting.child("Exampelby");
  another.emplace_back("another", "yes");
  CHECK(setting.visit.post("/children/new", another).status == 303);
}

TEST_CASE("whoever may not add a child is not shown the form, and a slip loses nothing") {
  Setting inspector("Inspector");
  CHECK(inspector.visit.get("/children/new").status == 403);
  CHECK_FALSE(inspector.visit.get("/children").shows("Add a child"));
  Setting setting("Head of service");
  auto form = setting.child("Exampleby");
  form[6].second = "";
  const auto answer = setting.visit.post("/children/new", form);
  CHECK(answer.status == 422);
  CHECK(answer.shows("Choose why the service works with them"));
  CHECK(answer.shows("value=\"Exampleby\""));
}

TEST_CASE("a name is corrected, a case is allocated, moved on and closed") {
  Setting setting("Head of service");
  const auto file = setting.added("Exampleby");
  CHECK(setting.visit.get(file + "/details").shows("value=\"Exampleby\""));
  CHECK(setting.visit.post(file + "/details", {{"given_names", "Wren"}, {"family_name", ""}})
            .status == 303);
  CHECK(setting.visit.post(file + "/details", {{"given_names", ""}, {"family_name", ""}})
            .shows("Enter the child’s name") == false);
  CHECK(setting.visit.get(file).shows("Wren"));

  const auto in_case = setting.case_of(file);
  const auto page = setting.visit.get(in_case + "/allocation");
  REQUIRE(page.status == 200);
  Visit::Form form{
      {"part", "alongside"},
      {"team", Setting::choice(page, "North team")},
      {"person", Setting::choice(page, setting.people.holder_of("Practice manager").name)}};
  form.insert(form.end(), today.begin(), today.end());
  CHECK(setting.visit.follow(setting.visit.post(in_case + "/allocation", form))
            .shows("Works alongside"));
  const auto twice = setting.visit.post(in_case + "/allocation", form);
  CHECK(twice.status == 422);
  CHECK(twice.shows("They work on this case already."));
  CHECK(setting.visit.post(in_case + "/stage", {{"stage", "planning"}}).status == 303);
  CHECK(setting.visit.get(file + "/cases").shows("Planning."));
  const auto early = setting.visit.post(
      in_case + "/closing",
      {{"closed_on-day", "1"}, {"closed_on-month", "11"}, {"closed_on-year", "2026"}});
  CHECK(early.status == 422);
  CHECK(early.shows("before it was opened"));
  CHECK(setting.visit
            .follow(setting.visit.post(
                in_case + "/closing",
                {{"closed_on-day", "23"}, {"closed_on-month", "11"}, {"closed_on-year", "2026"}}))
            .shows("closed on 23 November 2026"));
  const auto elsewhere = setting.added("Sampleton");
  const auto other = setting.case_of(elsewhere);
  CHECK(setting.visit.get(file + other.substr(other.find("/cases/")) + "/closing").status == 404);
}

TEST_CASE("a file is restricted, held and declared, and each is lifted again") {
  Setting setting("Head of service");
  const auto file = setting.added("Exampleby");
  const auto page = setting.visit.get(file + "/marks");
  REQUIRE(page.status == 200);
  const auto me = Setting::choice(page, setting.people.holder_of("Head of service").name);
  const auto worker = Setting::choice(page, setting.people.holder_of("Practitioner").name);
  const auto act = [&](Visit::Form form) {
    return setting.visit.follow(setting.visit.post(file + "/marks", std::move(form)));
  };
  const auto unsaid = act({{"act", "restrict"}, {"named", me}, {"reason", ""}});
  CHECK(unsaid.status == 422);
  CHECK(unsaid.shows("Say why."));
  CHECK(act({{"act", "restrict"}, {"named", me}, {"reason", "Somebody close"}})
            .shows("Restricted file."));
  CHECK(act({{"act", "unname"}, {"person", me}}).shows("Nobody else is named on this file"));
  CHECK(act({{"act", "lift-restriction"}}).shows("What lay here before"));
  const auto theirs = act({{"act", "declare"}, {"whose", worker}, {"words", "A neighbour"}});
  CHECK(theirs.status == 422);
  CHECK(theirs.shows("It is their case."));
  CHECK(
      act({{"act", "hold"}, {"hold_reason", "A court asks for it"}}).shows("A court asks for it"));
  CHECK(act({{"act", "release"}, {"release_reason", ""}}).shows("Say why."));
  CHECK(act({{"act", "release"}, {"release_reason", "It is over"}}).status == 200);
}

TEST_CASE("words are shared and taken back, and somebody is asked in for a time") {
  Setting setting("Head of service");
  const auto file = setting.added("Exampleby");
  const auto page = setting.visit.get(file + "/sharing");
  REQUIRE(page.status == 200);
  const auto act = [&](Visit::Form form) {
    return setting.visit.follow(setting.visit.post(file + "/sharing", std::move(form)));
  };
  const auto wrong =
      act({{"act", "share"}, {"relation", "parent"}, {"ground", "theirs"}, {"words", "All of it"}});
  CHECK(wrong.status == 422);
  CHECK(wrong.shows("Only to the child is it their own"));
  CHECK(wrong.shows("All of it"));
  CHECK(act({{"act", "share"},
             {"relation", "themself"},
             {"ground", "theirs"},
             {"words", "My plan: by summer"}})
            .shows("My plan: by summer"));
  const auto& partner = setting.people.holder_of("Partner contributor");
  const auto who =
      Setting::choice(page, partner.name + ", Partner contributor, " + partner.organisation);
  CHECK(act({{"act", "invite"},
             {"person", who},
             {"until-day", "22"},
             {"until-month", "11"},
             {"until-year", "2026"}})
            .shows("Enter a day to come"));
  CHECK(act({{"act", "invite"},
             {"person", who},
             {"until-day", "30"},
             {"until-month", "11"},
             {"until-year", "2026"}})
            .shows("Until 30 November 2026"));
}

TEST_CASE("a file stands as it was known on a day, and a wrong day is said to be none") {
  Setting setting("Head of service");
  const auto file = setting.added("Exampleby");
  const auto day = file + "/as-it-stood?day-day=23&day-month=11&day-year=2026&view=then";
  CHECK(setting.visit.get(day).shows("As it was known at the end of 23 November 2026"));
  CHECK(setting.visit.get(day).shows("Nothing had been recorded."));
  const auto wrong = setting.visit.get(file + "/as-it-stood?day-day=31&day-month=2&day-year=2026");
  CHECK(wrong.status == 422);
  CHECK(wrong.shows("Enter a day that exists"));
}

TEST_CASE("who opened a file with a reason is told to their manager, who says so when it is seen") {
  Setting setting("Head of service");
  const auto file = setting.added("Exampleby");
  Visit clerk(setting.site);
  setting.people.clock.go_on(std::chrono::minutes(1));
  REQUIRE(clerk.sign_in(setting.people.holder_of("Business support")).status == 200);
  const auto id = file.substr(file.rfind('/') + 1);
  clerk.get("/files/" + id + "/reason");
  REQUIRE(
      clerk.post("/files/" + id + "/reason", {{"reason", "A letter has come for them"}}).status ==
      303);
  Visit manager(setting.site);
  setting.people.clock.go_on(std::chrono::minutes(1));
  REQUIRE(manager.sign_in(setting.people.holder_of("Practice manager")).status == 200);
  const auto told = manager.get("/notices");
  CHECK(told.shows("A letter has come for them"));
  CHECK(told.shows("Wren Exampleby"));
  const auto at = told.body.find("name=\"notice\" value=\"") + 21;
  const auto notice = told.body.substr(at, told.body.find('"', at) - at);
  CHECK_FALSE(
      manager.follow(manager.post("/notices", {{"notice", notice}})).shows("I have seen this"));
  CHECK(setting.visit.post("/notices", {{"notice", notice}}).status == 404);
}

TEST_CASE("what is due is there for the one who works with the child, and for their team") {
  Setting setting("Head of service");
  const auto file = setting.added("Exampleby");
  setting.visit.get(file + "/records/new");
  REQUIRE(setting.visit.post(file + "/records/new", {{"form", "contact"}}).status == 303);
  Visit worker(setting.site);
  setting.people.clock.go_on(std::chrono::minutes(1));
  REQUIRE(worker.sign_in(setting.people.holder_of("Practitioner")).status == 200);
  CHECK(worker.get("/due").shows("Contact of Wren Exampleby"));
  CHECK(worker.get("/due?whose=team").shows("Contact of Wren Exampleby"));
  CHECK(worker.get("/due?whose=anything").status == 200);
  Visit inspector(setting.site);
  setting.people.clock.go_on(std::chrono::minutes(1));
  REQUIRE(inspector.sign_in(setting.people.holder_of("Inspector")).status == 200);
  CHECK(inspector.get("/due").shows("Nothing is unfinished"));
}
