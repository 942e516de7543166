#include <doctest/doctest.h>

#include <stdexcept>

#include "accounts/load_asker.hpp"
#include "base/text.hpp"
#include "casework/children.hpp"
#include "casework/records.hpp"
#include "casework/uploads.hpp"
#include "casework/victims.hpp"
#include "forms/answers_json.hpp"
#include "platform/document_text.hpp"
#include "platform/page_pdf.hpp"
#include "store/people.hpp"
#include "tests/journeys/people_under_test.hpp"
#include "tests/journeys/sent_form.hpp"

using namespace northlight;
using namespace northlight::testing;

namespace {

template <typename T>
T ok(Result<T> result) {
  if (!result) throw std::runtime_error(result.error().message + " " + result.error().where);
  return *std::move(result);
}

/// A child whose contact names a sister, a victim and somebody whom nobody knows.
struct Setting {
  SiteUnderTest site{{}, SignInThere::Yes};
  PeopleUnderTest& people = site.people();
  Visit manager{site};
  Visit head{site};
  domain::FileId file{IdBits{}};

  Setting() {
    people.clock.go_on(std::chrono::days(322));  // The forms are in force from November.
    const auto worker = asker("Practitioner");
    const auto team = *worker.roles.front().team;
    const auto service = worker.roles.front().organisation;
    const auto add = [&](const std::string& given, const std::string& family) {
      return ok(casework::add_child(people.gate, worker, service,
                                    {.family_name = family, .given_names = given},
                                    {.opened_on = platform::day_in_london(people.clock.now()),
                                     .worker = {team, worker.person}}));
    };
    file = add("Fulmar", "Skerry");
    add("Petrel", "Skerry");
    const auto victims = asker("Victim worker");
    const auto victim =
        ok(casework::add_victim(people.gate, victims, service, "V-9001",
                                {.opened_on = platform::day_in_london(people.clock.now()),
                                 .worker = {team, victims.person}}));
    write(victims, victim, "victim-details",
          R"({"kind": "adult", "given_names": "Zebedee", "family_name": "Harbourlight"})");
    write(worker, file, "contact",
          R"({"held_on": "2026-11-20", "with": "Her mum Carol", "mode": "home",
              "outcome": "kept", "safety": false,
              "what_happened": "PETREL was in. Zebedee Harbourlight is hurt. Bystander saw it."})");
    REQUIRE(manager.sign_in(people.holder_of("Practice manager")).status == 200);
    REQUIRE(head.sign_in(people.holder_of("Head of service")).status == 200);
  }

  accounts::Asker asker(std::string_view role) {
    return ok(site.database().read([&](store::Session& session) -> Result<accounts::Asker> {
      NL_TRY(person, store::person_by_sign_in_name(session, people.holder_of(role).sign_in_name));
      return accounts::load_asker(session, person->id, people.clock.now(), "192.0.2.7", "");
    }));
  }

  void write(const accounts::Asker& by, domain::FileId in, std::string_view form,
             const char* json) {
    const store::Archive archive{*site.site().forms, people.keys};
    auto& gate = people.gate;
    const auto id =
        ok(casework::begin_record(gate, archive, by, in, forms::FormCode{std::string(form)}));
    const auto opened = ok(casework::open_record(gate, archive, by, in, id));
    const auto answers =
        ok(forms::parse_answers(*opened.form, *Json::parse(json), forms::Boxes::Refused));
    const auto kept = ok(casework::keep_page(gate, archive, by, in, id, 0, "page", answers));
    const auto done =
        ok(opened.form->quick ? casework::sign_record(gate, archive, by, in, id, kept.seq)
                              : casework::save_record(gate, archive, by, in, id, kept.seq));
    if (!done.done()) throw std::runtime_error(done.problems.front().message);
  }

  /// The address of a new request of that kind.
  std::string ask(const char* who = "child") {
    const auto address = "/children/" + file.text() + "/subject-access/new";
    CHECK(manager.get(address).shows("Fulmar Skerry"));
    CHECK(manager
              .post(address, {{"asked_by", who},
                              {"received_on-day", "2"},
                              {"received_on-month", "11"},
                              {"received_on-year", "1926"}})
              .shows("That is more than a year ago."));
    return location(manager.post(address, {{"asked_by", who},
                                           {"received_on-day", "2"},
                                           {"received_on-month", "11"},
                                           {"received_on-year", "2026"}}));
  }

