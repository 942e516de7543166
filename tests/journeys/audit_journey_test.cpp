#include <doctest/doctest.h>

#include <string>
#include <string_view>

#include "platform/random.hpp"
#include "store/children.hpp"
#include "store/people.hpp"
#include "tests/access/a_file.hpp"
#include "tests/journeys/people_under_test.hpp"
#include "tests/journeys/sent_form.hpp"
#include "tests/store/granted.hpp"

using namespace northlight;
using namespace northlight::testing;

namespace {

std::string text_between(const std::string& text, std::string_view before, std::string_view after) {
  const auto at = text.find(before);
  if (at == std::string::npos) return {};
  const auto from = at + before.size();
  return text.substr(from, text.find(after, from) - from);
}

/// The address of somebody's page, from the list of people.
std::string page_of(Visit& visit, const std::string& name) {
  const auto list = visit.get("/people");
  const auto at = list.body.find(">" + name + "</a>", list.body.find("<main"));
  REQUIRE(at != std::string::npos);
  const auto from = list.body.rfind("href=\"", at) + 6;
  return list.body.substr(from, list.body.find('"', from) - from);
}

/// A day as a form sends it.
void add_day(Visit::Form& form, const std::string& field, Date day) {
  form.emplace_back(field + "-day", std::to_string(static_cast<unsigned>(day.day())));
  form.emplace_back(field + "-month", std::to_string(static_cast<unsigned>(day.month())));
  form.emplace_back(field + "-year", std::to_string(static_cast<int>(day.year())));
}

}  // namespace

TEST_CASE("the auditor reads how many files a list showed, and that one showed none") {
  SiteUnderTest site{{}, SignInThere::Yes};
  auto& people = site.people();
  Visit head{site};
  Visit auditor{site};
  REQUIRE(head.sign_in(people.holder_of("Head of service")).status == 200);
  REQUIRE(auditor.sign_in(people.holder_of("Auditor of the log")).status == 200);
  CHECK_FALSE(auditor.get("/audit").shows("An empty list"));

  CHECK(head.get("/children?q=Nobodyofthatname").status == 200);
  const auto log = auditor.get("/audit");
  CHECK(log.shows("An empty list"));
  // Reading the log is about no list of files, whoever reads it.
  const auto own = auditor.get("/audit?operation=sign-in");
  CHECK(own.status == 200);
  CHECK_FALSE(own.shows("An empty list"));

  // Days turned round are told, not answered with nothing.
  for (const std::string page : {"/audit", "/audit/unusual"}) {
    const auto turned = auditor.get(page + "?from=3/6/2026&until=2/6/2026");
    CHECK(turned.status == 422);
    CHECK(turned.shows("The last day is before the first"));
    CHECK(auditor.get(page + "?from=3/6/2026&until=3/6/2026").status == 200);
  }
}

TEST_CASE("whoever gives out the log is told which part of it they give") {
  SiteUnderTest site({}, SignInThere::Yes);
  Visit auditor(site);
  REQUIRE(auditor.sign_in(site.people().holder_of("Auditor of the log")).status == 200);
  const auto whole = auditor.get("/audit/export");
  CHECK(whole.shows("this gives the whole log of the service"));
  const auto part = auditor.get("/audit/export?operation=sign-in&from=22%2F11%2F2026");
  CHECK(part.shows("The part that is given"));
  CHECK(part.shows("22/11/2026"));
  CHECK_FALSE(part.shows("the whole log"));
}

TEST_CASE("the log is given as CSV or as JSON, and in no form that nobody asked for") {
  SiteUnderTest site({}, SignInThere::Yes);
  Visit auditor(site);
  REQUIRE(auditor.sign_in(site.people().holder_of("Auditor of the log")).status == 200);
  auditor.get("/audit/export");
  const auto give = [&](const std::string& form) {
    return auditor.post(
        "/audit/export",
        {{"recipient", "The Commissioner"}, {"purpose", "Complaint 12"}, {"form", form}});
  };
  const auto lines = auditor.get("/audit?operation=disclosure").body.size();
  CHECK(give("xml").status == 422);
  CHECK(give("xml").shows("Choose CSV or JSON"));
  CHECK(give("xml").shows("Complaint 12"));
  CHECK(auditor.get("/audit?operation=disclosure").body.size() == lines);
  CHECK(header_of(give("csv"), "Content-Disposition").find("audit-log.csv") != std::string::npos);
  CHECK(header_of(give("json"), "Content-Disposition").find("audit-log.json") != std::string::npos);
}

