#include <doctest/doctest.h>

#include "store/people.hpp"
#include "tests/journeys/people_under_test.hpp"
#include "tests/journeys/sent_form.hpp"

using namespace northlight;
using namespace northlight::testing;

namespace {

/// A service with one child, an inspectorate, and somebody signed in as each who has a part.
struct Inspecting {
  SiteUnderTest site{{}, SignInThere::Yes};
  PeopleUnderTest& people = site.people();
  Visit head{site};
  Visit lead{site};
  Visit inspector{site};
  std::string file;

  Inspecting() {
    const auto day = *platform::parse_instant("2026-11-23T09:30:00.000Z");
    people.clock.go_on(
        std::chrono::duration_cast<std::chrono::milliseconds>(day - people.clock.now()));
    sign_in(head, "Head of service");
    sign_in(lead, "Lead inspector");
    sign_in(inspector, "Inspector");
    const auto page = head.get("/children/new");
    const auto added = head.post("/children/new", {{"given_names", "Wren"},
                                                   {"family_name", "Exampleby"},
                                                   {"kind", "court"},
                                                   {"opened_on-day", "20"},
                                                   {"opened_on-month", "11"},
                                                   {"opened_on-year", "2026"},
                                                   {"team", choice(page, "North team")}});
    REQUIRE(added.status == 303);
    file = location(added).substr(0, std::string("/children/").size() + 26);
  }
  void sign_in(Visit& visit, std::string_view role) {
    REQUIRE(visit.sign_in(people.holder_of(role)).status == 200);
  }
  /// The value of the choice with these words.
  static std::string choice(const Answer& page, const std::string& words) {
    const auto at = page.body.find(">" + words + "</option>");
    REQUIRE(at != std::string::npos);
    return value_before(page, at);
  }
  /// The value of the box whose label begins with these words.
  static std::string box(const Answer& page, const std::string& words) {
    auto at = page.body.find(words);
    REQUIRE(at != std::string::npos);
    return value_before(page, page.body.rfind("<label", at));
  }
  static std::string value_before(const Answer& page, std::size_t at) {
    const auto from = page.body.rfind("value=\"", at) + 7;
    return page.body.substr(from, page.body.find('"', from) - from);
  }
  std::string id_of(std::string_view role) {
    const auto known = site.database().read([&](store::Session& session) {
      return store::person_by_sign_in_name(session, people.holder_of(role).sign_in_name);
    });
    REQUIRE(known);
    return (**known).id.text();
  }
  Visit::Form typed() {
    return {{"service", choice(lead.get("/samples/new"), "Hollowbeck Youth Justice Service")},
            {"title", "Hollowbeck 2026"},
            {"fieldwork_on-day", "7"},
            {"fieldwork_on-month", "12"},
            {"fieldwork_on-year", "2026"},
            {"kinds", "court"},
            {"window_from-day", "1"},
            {"window_from-month", "11"},
            {"window_from-year", "2026"},
            {"window_to-day", "22"},
            {"window_to-month", "11"},
            {"window_to-year", "2026"}};
  }
  std::string begun() {
    const auto answer = lead.post("/samples/new", typed());
    REQUIRE(answer.status == 303);
    const auto to = location(answer);
    return to.substr(0, to.find('?'));
  }
  void send_list(const std::string& sample) {
    const auto page = head.get(sample);
    REQUIRE(head.post(sample + "/list", {{"case", box(page, "Wren Exampleby, ")}}).status == 303);
  }
  void notify(const std::string& sample) {
    const auto page = lead.get(sample);
    const auto answer = lead.post(sample + "/notification", {{"case", "1"},
                                                             {"inspector", id_of("Inspector")},
                                                             {"last_day-day", "18"},
                                                             {"last_day-month", "12"},
                                                             {"last_day-year", "2026"}});
    REQUIRE(answer.status == 303);
    CHECK(lead.get(location(answer)).shows("The sample is notified"));
  }
};

}  // namespace