  /// Every value of an attribute that begins so.
  static std::vector<std::string> all(const std::string& body, const std::string& before) {
    std::vector<std::string> found;
    for (auto at = body.find(before); at != std::string::npos; at = body.find(before, at + 1)) {
      const auto from = at + before.size();
      found.push_back(body.substr(from, body.find('"', from) - from));
    }
    return found;
  }

  void read_all(const std::string& request) {
    for (const auto& part : all(manager.get(request).body, "href=\"" + request + "/parts/")) {
      const auto address = request + "/parts/" + part;
      const auto hash = all(manager.get(address).body, "name=\"hash\" value=\"");
      REQUIRE(hash.size() == 1);
      CHECK(location(manager.post(
                address, {{"hash", hash[0]}, {"done", "rest"}, {"done", "read"}})) == request);
    }
  }

  void know_them(const std::string& request) {
    manager.get(request + "/details");
    CHECK(location(manager.post(request + "/details", {{"what", "identity"},
                                                       {"identity_on-day", "3"},
                                                       {"identity_on-month", "11"},
                                                       {"identity_on-year", "2026"},
                                                       {"identity_words", "Known to us"}})) ==
          request);
  }

  /// What of these copies holds the text; the PDF as it reads.
  std::vector<std::string> hold(const std::string& request, std::string_view wanted) {
    std::vector<std::string> found;
    for (const auto* const format : {"html", "json", "pdf"}) {
      if (std::string_view(format) == "pdf" && !platform::can_print_pdf()) continue;
      const auto copy = head.get(request + "/copies/" + format);
      CHECK(copy.status == 200);
      CHECK(header_of(copy, "Content-Disposition").starts_with("attachment"));
      auto text = copy.body + copy.headers;
      if (std::string_view(format) == "pdf")
        text += ok(platform::read_document_bytes(copy.body)).text;
      if (contains_ignoring_case(text, wanted)) found.emplace_back(format);
    }
    return found;
  }
  static std::size_t formats() { return platform::can_print_pdf() ? 3 : 2; }
};

}  // namespace

TEST_CASE("a request that was written down wrongly is put right, and says what it said before") {
  Setting at;
  const auto request = at.ask();
  at.know_them(request);
  const auto details = at.manager.get(request + "/details");
  CHECK(details.shows("Put right who asks or when"));
  const auto correct = [&](const char* who, const char* on) {
    return at.manager.post(request + "/details", {{"what", "correct"},
                                                  {"asked_by", who},
                                                  {"received_on-day", on},
                                                  {"received_on-month", "11"},
                                                  {"received_on-year", "2026"}});
  };
  CHECK(correct("child", "2").shows("That is what stands there already"));
  CHECK(correct("child", "31").status == 422);
  CHECK(location(correct("parent", "4")) == request);
  const auto page = at.manager.get(request);
  CHECK(page.shows("It said before: The child, received on 2 November 2026"));
  CHECK(page.shows("4 December 2026"));
  CHECK(page.shows("Nobody has noted it yet"));
  CHECK(page.shows("On what ground"));
}

TEST_CASE("what is held is read, decided on and given out, without anybody else's name") {
  Setting at;
  const auto request = at.ask();
  REQUIRE(request.find("/subject-access/") != std::string::npos);
  auto page = at.manager.get(request);
  CHECK(page.shows("2 December 2026"));
  CHECK(page.shows("places to decide"));
  CHECK(at.manager.get("/subject-access").shows("Fulmar Skerry"));

  // Not while anything is unread, and not by whoever may not.
  CHECK(location(at.head.get(request + "/release")) == request);
  CHECK(at.head.follow(at.head.post(request + "/release", {})).shows("It was not given out"));
  CHECK(at.manager.get(request + "/release").status == 403);

  // A name that no rule knows is added by its words; the mother's is lifted with a reason.
  const auto parts = Setting::all(page.body, "href=\"" + request + "/parts/");
  REQUIRE(parts.size() == 2);
  const auto contact = request + "/parts/" + parts[1];
  page = at.manager.get(contact);
  const auto hash = Setting::all(page.body, "name=\"hash\" value=\"");
  const auto places = Setting::all(page.body, "name=\"add-");
  std::string place;
  for (const auto& each : places)
    if (each.ends_with("/what_happened")) place = each;
  const auto hidings = Setting::all(page.body, "name=\"reason-");
  REQUIRE(hidings.size() >= 3);
  const auto wrong = at.manager.post(
      contact, {{"hash", hash[0]}, {"hiding-" + hidings[0], "lifted"}, {"add-" + place, "nobody"}});
  CHECK(wrong.status == 422);
  CHECK(wrong.shows("Say why this may be shown"));
  CHECK(location(at.manager.post(contact, {{"hash", hash[0]},
                                           {"hiding-" + hidings[0], "lifted"},
                                           {"reason-" + hidings[0], "Carol agreed"},
                                           {"add-" + place, "Bystander"}})) == contact);
  at.read_all(request);
  at.know_them(request);

  CHECK(at.head.get(request + "/release").shows("This cannot be taken back"));
  CHECK(location(at.head.post(request + "/release", {})) == request);
  CHECK(at.head.get(request).shows("What was given out"));
  for (const auto* const name : {"Petrel", "Zebedee", "Harbourlight", "Bystander"}) {
    CAPTURE(name);
    CHECK(at.hold(request, name).empty());
  }
  // The check sees what is there: the child's own name, and what was lifted.
  CHECK(at.hold(request, "Fulmar").size() == Setting::formats());
  CHECK(at.hold(request, "Carol").size() == Setting::formats());
  const auto told = at.site.database().read([](store::Session& session) {
    return session.value<std::string>(
        "select recipient from audit_entry where operation = 'disclosure' "
        "and action like 'answer-given:request=%'");
  });
  CHECK(*told == "the child");
  // It is closed: nothing more is decided.
  CHECK(location(at.manager.get(contact)) == request);
}

