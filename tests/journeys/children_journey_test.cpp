#include "tests/journeys/children_desk.hpp"

using namespace northlight;
using namespace northlight::testing;
using namespace northlight::testing::children;

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

TEST_CASE("whom no child is allocated to finds their team's, and an inspector no lists of work") {
  Setting setting("Head of service");
  setting.added("Exampleby");
  Visit manager(setting.site);
  REQUIRE(manager.sign_in(setting.people.holder_of("Practice manager")).status == 200);
  const auto first = manager.get("/children");
  CHECK(first.shows("No child is allocated to you. These are your team’s."));
  CHECK(first.shows("Exampleby"));
  const auto own = manager.get("/children?whose=mine");
  CHECK(own.shows("No child is allocated to you."));
  CHECK_FALSE(own.shows("Exampleby"));

  Setting inspector("Inspector");
  const auto list = inspector.visit.get("/children");
  CHECK(list.status == 200);
  CHECK_FALSE(list.shows("My team’s"));
  CHECK_FALSE(list.shows("Due in my team"));
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
  for (const auto* role : {"Practice manager", "Practitioner"})
    CHECK(page.body.find(setting.people.holder_of(role).name) <
          page.body.find("Conflicts of interest"));  // By name, among those who can be named.
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
  CHECK(act({{"act", "name"}, {"person", worker}}).status == 200);
  CHECK(act({{"act", "unname"}, {"person", me}})
            .shows("Nobody of those who are named could lift the restriction"));
  CHECK(act({{"act", "lift-restriction"}}).shows("What lay here before"));
  // Not so that nobody could open it again, and not to those who would not see it.
  CHECK(act({{"act", "restrict"}, {"named", worker}, {"reason", "Threats"}})
            .shows("Nobody of those who are named could lift the restriction"));
  const auto analyst = setting.id_of("Service analyst");
  CHECK_FALSE(page.shows(">" + setting.people.holder_of("Service analyst").name + "</label>"));
  CHECK(act({{"act", "restrict"}, {"named", me}, {"named", analyst}, {"reason", "Threats"}})
            .shows("Whoever has no such role does not see the file"));
  const auto theirs = act({{"act", "declare"}, {"whose", worker}, {"words", "A neighbour"}});
  CHECK(theirs.status == 422);
  CHECK(theirs.shows("It is their case."));
  CHECK(
      act({{"act", "hold"}, {"hold_reason", "A court asks for it"}}).shows("A court asks for it"));
  CHECK(act({{"act", "release"}, {"release_reason", ""}}).shows("Say why."));
  CHECK(act({{"act", "release"}, {"release_reason", "It is over"}}).status == 200);
}

TEST_CASE("whoever restricts a file and does not name themself is told that it is shut to them") {
  Setting setting("Head of service");
  const auto file = setting.added("Exampleby");
  const auto manager = setting.id_of("Practice manager");
  setting.visit.get(file + "/marks");
  const auto shut = setting.visit.post(
      file + "/marks", {{"act", "restrict"}, {"named", manager}, {"reason", "Somebody close"}});
  CHECK(shut.status == 200);
  CHECK(shut.shows("You did not name yourself"));
  CHECK(setting.visit.get(file).status == 404);
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
  const auto listed = partner.name + ", Partner contributor, " + partner.organisation;
  CHECK_FALSE(page.shows(listed));
  const auto nobody = act({{"act", "invite"},
                           {"asked", "Read the paper"},
                           {"address", "nobody@partner.example"},
                           {"until-day", "30"},
                           {"until-month", "11"},
                           {"until-year", "2026"}});
  CHECK(nobody.status == 422);
  CHECK(nobody.shows("Nobody who can be asked in signs in with that address"));
  CHECK(nobody.shows("nobody@partner.example"));
  CHECK(act({{"act", "invite"},
             {"asked", "Read the paper"},
             {"address", partner.sign_in_name},
             {"until-day", "22"},
             {"until-month", "11"},
             {"until-year", "2026"}})
            .shows("Enter a day to come"));
  const auto asked = act({{"act", "invite"},
                          {"asked", "Is the child in lessons?"},
                          {"address", partner.sign_in_name},
                          {"until-day", "30"},
                          {"until-month", "11"},
                          {"until-year", "2026"}});
  CHECK(asked.shows("Until 30 November 2026"));
  CHECK(act({{"act", "invite"},
             {"asked", "And at home?"},
             {"person", Setting::choice(asked, listed)},
             {"until-day", "29"},
             {"until-month", "11"},
             {"until-year", "2026"}})
            .shows("Until 29 November 2026"));
}