TEST_CASE("the auditor begins from a colleague's name, and what to look at stands by person") {
  SiteUnderTest site({}, SignInThere::Yes);
  auto& people = site.people();
  const auto& worker = people.holder_of("Practitioner");
  Visit auditor(site);
  REQUIRE(auditor.sign_in(people.holder_of("Auditor of the log")).status == 200);
  CHECK(auditor.get("/audit").shows("What has this person looked at?"));
  const auto find = [&](const std::string& who) {
    return auditor.post("/audit/people", {{"who", who}});
  };
  CHECK(find(" ").status == 422);
  CHECK(find("nobody at all").shows("Nobody in your organisation has that name"));
  for (const auto& typed : {worker.name.substr(1, 4), worker.sign_in_name}) {
    const auto found = find(typed);
    CHECK(found.status == 200);
    CHECK(found.shows(worker.name));
    CHECK(found.shows(worker.sign_in_name));
    const auto person =
        text_between(found.body.substr(found.body.find("<main")), "/audit?person=", "\"");
    CHECK(auditor.get("/audit?person=" + person).status == 200);
    const auto unusual = auditor.get("/audit/unusual?person=" + person);
    CHECK(unusual.status == 200);
    CHECK(unusual.shows("Show everybody"));
  }
  CHECK(auditor.get("/audit/unusual").status == 200);
}

TEST_CASE("somebody of another organisation is found by name once the log has a line of theirs") {
  SiteUnderTest site({}, SignInThere::Yes);
  auto& people = site.people();
  const auto& inspector = people.holder_of("Inspector");
  Visit auditor(site);
  REQUIRE(auditor.sign_in(people.holder_of("Auditor of the log")).status == 200);
  auditor.get("/audit");
  const auto find = [&] { return auditor.post("/audit/people", {{"who", inspector.name}}); };
  CHECK(find().shows("nobody else of that name has a line in this log"));
  const auto file = add_file(site, add_somebody(site, service_of_file(site)), {}).file;
  Visit visit(site);
  REQUIRE(visit.sign_in(inspector).status == 200);
  CHECK(visit.get("/children/" + file).status == 404);
  const auto found = find();
  CHECK(found.shows(inspector.name));
  CHECK(found.shows("Known to their own organisation"));
  CHECK_FALSE(found.shows(inspector.sign_in_name));
  const auto person =
      text_between(found.body.substr(found.body.find("<main")), "/audit?person=", "\"");
  CHECK(auditor.get("/audit?person=" + person).shows(inspector.name));
}

TEST_CASE(
    "somebody who tries again and again what is refused to them stands among what to look at") {
  SiteUnderTest site({}, SignInThere::Yes);
  auto& people = site.people();
  Visit worker(site);
  REQUIRE(worker.sign_in(people.holder_of("Practitioner")).status == 200);
  Visit auditor(site);
  REQUIRE(auditor.sign_in(people.holder_of("Auditor of the log")).status == 200);
  for (int tries = 0; tries < 9; ++tries) CHECK(worker.get("/settings").status == 403);
  CHECK_FALSE(auditor.get("/audit/unusual?kind=refused").shows("that were refused"));
  CHECK(worker.get("/settings").status == 403);
  const auto shown = auditor.get("/audit/unusual?kind=refused");
  CHECK(shown.shows("Refused often (1)"));
  CHECK(shown.shows("10 tries on one day that were refused"));
  CHECK(shown.shows(people.holder_of("Practitioner").name));
}

