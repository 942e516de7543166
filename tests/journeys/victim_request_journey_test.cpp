#include "platform/document_text.hpp"
#include "platform/page_pdf.hpp"
#include "tests/journeys/children_desk.hpp"

// A victim asks for what is held on them: written down and read by their victim worker, given out
// by a head of service, and nowhere for whoever works with children.
using namespace northlight;
using namespace northlight::testing;
using namespace northlight::testing::children;

namespace {

/// A victim with their details, and the address of their file.
struct OfVictim : Setting {
  std::string file;

  OfVictim() : Setting("Victim worker") {
    const auto page = visit.get("/victims/new");
    file = location(visit.post("/victims/new",
                               {{"reference", "V-0042"},
                                {"opened_on-day", "20"},
                                {"opened_on-month", "11"},
                                {"opened_on-year", "2026"},
                                {"team", choice(page, "North team")},
                                {"person", choice(page, people.holder_of("Victim worker").name)}}));
    REQUIRE(file.starts_with("/victims/"));
    visit.get(file);
    const auto edit = location(visit.post(file + "/records/new", {{"form", "victim-details"}}));
    const auto form = visit.get(edit);
    REQUIRE(visit
                .post(edit, {{"kind", "adult"},
                             {"given_names", "Marit"},
                             {"family_name", "Counterfield"},
                             {"telephone", "01632 960 721"},
                             {"seen", value(form.body, "name=\"seen\" value=\"")},
                             {"page", value(form.body, "name=\"page\" value=\"")},
                             {"do", "sign"}})
                .status == 303);
  }

  Visit as(std::string_view role) {
    Visit other(site);
    REQUIRE(other.sign_in(people.holder_of(role)).status == 200);
    return other;
  }
  static std::string value(const std::string& body, const std::string& before) {
    const auto at = body.find(before);
    REQUIRE(at != std::string::npos);
    return body.substr(at + before.size(), body.find('"', at + before.size()) - at - before.size());
  }
  std::string ask(const char* who = "child") {
    visit.get(file + "/subject-access/new");
    return location(visit.post(file + "/subject-access/new", {{"asked_by", who},
                                                              {"received_on-day", "20"},
                                                              {"received_on-month", "11"},
                                                              {"received_on-year", "2026"}}));
  }
  /// Who they are is noted, every part read, and what is proposed hidden.
  void prepare(const std::string& request) {
    visit.get(request + "/details");
    CHECK(location(visit.post(request + "/details", {{"what", "identity"},
                                                     {"identity_on-day", "21"},
                                                     {"identity_on-month", "11"},
                                                     {"identity_on-year", "2026"},
                                                     {"identity_words", "Known to us"}})) ==
          request);
    const auto body = visit.get(request).body;
    const auto before = "href=\"" + request + "/parts/";
    for (auto at = body.find(before); at != std::string::npos; at = body.find(before, at + 1)) {
      const auto part = request + "/parts/" + value(body.substr(at), before);
      const auto hash = value(visit.get(part).body, "name=\"hash\" value=\"");
      CHECK(location(visit.post(part, {{"hash", hash}, {"done", "rest"}, {"done", "read"}})) ==
            request);
    }
  }
};

}  // namespace