TEST_CASE("where a child lives is kept with its day, and where they lived before with theirs") {
  Setting setting("Head of service");
  const auto file = setting.added("Exampleby");
  CHECK(setting.visit.get(file).shows("Not recorded"));
  const auto lives = [&](const char* house, const char* street, const char* postcode,
                         const char* month) {
    return setting.visit.post(file + "/details", {{"given_names", "Wren"},
                                                  {"family_name", "Exampleby"},
                                                  {"house", house},
                                                  {"street", street},
                                                  {"postcode", postcode},
                                                  {"lives_from-day", *month == 0 ? "" : "2"},
                                                  {"lives_from-month", month},
                                                  {"lives_from-year", *month == 0 ? "" : "2026"}});
  };
  const auto wrong = lives("12A", "Weir Lane", "XX1", "3");
  CHECK(wrong.status == 422);
  CHECK(wrong.shows("Enter a whole postcode, like XX1 2AB"));
  CHECK(wrong.shows("Weir Lane"));
  CHECK(lives("12A", "", "XX1 2AB", "3").shows("Enter the street and town"));
  CHECK(lives("12A", "Weir Lane", "XX1 2AB", "").shows("Enter since when the child lives there"));
  CHECK(lives("12A", "Weir Lane", "XX1 2AB", "12").shows("Enter today or a day in the past"));
  const auto unborn = setting.visit.post(file + "/details", {{"given_names", "Wren"},
                                                             {"family_name", "Exampleby"},
                                                             {"born_on-day", "27"},
                                                             {"born_on-month", "3"},
                                                             {"born_on-year", "2010"},
                                                             {"street", "Weir Lane"},
                                                             {"lives_from-day", "26"},
                                                             {"lives_from-month", "3"},
                                                             {"lives_from-year", "2010"}});
  CHECK(unborn.status == 422);
  CHECK(unborn.shows("The child was not born then. Enter a later day"));
  CHECK(setting.visit.get(file).shows("Not recorded"));

  REQUIRE(lives("12A", "Weir Lane\r\nHollowbeck", "xx12ab", "3").status == 303);
  CHECK(setting.visit.get(file).shows("12A Weir Lane"));
  CHECK(setting.visit.get(file).shows("XX1 2AB"));
  CHECK(setting.visit.get(file + "/details").shows("value=\"XX1 2AB\""));
  setting.people.clock.go_on(std::chrono::minutes(1));
  REQUIRE(lives("", "No fixed address", "", "10").status == 303);
  setting.people.clock.go_on(std::chrono::minutes(1));
  REQUIRE(lives("", "No fixed address", "", "10").status == 303);  // Known already.
  CHECK(lives("", "", "", "").shows("An address that was recorded stays"));
  const auto overview = setting.visit.get(file);
  CHECK(overview.shows("No fixed address"));
  CHECK(overview.shows("Since 2 October 2026"));
  CHECK(overview.shows("1 earlier address"));
  CHECK(overview.shows("From 2 March 2026 until 2 October 2026"));

  const auto stood = [&](const char* day, const char* month, const char* view) {
    return setting.visit.get(file + "/as-it-stood?day-day=" + day + "&day-month=" + month +
                             "&day-year=2026&view=" + view);
  };
  CHECK(stood("23", "11", "then").shows("No fixed address"));
  CHECK(stood("1", "5", "today").shows("12A Weir Lane"));
  CHECK_FALSE(stood("1", "5", "then").shows("Weir Lane"));  // Nobody had recorded it then.
  CHECK_FALSE(stood("1", "2", "today").shows("Weir Lane"));
}

TEST_CASE("who gives a case away lands on the list, which says so") {
  Setting setting("Head of service");
  const auto in_case = setting.case_of(setting.added("Exampleby"));
  Visit manager(setting.site);
  setting.people.clock.go_on(std::chrono::minutes(1));
  REQUIRE(manager.sign_in(setting.people.holder_of("Practice manager")).status == 200);
  const auto south =
      setting.site.database().write([&](store::Transaction& transaction) -> Result<domain::TeamId> {
        NL_TRY(all, store::organisations(transaction));
        const auto service =
            std::ranges::find(all, store::OrganisationKind::Service, &store::Organisation::kind);
        return accounts::add_team(transaction, service->id, "South team");
      });
  REQUIRE(south);
  const auto page = manager.get(in_case + "/allocation");
  REQUIRE(page.status == 200);
  Visit::Form form{{"part", "lead"}, {"team", south->text()}, {"person", ""}};
  form.insert(form.end(), today.begin(), today.end());
  const auto given = manager.post(in_case + "/allocation", form);
  CHECK(location(given) == "/children?done=given-away");
  CHECK(manager.follow(given).shows("The case is given to somebody else"));
  // Whoever answers for the service stays in the file.
  const auto back = setting.visit.get(in_case + "/allocation");
  form[1].second = Setting::choice(back, "North team");
  CHECK(location(setting.visit.post(in_case + "/allocation", form)).ends_with("/cases"));
}

TEST_CASE("a search says how many children it found") {
  Setting setting("Head of service");
  setting.added("Exampleby");
  const auto found = setting.visit.post("/children/search", {{"name", "Exampleby"}});
  CHECK(found.shows("1 child found</h1>"));
  CHECK(found.shows("Names that are spelt a little differently may be found too"));
  const auto none = setting.visit.post("/children/search", {{"name", "Zzyzx"}});
  CHECK(none.shows("<h1 class=\"govuk-heading-l\">No child found</h1>"));
}