TEST_CASE("what an administrator did to somebody is told apart on the log, and told to them") {
  SiteUnderTest site({}, SignInThere::Yes);
  auto& people = site.people();
  const auto today = platform::day_in_london(people.clock.now());
  Visit administrator(site);
  REQUIRE(administrator.sign_in(people.holder_of("Administrator")).status == 200);
  administrator.get("/people/new");
  Visit::Form joiner{{"name", "Robin Invented"},
                     {"sign_in_name", "robin.invented@hollowbeck.example"},
                     {"role", "practitioner"},
                     {"team", ""}};
  add_day(joiner, "from", today);
  REQUIRE(administrator.post("/people/new", joiner).status == 200);
  const auto robin = page_of(administrator, "Robin Invented");
  Visit::Form role{{"role", "head-of-service"}, {"team", ""}};
  add_day(role, "from", today);
  administrator.get(robin + "/roles/new");
  const auto given = administrator.follow(administrator.post(robin + "/roles/new", role));
  REQUIRE(given.shows("The role is given"));
  Visit::Form end;
  add_day(end, "last_day", add_days(today, -1));
  const auto ends =
      text_between(given.body.substr(given.body.find("Head of service")), "href=\"", "\"");
  REQUIRE(ends.ends_with("/end"));
  administrator.get(ends);
  CHECK(administrator.follow(administrator.post(ends, end)).shows("is recorded"));
  const auto worker_name = people.holder_of("Practitioner").name;
  const auto worker = page_of(administrator, worker_name);
  administrator.get(worker);
  CHECK(administrator.follow(administrator.post(worker + "/second-factor", {}))
            .shows("Their second factor is reset"));
  CHECK(administrator.post(worker + "/set-up-link", {}).status == 200);

  Visit auditor(site);
  REQUIRE(auditor.sign_in(people.holder_of("Auditor of the log")).status == 200);
  const auto log = auditor.get("/audit?operation=permission");
  const auto day = words(today);
  for (const auto& line :
       {"Added a person: practitioner, from " + day,
        "Gave somebody a role: head of service, from " + day,
        "Ended a role: head of service, from " + day + ", last day " + words(add_days(today, -1)),
        std::string("Reset somebody’s second factor"),
        std::string("Made a link that sets up an account"), "About: " + worker_name,
        std::string("About: Robin Invented")}) {
    CAPTURE(line);
    CHECK(log.shows(line));
  }
  CHECK_FALSE(log.shows("Add people, give and end roles"));
  const auto row = log.body.rfind("href=\"/audit/", log.body.find("Made a link that sets up"));
  REQUIRE(row != std::string::npos);
  const auto event = auditor.get(text_between(log.body.substr(row), "href=\"", "\""));
  CHECK(event.shows("Made a link that sets up an account"));
  CHECK(event.shows(worker_name));

  // The demonstration has one administrator: the head of service is told, at the door.
  Visit head(site);
  const auto arrived = head.sign_in(people.holder_of("Head of service"));
  CHECK(arrived.shows("What was done to colleagues’ accounts and cover"));
  CHECK(arrived.shows(worker_name + " had their second factor reset"));
  CHECK(arrived.shows("Done by " + people.holder_of("Administrator").name));
  CHECK_FALSE(administrator.get("/account").shows("What was done to colleagues"));
}

TEST_CASE(
    "cover says beforehand what is refused, does not offer oneself, and tells those concerned") {
  SiteUnderTest site({}, SignInThere::Yes);
  auto& people = site.people();
  const auto today = platform::day_in_london(people.clock.now());
  const auto manager_name = people.holder_of("Practice manager").name;
  const auto absent_name = people.holder_of("Practitioner").name;
  const auto covering_name = people.holder_of("Victim worker").name;
  Visit manager(site);
  REQUIRE(manager.sign_in(people.holder_of("Practice manager")).status == 200);
  const auto own = page_of(manager, manager_name);
  const auto me = own.substr(own.rfind('/') + 1);
  const auto absent = page_of(manager, absent_name);
  const auto covering = page_of(manager, covering_name);
  const auto form = manager.get(absent + "/cover");
  CHECK(form.shows("You cannot choose yourself"));
  CHECK(form.shows("It lasts 42 days at most"));
  CHECK(form.body.find("<option value=\"" + me) == std::string::npos);
  const auto send = [&](const std::string& who, int days) {
    Visit::Form sent{{"covering", who}, {"reason", "Annual leave."}};
    add_day(sent, "from", today);
    add_day(sent, "until", add_days(today, days));
    return manager.post(absent + "/cover", sent);
  };
  const auto mine = send(me, 5);
  CHECK(mine.status == 422);
  CHECK(mine.shows("Nobody lends themself what somebody else sees"));
  const auto other = covering.substr(covering.rfind('/') + 1);
  CHECK(send(other, 42).shows("Cover is arranged for 42 days at most"));
  Visit::Form silent{{"covering", other}};
  add_day(silent, "from", today);
  add_day(silent, "until", today);
  CHECK(manager.post(absent + "/cover", silent).shows("Say why the cover is needed"));
  CHECK(manager.follow(send(other, 41)).shows("The cover is arranged"));

  Visit covers(site);
  REQUIRE(covers.sign_in(people.holder_of("Victim worker")).status == 200);
  const auto until = absent_name + " until the end of " + words(add_days(today, 41));
  CHECK(covers.get("/account").shows(until));
  CHECK(covers.get("/children").shows(until));
  const auto lent = "/children?lent=" + absent.substr(absent.rfind('/') + 1);
  CHECK(covers.get(lent).shows("These are the children whose cases that lends you"));
  // Of somebody for whom they do not cover it is the list as it is.
  CHECK_FALSE(covers.get("/children?lent=" + me).shows("whose cases that lends you"));

  // Each is told in words to them: who is away, who covers, and who answers for who arranged it.
  const auto days = " from " + words(today) + " to the end of " + words(add_days(today, 41));
  for (const auto& [role, told] :
       {std::pair{"Practitioner", covering_name + " covers for you" + days},
        std::pair{"Victim worker", "You cover for " + absent_name + days},
        std::pair{"Head of service", covering_name + " covers for " + absent_name + days}}) {
    CAPTURE(role);
    Visit concerned(site);
    const auto arrived = concerned.sign_in(people.holder_of(role));
    CHECK(arrived.shows(told));
    CHECK(arrived.shows("Done by " + manager_name));
  }
}