TEST_CASE(
    "a sample goes from the lead inspector to the service and back, and opens and closes files") {
  Inspecting desk;
  CHECK(desk.lead.get("/samples").shows("There is no sample yet"));
  const auto sample = desk.begun();
  CHECK(desk.lead.get(sample).shows("Waiting for the list"));
  CHECK_FALSE(desk.lead.get(sample).shows("Exampleby"));
  CHECK(desk.head.get("/samples").shows("Your list is asked for"));
  CHECK(desk.head.get(sample).shows("Wren Exampleby"));

  desk.send_list(sample);
  const auto drawing = desk.lead.get(sample);
  CHECK(drawing.shows("Case 1"));
  CHECK_FALSE(drawing.shows("Exampleby"));
  CHECK_FALSE(drawing.shows(desk.file.substr(10)));
  CHECK(desk.inspector.get(desk.file).status == 404);
  CHECK_FALSE(desk.inspector.get("/children").shows("Exampleby"));

  desk.notify(sample);
  CHECK(desk.inspector.get(desk.file).status == 200);
  CHECK(desk.inspector.get(sample).shows("Wren Exampleby"));
  CHECK(desk.lead.get(desk.file).status == 404);  // Who leads chose not to see it.
  CHECK(desk.lead.get(sample).shows("Not open to you"));
  const auto told = desk.head.get(sample);
  CHECK(told.shows(desk.people.holder_of("Inspector").name));
  CHECK(told.shows("The end of 18 December 2026"));
  CHECK(told.shows("Court order: 1 of 1"));

  CHECK(desk.inspector.get(sample + "/end").status == 403);
  CHECK(desk.lead.get(sample + "/end").shows("It cannot be undone"));
  // Without saying which end it is, one is asked again and nothing ends.
  CHECK(desk.lead.post(sample + "/end", {}).shows("It cannot be undone"));
  const auto ended = desk.lead.post(sample + "/end", {{"as", "signed"}});
  REQUIRE(ended.status == 303);
  CHECK(desk.lead.get(location(ended)).shows("all sight by this sample has ended"));
  CHECK(desk.inspector.get(desk.file).status == 404);
  CHECK_FALSE(desk.inspector.get(sample).shows("Exampleby"));
  CHECK(desk.head.get(sample).shows("Wren Exampleby"));
  CHECK(desk.lead.post(sample + "/end", {{"as", "signed"}}).status == 409);

  Visit auditor(desk.site);
  desk.sign_in(auditor, "Auditor of the log");
  const auto log = auditor.get("/audit?file=" + desk.file.substr(10));
  CHECK(log.shows("Notified a sample"));
  CHECK(log.shows("Signed the fieldwork evidence"));
}

TEST_CASE("what is wrong with a sample is said at its field, and nothing that was typed is lost") {
  Inspecting desk;
  auto form = desk.typed();
  form[5].second = "no such kind";
  const auto no_kind = desk.lead.post("/samples/new", form);
  CHECK(no_kind.status == 422);
  CHECK(no_kind.shows("Choose at least one kind of children’s cases"));
  CHECK(no_kind.shows("value=\"Hollowbeck 2026\""));
  form = desk.typed();
  form[9].second = "1";
  form[10].second = "10";
  CHECK(desk.lead.post("/samples/new", form).shows("must be the same as or after its first"));
  form[9].second = "31";
  form[10].second = "2";
  CHECK(desk.lead.post("/samples/new", form).shows("Enter a day that exists"));

  const auto sample = desk.begun();
  desk.head.get(sample);
  const auto nothing = desk.head.post(sample + "/list", {{"why", "Because"}});
  CHECK(nothing.status == 422);
  CHECK(nothing.shows("Tick the cases that go on the list"));
  CHECK(nothing.shows("Because"));
  desk.send_list(sample);
  desk.lead.get(sample);
  const auto nobody = desk.lead.post(sample + "/notification", {{"case", "1"}});
  CHECK(nobody.status == 422);
  CHECK(nobody.shows("Choose who sees the cases of the sample"));
  const auto none =
      desk.lead.post(sample + "/notification", {{"inspector", desk.id_of("Inspector")}});
  CHECK(none.shows("Choose the cases of the sample"));
  const auto no_day = desk.lead.post(sample + "/notification",
                                     {{"case", "1"}, {"inspector", desk.id_of("Inspector")}});
  CHECK(no_day.status == 422);
  CHECK(no_day.shows("Enter the last day of the fieldwork"));
  CHECK(desk.inspector.get(desk.file).status == 404);
}