TEST_CASE("whoever prepared an answer is told before that another gives it out, and is sent back") {
  Setting at;
  const auto address = "/children/" + at.file.text() + "/subject-access/new";
  CHECK(at.head.get(address).shows("Whoever writes it down does not give the answer out"));
  const auto request = location(at.head.post(address, {{"asked_by", "child"},
                                                       {"received_on-day", "2"},
                                                       {"received_on-month", "11"},
                                                       {"received_on-year", "2026"}}));
  CHECK(at.head.get(request).shows("marks a part as read does not give the answer out"));
  at.read_all(request);
  at.know_them(request);
  const auto page = at.head.get(request);
  CHECK(page.shows("so another person who may give it out does that"));
  CHECK_FALSE(page.shows("Look once more and give it out"));
  CHECK(location(at.head.get(request + "/release")) == request);
  CHECK(at.head.follow(at.head.post(request + "/release", {})).shows("It was not given out"));
  CHECK_FALSE(at.head.get(request).shows("What was given out"));
}

TEST_CASE("a parent's request waits until it is said on what ground it is answered") {
  Setting at;
  const auto request = at.ask("parent");
  at.read_all(request);
  at.know_them(request);
  CHECK(at.head.get(request).shows("It was not the child who asked"));
  CHECK(at.head.follow(at.head.post(request + "/release", {})).shows("It was not given out"));
  CHECK_FALSE(at.head.get(request).shows("What was given out"));
  at.manager.get(request + "/details");
  CHECK(at.manager.post(request + "/details", {{"what", "basis"}, {"basis_words", "x"}})
            .shows("Choose on what ground"));
  at.manager.post(
      request + "/details",
      {{"what", "basis"}, {"basis", "agreed-by-child"}, {"basis_words", "She said so."}});
  CHECK(at.head.get(request + "/release").shows("the child agreed"));
}

TEST_CASE("a document is opened to decide on it, and goes with the answer where it is shown") {
  Setting at;
  const auto worker = at.asker("Practitioner");
  const store::Archive archive{*at.site.site().forms, at.people.keys};
  const auto record = ok(
      casework::begin_record(at.people.gate, archive, worker, at.file, forms::FormCode{"contact"}));
  const std::string letter = "There is a place on Tuesdays.\n";
  ok(casework::add_upload(at.people.gate, at.people.people.uploads, worker, at.file, record,
                          "club.txt", letter));
  const auto request = at.ask();
  const auto facts = request + "/parts/facts";
  auto page = at.manager.get(facts);
  const auto documents = Setting::all(page.body, "href=\"" + request + "/documents/");
  REQUIRE(documents.size() == 1);
  const auto document = request + "/documents/" + documents[0];
  const auto opened = at.manager.get(document);
  CHECK(opened.body == letter);
  CHECK(header_of(opened, "Content-Disposition").find("document-" + documents[0].substr(0, 8)) !=
        std::string::npos);

  // The hiding of the document is the one whose question stands below the link to it.
  const auto after = page.body.substr(page.body.find("/documents/"));
  const auto key = Setting::all(after, "name=\"reason-").at(0);
  const auto hash = Setting::all(page.body, "name=\"hash\" value=\"").at(0);
  at.manager.post(
      facts, {{"hash", hash}, {"hiding-" + key, "lifted"}, {"reason-" + key, "It names nobody"}});
  at.read_all(request);
  at.know_them(request);
  CHECK(at.head.get(request + "/release").shows("These go with it"));
  CHECK(location(at.head.post(request + "/release", {})) == request);
  page = at.head.get(request);
  CHECK(page.shows("A document that was sent in (plain text)"));
  CHECK(at.head.get(document).body == letter);
}