TEST_CASE("the auditor finds a child by name, and who has looked at their file from there") {
  SiteUnderTest site({}, SignInThere::Yes);
  const auto worker = site.database().read([&](store::Session& session) {
    return store::person_by_sign_in_name(session,
                                         site.people().holder_of("Practitioner").sign_in_name);
  });
  REQUIRE((worker && *worker));
  const auto file = add_file(site, (**worker).id, {domain::Relation::OwnCase, {}}).file;
  const auto service = service_of_file(site);
  const auto put = site.database().write([&](store::Transaction& transaction) {
    const auto grant = store::GrantForTests::of(*domain::FileId::parse(file), (**worker).id,
                                                site.people().clock.now());
    return store::put_child(transaction, grant,
                            {.file = grant.file(),
                             .service = service,
                             .family_name = Sensitive<std::string>("Exampleby"),
                             .given_names = Sensitive<std::string>("Wren"),
                             .born_on = Sensitive(std::optional(*parse_date("2010-03-27")))});
  });
  REQUIRE(put);
  Visit practitioner(site);
  REQUIRE(practitioner.sign_in(site.people().holder_of("Practitioner")).status == 200);
  REQUIRE(practitioner.get("/children/" + file).status == 200);

  Visit auditor(site);
  REQUIRE(auditor.sign_in(site.people().holder_of("Auditor of the log")).status == 200);
  CHECK(auditor.get("/audit").shows("Who has looked at this child?"));
  const auto found = auditor.post("/audit/children", {{"child", "exampelby"}});
  CHECK(found.status == 200);
  CHECK(found.shows("Wren Exampleby"));
  CHECK(found.shows("2010"));
  CHECK_FALSE(found.shows("27 March"));
  CHECK(found.shows("href=\"/audit?file=" + file + "\""));
  const auto log = auditor.get("/audit?file=" + file);
  CHECK(log.shows("Looked for a child by name, to see who looked at their file"));
  CHECK(log.shows(site.people().holder_of("Practitioner").name));
  CHECK_FALSE(log.shows("Exampleby"));

  CHECK(auditor.post("/audit/children", {{"child", "Nobodysname"}})
            .shows("No child of your service whom this search shows answers to that name."));
  const auto nothing = auditor.post("/audit/children", {{"child", " "}});
  CHECK(nothing.status == 422);
  CHECK(nothing.shows("Enter a child’s name, or the number of a file"));
  const auto nobodys = platform::random_id<domain::FileId>().text();
  CHECK(auditor.post("/audit/children", {{"child", nobodys}}).shows("/audit?file=" + nobodys));
  practitioner.get("/children");
  CHECK(practitioner.post("/audit/children", {{"child", "Exampleby"}}).status == 404);
}