TEST_CASE("a victim's request is written down, read, and given out by a second person") {
  OfVictim at;
  CHECK(at.visit.get(at.file).shows("Somebody asks for what is held on this victim"));
  const auto form = at.visit.get(at.file + "/subject-access/new");
  for (const auto* const words :
       {"V-0042", "The victim", "A parent or carer", "Somebody who acts for the victim"})
    CHECK(form.shows(words));
  CHECK_FALSE(form.shows("The child"));
  CHECK(at.visit.post(at.file + "/subject-access/new", {}).status == 422);
  const auto request = at.ask();
  REQUIRE(request.starts_with(at.file + "/subject-access/"));
  const auto list = at.visit.get("/subject-access");
  CHECK(list.shows("V-0042"));
  CHECK(list.shows("href=\"" + request + "\""));
  CHECK_FALSE(list.shows("Counterfield"));
  CHECK(at.visit.get(request).shows("20 December 2026"));
  at.prepare(request);
  CHECK(at.visit.get(request + "/preview").shows("01632 960 721"));
  CHECK(at.visit.get(request + "/release").status == 403);

  auto head = at.as("Head of service");
  CHECK(head.get("/subject-access").shows("V-0042"));
  CHECK(head.get(request + "/release").status == 303);
  const auto why = head.get(request);
  REQUIRE(why.status == 303);
  head.follow(why);
  const auto id = at.file.substr(at.file.rfind('/') + 1);
  const auto there =
      head.follow(head.post("/files/" + id + "/reason",
                            {{"reason", "To give out what was asked for"}, {"next", request}}));
  CHECK(there.shows("Look once more and give it out"));
  CHECK(head.get(request + "/release").shows("It goes to: The victim."));
  CHECK(location(head.post(request + "/release", {})) == request);
  const auto page = at.visit.get(request + "/copies/html");
  CHECK(page.shows("<h1>What is held on Marit Counterfield</h1>"));
  CHECK(page.shows("The victim asked for this on 20 November 2026"));
  CHECK(page.shows("01632 960 721"));
  const auto json = head.get(request + "/copies/json");
  CHECK(json.shows("\"about\": \"Marit Counterfield\""));
  if (platform::can_print_pdf()) {
    const auto pdf = platform::read_document_bytes(head.get(request + "/copies/pdf").body);
    REQUIRE(pdf);
    CHECK(pdf->text.find("What is held on Marit Counterfield") != std::string::npos);
  }
}

TEST_CASE("a request for a victim is put right, grounded and ended in words for a victim") {
  OfVictim at;
  const auto request = at.ask("parent");
  auto details = at.visit.get(request + "/details");
  CHECK(details.shows("Why may they have the victim’s information?"));
  CHECK(details.shows("The victim agreed"));
  CHECK_FALSE(details.shows("the child"));
  CHECK(at.visit.get(request).shows("It was not the victim who asked"));
  at.visit.get(request + "/details");
  CHECK(location(at.visit.post(request + "/details", {{"what", "correct"},
                                                      {"asked_by", "child"},
                                                      {"received_on-day", "19"},
                                                      {"received_on-month", "11"},
                                                      {"received_on-year", "2026"}})) == request);
  CHECK(at.visit.get(request).shows("The victim"));
  // Ending it is for whoever gives answers out.
  CHECK(at.visit.post(request + "/end", {{"closed_how", "withdrawn"}, {"closed_words", "No"}})
            .status == 403);
}

TEST_CASE("a victim's request is nowhere for whoever works with children, at either address") {
  OfVictim at;
  const auto request = at.ask();
  const auto id = at.file.substr(at.file.rfind('/') + 1);
  const auto rest = request.substr(at.file.size());
  auto worker = at.as("Practitioner");
  for (const std::string where : {"/victims/", "/children/"}) {
    for (const std::string& what :
         {std::string("/subject-access/new"), rest, rest + "/details", rest + "/parts/facts",
          rest + "/preview", rest + "/release", rest + "/copies/json"}) {
      CAPTURE(where + what);
      CHECK(worker.get(where + id + what).status == 404);
    }
    for (const std::string& what : {std::string("/subject-access/new"), rest + "/details",
                                    rest + "/end", rest + "/parts/facts", rest + "/release"}) {
      CAPTURE(where + what);
      CHECK(worker
                .post(where + id + what, {{"asked_by", "child"},
                                          {"received_on-day", "20"},
                                          {"received_on-month", "11"},
                                          {"received_on-year", "2026"},
                                          {"what", "longer"},
                                          {"extended", "Much of it"},
                                          {"closed_how", "withdrawn"},
                                          {"closed_words", "No"}})
                .status == 404);
    }
  }
  CHECK_FALSE(worker.get("/subject-access").shows("V-0042"));
  auto manager = at.as("Practice manager");
  CHECK_FALSE(manager.get("/subject-access").shows("V-0042"));
  CHECK(manager.get(request).status == 403);
  // Nor is it a child's for those who may see it.
  CHECK(at.visit.get("/children/" + id + rest).status == 404);
}
