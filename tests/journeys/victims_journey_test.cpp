#include <array>

#include "platform/random.hpp"
#include "tests/journeys/children_desk.hpp"

// Victims' files in pages: behind the wall for everybody who does not work with victims.
using namespace northlight;
using namespace northlight::testing;
using namespace northlight::testing::children;

namespace {

/// A victim worker signed in, and others beside them on the same site.
struct BehindTheWall : Setting {
  BehindTheWall() : Setting("Victim worker") {}

  Visit as(std::string_view role) {
    Visit other(site);
    REQUIRE(other.sign_in(people.holder_of(role)).status == 200);
    return other;
  }
  Visit::Form victim(const std::string& reference) {
    const auto page = visit.get("/victims/new");
    REQUIRE(page.status == 200);
    return {{"reference", reference},
            {"opened_on-day", "20"},
            {"opened_on-month", "11"},
            {"opened_on-year", "2026"},
            {"team", choice(page, "North team")},
            {"person", choice(page, people.holder_of("Victim worker").name)}};
  }
  std::string add(const std::string& reference) {
    const auto answer = visit.post("/victims/new", victim(reference));
    REQUIRE(answer.status == 303);
    REQUIRE(location(answer).starts_with("/victims/"));
    return location(answer);
  }
  /// A record of the file, begun: its address without what is done with it.
  std::string begin(const std::string& file, const std::string& form) {
    visit.get(file);
    const auto edit = location(visit.post(file + "/records/new", {{"form", form}}));
    REQUIRE(edit.starts_with(file + "/records/"));
    REQUIRE(edit.ends_with("/edit"));
    return edit.substr(0, edit.size() - 5);
  }
  /// Sends the record's page with these answers.
  Answer send(const std::string& record, const std::string& what, Visit::Form answers) {
    const auto page = visit.get(record + "/edit");
    REQUIRE(page.status == 200);
    for (const auto* const name : {"seen", "page"}) {
      const auto at = page.body.find("name=\"" + std::string(name) + "\" value=\"");
      const auto from = page.body.find("value=\"", at) + 7;
      answers.emplace_back(name, page.body.substr(from, page.body.find('"', from) - from));
    }
    answers.emplace_back("do", what);
    return visit.follow(visit.post(record + "/edit", answers));
  }
};

const Visit::Form who{{"kind", "adult"},
                      {"given_names", "Marit"},
                      {"family_name", "Counterfield"},
                      {"telephone", "01632 960 721"}};

}  // namespace

TEST_CASE("a victim worker adds a victim's file, writes in it and signs") {
  BehindTheWall wall;
  CHECK(wall.visit.get("/children").shows("href=\"/victims\""));
  CHECK(wall.visit.get("/victims").shows("No victim is allocated to you."));
  const auto file = wall.add("V-0042");
  const auto empty = wall.visit.get(file);
  CHECK(empty.shows("V-0042"));
  CHECK(empty.shows("Not written down yet"));
  CHECK(empty.shows("Work with a victim"));
  for (const auto* const childs : {"Sent in", "Personal links", "Sharing", "Date of birth"})
    CHECK_FALSE(empty.shows(childs));

  const auto kinds = wall.visit.get(file + "/records/new");
  CHECK(kinds.shows("What the victim wishes"));
  CHECK_FALSE(kinds.shows("About the child"));
  const auto record = wall.begin(file, "victim-details");
  CHECK(wall.send(record, "sign", who).shows("Signed"));
  CHECK(wall.visit.get(record + "/versions/1").shows("Counterfield"));
  CHECK(wall.visit.get(file).shows("Marit Counterfield"));
  const auto wishes = wall.begin(file, "victim-wishes");
  CHECK(wall.send(wishes, "save", {{"consent", "not-asked"}}).shows("Saved"));
  CHECK(wall.visit.get(wishes).shows("They were not asked yet"));

  const auto list = wall.visit.get("/victims");
  CHECK(list.shows("V-0042"));
  CHECK_FALSE(list.shows("Counterfield"));
}

