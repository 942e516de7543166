#include <doctest/doctest.h>

#include "tests/journeys/people_under_test.hpp"
#include "tests/journeys/sent_form.hpp"

using namespace northlight;
using namespace northlight::testing;

namespace {

struct Setting {
  SiteUnderTest site{{}, SignInThere::Yes};
  PeopleUnderTest& people = site.people();
  Visit visit{site};

  explicit Setting(std::string_view role) {
    REQUIRE(visit.sign_in(people.holder_of(role)).status == 200);
  }
  /// The address of somebody's page, from the list.
  std::string page_of(const std::string& name) {
    const auto list = visit.get("/people");
    const auto main = list.body.find("<main");  // The header names who is signed in.
    const auto at = list.body.find(">" + name + "</a>", main);
    REQUIRE(at != std::string::npos);
    const auto from = list.body.rfind("href=\"", at) + 6;
    return list.body.substr(from, list.body.find('"', from) - from);
  }
};

Visit::Form joiner() {
  return {{"name", "Robin Invented"}, {"sign_in_name", "robin.invented@hollowbeck.example"},
          {"role", "practitioner"},   {"team", ""},
          {"from-day", "5"},          {"from-month", "1"},
          {"from-year", "2026"}};
}

}  // namespace

TEST_CASE("an administrator adds a person, who chooses a password by the link that is shown once") {
  Setting setting("Administrator");
  CHECK(setting.visit.get("/people").shows("Add a person"));
  CHECK(setting.visit.get("/people/new").status == 200);
  const auto added = setting.visit.post("/people/new", joiner());
  REQUIRE(added.status == 200);
  CHECK(added.shows("Robin Invented is added"));
  const auto at = added.body.find("/set-up/");
  REQUIRE(at != std::string::npos);
  const auto link = added.body.substr(at, added.body.find('<', at) - at);
  Visit robin(setting.site);
  CHECK(robin.get(link).status == 200);

  const auto page = setting.visit.get(setting.page_of("Robin Invented"));
  CHECK(page.status == 200);
  CHECK(page.shows("robin.invented@hollowbeck.example"));
  CHECK(page.shows("Practitioner"));
  CHECK(page.shows("Not set yet"));
}

TEST_CASE("what is wrong with a form is said at its field, and nothing that was typed is lost") {
  Setting setting("Administrator");
  setting.visit.get("/people/new");
  auto form = joiner();
  form[4].second = "31";
  form[5].second = "2";
  const auto again = setting.visit.post("/people/new", form);
  CHECK(again.status == 422);
  CHECK(again.shows("Enter a day that exists"));
  CHECK(again.shows("Robin Invented"));
  form = joiner();
  form[1].second = "no address";
  CHECK(setting.visit.post("/people/new", form).shows("Enter a work e-mail address"));
  form = joiner();
  form[2].second = "";
  CHECK(setting.visit.post("/people/new", form).shows("Choose a role"));
}

TEST_CASE("a role is given and ended, and a leaver leaves with what must be taken on") {
  Setting setting("Administrator");
  setting.visit.get("/people/new");
  setting.visit.post("/people/new", joiner());
  const auto address = setting.page_of("Robin Invented");
  setting.visit.get(address + "/roles/new");
  CHECK(setting.visit
            .post(address + "/roles/new", {{"role", "victim-worker"},
                                           {"team", ""},
                                           {"from-day", "1"},
                                           {"from-month", "1"},
                                           {"from-year", "2020"}})
            .shows("They joined on 5 January 2026"));
  const auto given =
      setting.visit.follow(setting.visit.post(address + "/roles/new", {{"role", "victim-worker"},
                                                                       {"team", ""},
                                                                       {"from-day", "5"},
                                                                       {"from-month", "1"},
                                                                       {"from-year", "2026"}}));
  CHECK(given.shows("The role is given"));
  CHECK(given.shows("Victim worker"));
  const auto left = setting.visit.post(
      address + "/leave",
      {{"last_day-day", "6"}, {"last_day-month", "1"}, {"last_day-year", "2026"}});
  CHECK(left.status == 200);
  CHECK(left.shows("leaves on 6 January 2026"));
  CHECK(setting.visit.get(address).shows("6 January 2026"));
}

TEST_CASE("a leaving day that has not come yet is put right, either way") {
  Setting setting("Administrator");
  setting.visit.get("/people/new");
  setting.visit.post("/people/new", joiner());
  const auto address = setting.page_of("Robin Invented");
  const auto leaves = [&](const char* day, const char* month, const char* year) {
    return setting.visit.post(
        address + "/leave",
        {{"last_day-day", day}, {"last_day-month", month}, {"last_day-year", year}});
  };
  setting.visit.get(address + "/leave");
  CHECK(leaves("1", "1", "2099").shows("leaves on 1 January 2099"));
  const auto page = setting.visit.get(address);
  CHECK(page.shows("Change the day on which they leave"));
  CHECK(page.shows("Leaves"));
  CHECK(leaves("1", "2", "2099").shows("leaves on 1 February 2099"));
  CHECK(setting.visit.get(address).shows("to 1 February 2099"));  // Their role goes on until then.
  CHECK(leaves("6", "1", "2026").shows("leaves on 6 January 2026"));
  setting.people.clock.go_on(std::chrono::hours(72));
  REQUIRE(setting.visit.sign_in(setting.people.holder_of("Administrator")).status == 200);
  const auto gone = setting.visit.get(address);
  CHECK_FALSE(gone.shows("2099"));
  CHECK_FALSE(gone.shows("Change the day on which they leave"));
  const auto again = leaves("7", "1", "2027");
  CHECK(again.status == 422);
  CHECK(again.shows("They left on 6 January 2026."));
}