TEST_CASE("what changes after it was read is read again, and a form without an answer says so") {
  Setting at;
  CHECK(at.manager.post("/children/" + at.file.text() + "/subject-access/new", {}).status == 422);
  const auto request = at.ask();
  at.read_all(request);
  at.know_them(request);
  at.write(at.asker("Practitioner"), at.file, "contact",
           R"({"held_on": "2026-11-21", "with": "Nobody else", "mode": "telephone",
               "outcome": "kept", "safety": false, "what_happened": "A short call."})");
  CHECK(at.head.get(request).shows("1 part was not read to the end yet"));
  CHECK(at.head.follow(at.head.post(request + "/release", {})).shows("It was not given out"));
  at.manager.get(request + "/details");
  CHECK(location(at.head.post(request + "/end", {{"closed_how", "withdrawn"},
                                                 {"closed_words", "Not wanted any more"}})) ==
        request);
  CHECK(at.head.get(request).shows("Withdrawn on"));
}

TEST_CASE("what stood there before is decided on, and a hiding without its words is taken off") {
  Setting at;
  const auto called = [&](const char* known_as) {
    REQUIRE(casework::correct_child(
        at.people.gate, at.asker("Practitioner"), at.file,
        {.family_name = "Skerry", .given_names = "Fulmar", .known_as = known_as}));
    at.people.clock.go_on(std::chrono::seconds(90));
  };
  called("Ful of Holm");
  const auto request = at.ask();
  const auto facts = request + "/parts/facts";
  const auto save = [&](Visit::Form form) {
    const auto hash = Setting::all(at.manager.get(facts).body, "name=\"hash\" value=\"");
    form.emplace_back("hash", hash.at(0));
    return at.manager.post(facts, form);
  };
  auto page = at.manager.get(facts);
  CHECK(page.shows("Recorded until "));
  CHECK(page.shows("It stood here until it was changed"));
  CHECK_FALSE(page.shows("no longer finds its words"));
  CHECK(location(save({{"add-identity/known-as/0", "Holm"}})) == facts);
  at.read_all(request);

  called("Fully");
  CHECK(at.manager.get(request).shows("1 hiding that was added no longer finds its words."));
  page = at.manager.get(facts);
  CHECK(page.shows("in “Known as”, which reads otherwise now"));
  const auto lost = page.body.substr(page.body.find("name=\"off\""));
  CHECK(location(save({{"off", Setting::all(lost, "value=\"").at(0)}})) == request);
  CHECK_FALSE(at.manager.get(facts).shows("no longer finds its words"));
  CHECK_FALSE(at.manager.get(request).shows("no longer finds its words"));
}

TEST_CASE("a record that is not what was recorded has its place, and bars giving out") {
  Setting at;
  const auto request = at.ask();
  at.read_all(request);
  at.know_them(request);
  const auto part = request + "/parts/" +
                    Setting::all(at.manager.get(request).body, "href=\"" + request + "/parts/")[1];
  auto& database = at.site.database();
  const auto run = [&](const std::string& sql) {
    REQUIRE(database.write([&](store::Transaction& each) { return each.run_as_is(sql); }));
  };
  run(database.engine() == store::Engine::Postgres
          ? "alter table record_version disable trigger all"
          : "drop trigger record_version_not_changed");
  run("update record_version set answers = '{\"what_happened\": \"All was well.\"}' "
      "where record_id in (select id from record where form = 'contact')");
  const auto page = at.manager.get(request);
  CHECK(page.status == 200);
  CHECK(page.shows("Cannot be shown"));
  CHECK(
      page.shows("“Contact, begun on 23 November 2026” cannot be shown: a version of it is not "
                 "what was recorded"));
  for (const auto& address : {part, request + "/preview"}) {
    CAPTURE(address);
    const auto shown = at.manager.get(address);
    CHECK(shown.status == 200);
    CHECK(shown.shows("This record cannot be shown"));
    CHECK_FALSE(shown.shows("All was well."));
  }
  CHECK_FALSE(at.manager.get(part).shows("I have read this part to its end"));
  CHECK(location(at.head.get(request + "/release")) == request);
  CHECK(at.head.follow(at.head.post(request + "/release", {})).shows("It was not given out"));
}