TEST_CASE("the first of each kind are ticked for the lead inspector, and no more than there are") {
  Inspecting desk;
  const auto sample = desk.begun();
  desk.send_list(sample);
  CHECK(desk.lead.get(sample).shows("of 1"));
  const auto many =
      desk.lead.post(sample + "/notification", {{"to", "first"}, {"first-court", "2"}});
  CHECK(many.status == 422);
  CHECK(many.shows("the list has 1 case that can be drawn: enter a number from 0 to 1"));
  const auto ticked =
      desk.lead.post(sample + "/notification", {{"to", "first"}, {"first-court", "1"}});
  CHECK(ticked.status == 200);
  CHECK(ticked.shows("Court order: 1 of 1"));
  CHECK(ticked.shows("value=\"1\" checked"));
  CHECK(desk.lead.get(sample).shows("Ready to draw"));  // Nothing was sent by that.
  // Boxes of other pages go along with the form.
  const auto turned = desk.lead.post(sample + "/notification",
                                     {{"to", "1"}, {"elsewhere", "1"}, {"last_day-day", "18"}});
  CHECK(turned.shows("value=\"1\" checked"));
  CHECK(turned.shows("value=\"18\""));
  CHECK(desk.inspector.post(sample + "/notification", {{"to", "first"}}).status == 403);
  CHECK(desk.inspector.get(desk.file).status == 404);
}

TEST_CASE("while the fieldwork lasts its last day is moved, and inspectors come and go") {
  Inspecting desk;
  const auto sample = desk.begun();
  CHECK(desk.lead.get(sample + "/last-day").status == 303);  // Nothing runs yet.
  desk.send_list(sample);
  desk.notify(sample);
  CHECK(desk.inspector.get(sample + "/last-day").status == 403);
  CHECK(desk.inspector.get(sample + "/inspectors").status == 403);

  desk.lead.get(sample + "/last-day");
  const Visit::Form later{
      {"last_day-day", "23"}, {"last_day-month", "12"}, {"last_day-year", "2026"}};
  const auto no_reason = desk.lead.post(sample + "/last-day", later);
  CHECK(no_reason.status == 422);
  CHECK(no_reason.shows("Say why it takes longer"));
  CHECK(no_reason.shows("value=\"23\""));
  auto with_reason = later;
  with_reason.emplace_back("reason", "Interviews were moved");
  REQUIRE(desk.lead.post(sample + "/last-day", with_reason).status == 303);
  const auto told = desk.head.get(sample);
  CHECK(told.shows("moved from 18 December 2026 to 23 December 2026: Interviews were moved"));

  const auto reviewer = desk.id_of("Inspectorate quality reviewer");
  const auto name = desk.people.holder_of("Inspectorate quality reviewer").name;
  desk.lead.get(sample + "/inspectors");
  CHECK(desk.lead.post(sample + "/inspectors", {}).shows("Choose who sees the cases from now on"));
  REQUIRE(desk.lead.post(sample + "/inspectors", {{"inspector", reviewer}}).status == 303);
  CHECK(desk.head.get(sample).shows(name + " was added"));
  desk.lead.get(sample + "/inspectors");
  const auto taken = desk.lead.post(sample + "/inspectors/" + reviewer + "/end", {});
  REQUIRE(taken.status == 303);
  CHECK(desk.lead.get(location(taken)).shows("They do not see the cases by this sample any more"));
  CHECK(desk.head.get(sample).shows(name + " does not see the cases"));
  CHECK(desk.lead.post(sample + "/inspectors/" + reviewer + "/end", {}).status == 404);
  CHECK(desk.inspector.get(desk.file).status == 200);
}

TEST_CASE("a sample that nobody was told of is called off, and a page of before ends nothing") {
  Inspecting desk;
  const auto sample = desk.begun();
  CHECK(desk.lead.get(sample + "/end").shows("Call this sample off"));
  desk.send_list(sample);
  desk.notify(sample);
  CHECK(desk.lead.post(sample + "/end", {{"as", "called-off"}}).status == 409);
  CHECK(desk.inspector.get(desk.file).status == 200);
  const auto other = desk.begun();
  desk.lead.get(other + "/end");
  const auto ended = desk.lead.post(other + "/end", {{"as", "called-off"}});
  REQUIRE(ended.status == 303);
  CHECK(desk.lead.get(location(ended)).shows("The sample is called off"));
  CHECK(desk.head.get(other).shows("no inspector saw a case by it"));
}