TEST_CASE("somebody moves to another team, and what is left out of the form is said") {
  Setting setting("Administrator");
  setting.visit.get("/people/teams");
  setting.visit.post("/people/teams", {{"name", "Invented team"}});
  const auto address = setting.page_of(setting.people.holder_of("Practitioner").name);
  const auto page = setting.visit.get(address);
  const auto end = page.body.find("/team\"");
  REQUIRE(end != std::string::npos);
  const auto from = page.body.rfind('"', end) + 1;
  const auto move = page.body.substr(from, end + 5 - from);
  const auto form = setting.visit.get(move);
  CHECK(form.shows("What happens to their cases?"));
  const auto option = form.body.find("<option value=\"", form.body.find("Choose a team"));
  REQUIRE(option != std::string::npos);
  const auto at = option + 15;
  const auto team = form.body.substr(at, form.body.find('"', at) - at);
  const auto today = platform::day_in_london(setting.people.clock.now());
  Visit::Form sent{{"team", team},
                   {"from-day", std::to_string(static_cast<unsigned>(today.day()))},
                   {"from-month", std::to_string(static_cast<unsigned>(today.month()))},
                   {"from-year", std::to_string(static_cast<int>(today.year()))}};
  CHECK(setting.visit.post(move, sent).shows("Choose what happens to their cases"));
  sent.emplace_back("cases", "go");
  CHECK(setting.visit.follow(setting.visit.post(move, sent))
            .shows("They have moved to the other team"));
}

TEST_CASE("nobody changes their own roles or second factor") {
  Setting setting("Administrator");
  const auto& me = setting.people.holder_of("Administrator");
  const auto address = setting.page_of(me.name);
  CHECK(setting.visit.get(address).shows("This is you"));
  CHECK(setting.visit
            .post(address + "/roles/new", {{"role", "practitioner"},
                                           {"team", ""},
                                           {"from-day", "5"},
                                           {"from-month", "1"},
                                           {"from-year", "2026"}})
            .status == 403);
  CHECK(setting.visit.post(address + "/second-factor", {}).status == 403);
  CHECK(setting.visit.post(address + "/set-up-link", {}).status == 403);
}

TEST_CASE("whoever may only see people is offered no change and cannot make one") {
  Setting setting("Practitioner");
  const auto list = setting.visit.get("/people");
  CHECK(list.status == 200);
  CHECK_FALSE(list.shows("Add a person"));
  CHECK(setting.visit.get("/people/new").status == 403);
  CHECK(setting.visit.post("/people/new", joiner()).status == 403);
  CHECK(setting.visit.get("/settings").status == 403);
  CHECK(setting.visit.get("/people/00000000000000000000000000").status == 404);
}

TEST_CASE("a manager sees what a person can see, and why") {
  Setting setting("Practice manager");
  const auto& worker = setting.people.holder_of("Practitioner");
  const auto page = setting.visit.get(setting.page_of(worker.name) + "/sight");
  CHECK(page.status == 200);
  CHECK(page.shows("What can " + worker.name + " see, and why?"));
  CHECK(page.shows("Read the file: their own cases"));
}

TEST_CASE("roles, teams and settings are there to be read by those who may") {
  Setting setting("Administrator");
  CHECK(setting.visit.get("/people/roles").shows("Practice manager"));
  CHECK(setting.visit.get("/people/teams").shows("Add a team"));
  CHECK(setting.visit.follow(setting.visit.post("/people/teams", {{"name", "Invented team"}}))
            .shows("Invented team"));
  CHECK(setting.visit.post("/people/teams", {{"name", "Invented team"}}).status == 422);

  const auto teams = setting.visit.get("/people/teams");
  const auto at = teams.body.rfind("href=\"/people/teams/", teams.body.find("the team Invented"));
  REQUIRE(at != std::string::npos);
  const auto team = teams.body.substr(at + 6, teams.body.find('"', at + 6) - at - 6);
  CHECK(setting.visit.get(team).shows("Rename “Invented team”"));
  CHECK(setting.visit.post(team, {{"name", " "}}).status == 422);
  CHECK(setting.visit.post(team, {{"name", "Invented team"}})
            .shows("That is what the team is called already"));
  const auto renamed = setting.visit.follow(setting.visit.post(team, {{"name", "Millrace team"}}));
  CHECK(renamed.shows("Millrace team"));
  CHECK_FALSE(renamed.shows("Invented team"));
  Visit auditor(setting.site);
  REQUIRE(auditor.sign_in(setting.people.holder_of("Auditor of the log")).status == 200);
  const auto log = auditor.get("/audit?operation=permission");
  CHECK(log.shows("It was called “Invented team” before."));
  const auto settings = setting.visit.get("/settings");
  CHECK(settings.status == 200);
  CHECK(settings.shows("No identity provider is in use"));
}

TEST_CASE("a stranger is sent to sign in by every address of people, whoever they name") {
  SiteUnderTest site{{}, SignInThere::Yes};
  Visit stranger(site);
  for (const auto* address :
       {"/people", "/people/new", "/people/abc", "/settings", "/people/roles"})
    CHECK(stranger.get(address).status == 303);
}