TEST_CASE("a slip on the page that adds a victim loses nothing, and no reference is given twice") {
  BehindTheWall wall;
  auto form = wall.victim("");
  const auto nameless = wall.visit.post("/victims/new", form);
  CHECK(nameless.status == 422);
  CHECK(nameless.shows("Enter the reference of the file"));
  CHECK(nameless.shows("value=\"2026\""));
  wall.add("V-0042");
  const auto twice = wall.visit.post("/victims/new", wall.victim("V-0042"));
  CHECK(twice.status == 422);
  CHECK(twice.shows("This reference is given already"));
  CHECK(twice.shows("value=\"V-0042\""));
  // Only who works with victims can be given one: to anybody else the file would stay closed.
  const auto page = wall.visit.get("/victims/new");
  CHECK_FALSE(page.shows(wall.people.holder_of("Practitioner").name));
}

TEST_CASE("a victim worker corrects the reference and the first day, and loses nothing typed") {
  BehindTheWall wall;
  const auto file = wall.add("V-0024");
  wall.add("V-0043");
  CHECK(wall.visit.get(file).shows("href=\"" + file + "/details\""));
  const auto form = wall.visit.get(file + "/details");
  CHECK(form.shows("Correct the reference or the first day"));
  for (const auto* const stands : {"V-0024", "20", "11", "2026"})
    CHECK(form.shows("value=\"" + std::string(stands) + "\""));
  const auto send = [&](const std::string& reference, const std::string& on) {
    return wall.visit.post(file + "/details", {{"reference", reference},
                                               {"opened_on-day", on},
                                               {"opened_on-month", "11"},
                                               {"opened_on-year", "2026"}});
  };
  const std::vector<std::array<std::string, 3>> slips{
      {"", "20", "Enter the reference of the file"},
      {"V-0043", "18", "This reference is given already"},
      {"V-0042", "24", "A case cannot be opened on a day to come"},
      {"V-0042", "31", "Enter a day that exists, like 27 3 2027"}};
  for (const auto& [reference, on, said] : slips) {
    CAPTURE(said);
    const auto refused = send(reference, on);
    CHECK(refused.status == 422);
    CHECK(refused.shows(said));
    CHECK(refused.shows("value=\"" + reference + "\""));
    CHECK(refused.shows("value=\"" + on + "\""));
  }
  for (int pressed = 0; pressed < 2; ++pressed) CHECK(location(send("V-0042", "18")) == file);
  const auto there = wall.visit.get(file);
  CHECK(there.shows("V-0042"));
  CHECK(there.shows("18 November 2026"));
  CHECK_FALSE(there.shows("V-0024"));
  CHECK_FALSE(wall.visit.get("/victims").shows("V-0024"));
  // Who leads them reads the file, and is offered no form that would be refused.
  auto manager = wall.as("Practice manager");
  CHECK_FALSE(manager.get(file).shows(file + "/details"));
  CHECK(manager.get(file + "/details").status == 403);
  auto auditor = wall.as("Auditor of the log");
  const auto log = auditor.get("/audit");
  CHECK(
      log.shows("Corrected a victim’s reference or first day: another reference, on 18 November "
                "2026, before it was 20 November 2026"));
  CHECK_FALSE(log.shows("V-0024"));
}

TEST_CASE("to whoever works with children a victim's file is nowhere, at either address") {
  BehindTheWall wall;
  const auto file = wall.add("V-0042");
  const auto record = wall.begin(file, "victim-details");
  const auto id = file.substr(file.rfind('/') + 1);
  const auto nobodys = platform::random_id<domain::FileId>().text();
  auto worker = wall.as("Practitioner");
  for (const std::string rest :
       {"", "/details", "/cases", "/records/new", "/marks", "/as-it-stood"})
    for (const std::string where : {"/victims/", "/children/"}) {
      CAPTURE(where + rest);
      CHECK(worker.get(where + id + rest).status == 404);
      CHECK(worker.get(where + nobodys + rest).status == 404);
    }
  CHECK(worker.get(record).status == 404);
  CHECK(worker.post(record + "/edit", {{"do", "save"}}).status == 404);
  CHECK(worker.get("/files/" + id + "/reason?next=" + file).status ==
        worker.get("/files/" + nobodys + "/reason?next=" + file).status);
  CHECK(worker.post("/files/" + id + "/reason", {{"reason", "I should like to know"}}).status ==
        404);
  CHECK_FALSE(worker.get("/children").shows("href=\"/victims\""));
  CHECK_FALSE(worker.get("/victims").shows("V-0042"));
  CHECK(worker.get("/victims").shows("There is no victim’s file that you may see."));
  CHECK(worker.get("/victims/new").status == 403);
  // Nor is it a child's for those who may see it, whatever they ask there.
  CHECK(wall.visit.get("/children/" + id).status == 404);
  CHECK(wall.visit.post("/children/" + id + "/records/new", {{"form", "contact"}}).status == 404);
  CHECK(wall.visit.post(file + "/records/new", {{"form", "contact"}}).status == 404);
}