TEST_CASE("the files that somebody sees are shown with names only to whoever finds the children") {
  Inspecting desk;
  const auto page = "/people/" + desk.id_of("Practitioner") + "/sight";
  CHECK(desk.head.get(page).shows(page + "/files"));
  const auto by_head = desk.head.get(page + "/files");
  CHECK(by_head.shows("Wren Exampleby"));
  CHECK(by_head.shows("A case of North team since 23 November 2026"));
  Visit auditor(desk.site);
  desk.sign_in(auditor, "Auditor of the log");
  const auto by_auditor = auditor.get(page + "/files");
  CHECK(by_auditor.status == 200);
  CHECK_FALSE(by_auditor.shows("Exampleby"));
  CHECK(by_auditor.shows(desk.file.substr(10)));
  CHECK(by_auditor.shows("A case of North team"));
  // That they looked at which files is on the log.
  CHECK(auditor.get("/audit?file=" + desk.file.substr(10))
            .shows("Looked at which files somebody can find, and why"));
  Visit administrator(desk.site);
  desk.sign_in(administrator, "Administrator");
  CHECK(administrator.get(page + "/files").status == 403);
  CHECK(auditor.get("/people/" + desk.id_of("Inspector") + "/sight/files").status == 404);
}

TEST_CASE("the auditor reads attempts to get in, and never a name that a stranger typed") {
  Inspecting desk;
  Visit stranger(desk.site);
  stranger.get("/sign-in");
  stranger.post("/sign-in", {{"name", "nobody.ofthatname@nowhere.example"}, {"password", "guess"}});
  // Somebody of the inspectorate asks for a file that is not there.
  CHECK(desk.inspector.get("/children/3m673vb9n0k1pxfdg64gdq6wnq").status == 404);
  Visit auditor(desk.site);
  desk.sign_in(auditor, "Auditor of the log");
  CHECK(auditor.get("/audit").shows("/audit/installation"));
  const auto log = auditor.get("/audit/installation");
  REQUIRE(log.status == 200);
  CHECK(log.shows("Typed a password"));
  CHECK_FALSE(log.shows("nobody.ofthatname"));
  CHECK(log.shows("Somebody of another organisation"));
  CHECK_FALSE(log.shows(desk.people.holder_of("Inspector").name));
  CHECK_FALSE(log.shows("3m673vb9"));
  // A row has a page of its own, which tells no more of whoever is of elsewhere.
  const auto row_of = [&](const std::string& list) {
    const auto at = list.find("/audit/installation/");
    REQUIRE(at != std::string::npos);
    return list.substr(at, list.find('"', at) - at);
  };
  const auto row = auditor.get(row_of(log.body));
  REQUIRE(row.status == 200);
  CHECK(row.shows("Somebody of another organisation"));
  CHECK_FALSE(row.shows(desk.people.holder_of("Inspector").name));
  CHECK_FALSE(row.shows("3m673vb9"));
  const auto guessed =
      auditor.get(row_of(auditor.get("/audit/installation?operation=sign-in").body));
  CHECK(guessed.shows("Nobody known"));
  CHECK(guessed.shows("Hash of the row"));
  CHECK_FALSE(guessed.shows("nobody.ofthatname"));
  CHECK(auditor.get("/audit/installation/999999").status == 404);
  CHECK(desk.head.get("/audit/installation/1").status == 404);
  // By kind and by day.
  CHECK_FALSE(auditor.get("/audit/installation?operation=sign-in").shows("another organisation"));
  CHECK(auditor.get("/audit/installation?from=24/11/2026").shows("Nothing of the kind"));
  const auto wrong = auditor.get("/audit/installation?from=32/11/2026");
  CHECK(wrong.status == 422);
  CHECK(wrong.shows("Enter a day that exists"));
  // Reading it is on the reader's own log, and nobody else reads it.
  CHECK(auditor.get("/audit").shows("Read the installation’s own log"));
  CHECK(desk.head.get("/audit/installation").status == 404);
  CHECK(desk.lead.get("/audit/installation").status == 404);
}