TEST_CASE("a head of service says why, and then reads a victim's file") {
  BehindTheWall wall;
  const auto file = wall.add("V-0042");
  auto head = wall.as("Head of service");
  CHECK(head.get("/victims").shows("V-0042"));
  const auto asked = head.get(file);
  REQUIRE(asked.status == 303);
  const auto why = head.follow(asked);
  CHECK(why.shows("You do not work with this victim."));
  CHECK_FALSE(why.shows("V-0042"));
  const auto id = file.substr(file.rfind('/') + 1);
  const Visit::Form reason{{"reason", "The worker is away and the victim has rung"},
                           {"next", file}};
  const auto there = head.follow(head.post("/files/" + id + "/reason", reason));
  CHECK(there.status == 200);
  CHECK(there.shows("V-0042"));
  CHECK_FALSE(there.shows("Add a record"));
  // Without an address to go back to, the reason leads to the file all the same.
  auto another = wall.as("Head of service");
  another.get("/files/" + id + "/reason");
  CHECK(location(another.post("/files/" + id + "/reason",
                              {{"reason", "The worker is away and the victim has rung"}})) == file);
}

TEST_CASE("a victim's file is allocated, restricted and held by whoever leads the victim workers") {
  BehindTheWall wall;
  const auto file = wall.add("V-0042");
  auto manager = wall.as("Practice manager");
  const auto cases = manager.get(file + "/cases");
  REQUIRE(cases.status == 200);
  const auto at = cases.body.find("/allocation\"");
  const auto from = cases.body.rfind("/cases/", at);
  const auto allocation = file + cases.body.substr(from, at - from) + "/allocation";
  const auto page = manager.get(allocation);
  REQUIRE(page.status == 200);
  CHECK_FALSE(page.shows(wall.people.holder_of("Practitioner").name));
  Visit::Form form{
      {"part", "alongside"},
      {"team", Setting::choice(page, "North team")},
      {"person", Setting::choice(page, wall.people.holder_of("Practice manager").name)}};
  form.insert(form.end(), today.begin(), today.end());
  CHECK(manager.follow(manager.post(allocation, form)).shows("Works alongside"));
  // The list of choices is not what keeps the wall: so does the one decision.
  form.at(2).second = wall.id_of("Practitioner");
  const auto refused = manager.post(allocation, form);
  CHECK(refused.status == 422);
  CHECK(refused.shows("Choose somebody who works with victims"));

  CHECK(manager.get(file + "/marks").shows("How do they know the victim?"));
  CHECK(manager.follow(manager.post(file + "/marks", {{"act", "hold"}, {"hold_reason", "A court"}}))
            .shows("Held: no erasing."));
  CHECK(wall.visit.get("/victims").shows("Legal hold"));
}

TEST_CASE("no part of a child's file names a victim's, and the other way round") {
  BehindTheWall wall;
  auto head = wall.as("Head of service");
  const auto file = wall.add("V-0042");
  CHECK(wall.send(wall.begin(file, "victim-details"), "sign", who).shows("Signed"));
  CHECK_FALSE(wall.visit.get("/children?whose=all").shows("V-0042"));
  CHECK_FALSE(head.get("/children?whose=all").shows("V-0042"));
  CHECK(head.post("/children/search", {{"name", "Counterfield"}}).shows("No child found"));
  CHECK_FALSE(head.get("/due?whose=all").shows(file));
}
