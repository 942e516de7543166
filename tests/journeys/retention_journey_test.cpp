#include <doctest/doctest.h>

#include <fstream>
#include <iterator>

#include "accounts/load_asker.hpp"
#include "accounts/scope.hpp"
#include "casework/children.hpp"
#include "platform/random.hpp"
#include "store/people.hpp"
#include "store/verify_audit.hpp"
#include "tests/journeys/people_under_test.hpp"
#include "tests/journeys/sent_form.hpp"

using namespace northlight;
using namespace northlight::testing;

namespace {

/// A service in which the work with two children ended long ago.
struct Setting {
  SiteUnderTest site{{}, SignInThere::Yes};
  PeopleUnderTest& people = site.people();

  accounts::Asker asker(std::string_view role) {
    const auto& name = people.holder_of(role).sign_in_name;
    const auto found =
        site.database().read([&](store::Session& session) -> Result<accounts::Asker> {
          NL_TRY(person, store::person_by_sign_in_name(session, name));
          return accounts::load_asker(session, person->id, people.clock.now(), "192.0.2.7",
                                      "request");
        });
    REQUIRE(found);
    return *found;
  }

  /// Whose diversion ended on that day.
  domain::FileId child(const std::string& family_name, std::optional<Date> born, Date ended,
                       domain::CaseKind kind = domain::CaseKind::Diversion) {
    const auto manager = asker("Practice manager");
    const auto& held = manager.roles.front();
    const auto head = asker("Head of service");
    const auto file = casework::add_child(
        people.gate, manager, held.organisation,
        {.family_name = family_name, .given_names = "Wren", .born_on = born},
        {.kind = kind, .opened_on = add_days(ended, -90), .worker = {*held.team, {}}});
    REQUIRE(file);
    const auto opened = casework::open_child(people.gate, head, *file);
    REQUIRE(opened);
    REQUIRE(casework::close_case(people.gate, head, *file, opened->cases.front().id, ended));
    return *file;
  }

  Visit signed_in(std::string_view role) {
    Visit visit(site);
    REQUIRE(visit.sign_in(people.holder_of(role)).status == 200);
    return visit;
  }
};

const Date long_ago{std::chrono::year{2020}, std::chrono::March, std::chrono::day{2}};
const Date born{std::chrono::year{2004}, std::chrono::May, std::chrono::day{17}};

std::string of(domain::FileId file, std::string_view rest = "") {
  return "/retention/" + file.text() + std::string(rest);
}

std::string decision_in(const Answer& answer) {
  const auto at = answer.body.find("name=\"decision\" value=\"");
  REQUIRE(at != std::string::npos);
  return answer.body.substr(at + 23, 26);
}

}  // namespace

TEST_CASE(
    "a file whose time is over is erased by two people, and nothing tells of it but the log") {
  Setting setting;
  const auto file = setting.child("Quagmarten", born, long_ago);
  auto manager = setting.signed_in("Practice manager");
  auto queue = manager.get("/retention");
  CHECK(queue.status == 200);
  CHECK(queue.shows("Quagmarten"));
  CHECK(queue.shows("3 years after the last action"));
  CHECK(manager.get(of(file)).shows("What becomes of this file?"));

  // What is wrong is said at its field and nothing that was typed is lost.
  auto wrong = manager.post(of(file, "/decision"), {{"kind", "erase"}, {"reason", "Looked at it"}});
  CHECK(wrong.status == 422);
  CHECK(wrong.shows("Choose why it may go"));
  CHECK(wrong.shows("Looked at it"));
  const Visit::Form decision{
      {"kind", "erase"}, {"ground", "period-over"}, {"reason", "Nothing speaks for keeping it"}};
  CHECK(location(manager.post(of(file, "/decision"), decision)) == of(file, "?done=waiting"));
  const auto own = manager.get(of(file));
  CHECK(own.shows("another person has to confirm it"));
  CHECK_FALSE(own.shows("Erase this file for ever"));
  // Not by a manager, nor by whoever decided it.
  CHECK(
      manager
          .post(of(file, "/confirmation"), {{"decision", decision_in(own)}, {"answer", "confirm"}})
          .status == 403);

  auto head = setting.signed_in("Head of service");
  CHECK(head.get("/retention?show=waiting").shows("Quagmarten"));
  const auto waiting = head.get(of(file));
  CHECK(waiting.shows("Nothing speaks for keeping it"));
  const auto erased = head.follow(head.post(
      of(file, "/confirmation"), {{"decision", decision_in(waiting)}, {"answer", "confirm"}}));
  CHECK(erased.shows("The file is erased"));
  CHECK_FALSE(erased.shows("Quagmarten"));

  // As an address that nobody has, on every page and in every list.
  CHECK(head.get(of(file)).status == 404);
  const auto asker = setting.asker("Head of service");
  auto& gate = setting.people.gate;
  CHECK(casework::open_child(gate, asker, file).error().message ==
        casework::open_child(gate, asker, platform::random_id<domain::FileId>()).error().message);
  CHECK(casework::list_children(gate, asker, accounts::any_relation, {}, 10)->children.empty());
  CHECK(casework::find_children(gate, asker, accounts::any_relation,
                                Sensitive(std::string("Quagmarten")), 10)
            ->children.empty());
  // The auditor sees that a file of that number was erased, and by whom.
  auto auditor = setting.signed_in("Auditor of the log");
  const auto log = auditor.get("/audit?file=" + file.text() + "&operation=erasure");
  CHECK(log.status == 200);
  CHECK(log.shows(setting.people.holder_of("Head of service").name));
  CHECK(log.shows("Erase it: the time for which it may be kept is over"));
  CHECK_FALSE(log.shows("Quagmarten"));
  std::ifstream ledger(setting.people.ledger);
  const std::string lines{std::istreambuf_iterator<char>(ledger), {}};
  CHECK(lines.find(file.text()) != std::string::npos);
  const auto proof = setting.site.database().read(
      [](store::Session& session) { return store::verify_audit(session); });
  CHECK(proof->whole());
}

TEST_CASE("a file under a legal hold is not erased until the hold is lifted") {
  Setting setting;
  const auto file = setting.child("Quagmarten", born, long_ago);
  auto head = setting.signed_in("Head of service");
  head.get(of(file));
  CHECK(head.post(of(file, "/hold"), {{"answer", "put"}, {"hold_reason", ""}}).status == 422);
  CHECK(head.follow(head.post(of(file, "/hold"),
                              {{"answer", "put"}, {"hold_reason", "The Millrace inquiry"}}))
            .shows("The file is under a legal hold"));
  CHECK(head.get("/retention?show=held").shows("Quagmarten"));
  const auto refused = head.post(
      of(file, "/decision"),
      {{"kind", "erase"}, {"ground", "period-over"}, {"reason", "Nothing speaks for it"}});
  CHECK(refused.status == 422);
  CHECK(refused.shows("under a legal hold"));
  CHECK(head.follow(head.post(of(file, "/hold"),
                              {{"answer", "lift"}, {"hold_reason", "The inquiry is over"}}))
            .shows("The legal hold is lifted"));
  CHECK(
      head.post(of(file, "/decision"),
                {{"kind", "erase"}, {"ground", "period-over"}, {"reason", "Nothing speaks for it"}})
          .status == 303);
}

TEST_CASE("what waits to be confirmed and is stopped by a hold says so and has no button") {
  Setting setting;
  const auto file = setting.child("Quagmarten", born, long_ago);
  auto manager = setting.signed_in("Practice manager");
  auto head = setting.signed_in("Head of service");
  manager.get(of(file));
  REQUIRE(
      manager
          .post(of(file, "/decision"),
                {{"kind", "erase"}, {"ground", "period-over"}, {"reason", "Nothing speaks for it"}})
          .status == 303);
  CHECK(head.get(of(file)).shows("Erase this file for ever"));
  REQUIRE(head.post(of(file, "/hold"), {{"answer", "put"}, {"hold_reason", "The Millrace inquiry"}})
              .status == 303);
  const auto held = head.get(of(file));
  CHECK(held.shows("It cannot be confirmed now. The file is under a legal hold"));
  CHECK_FALSE(held.shows("Erase this file for ever"));
  CHECK(held.shows("Do not confirm it"));
}

TEST_CASE("a file is not erased while somebody waits to be told what is held in it") {
  Setting setting;
  const auto file = setting.child("Quagmarten", born, long_ago);
  auto manager = setting.signed_in("Practice manager");
  auto head = setting.signed_in("Head of service");
  const Visit::Form decision{
      {"kind", "erase"}, {"ground", "period-over"}, {"reason", "Nothing speaks for it"}};
  manager.get(of(file));
  REQUIRE(manager.post(of(file, "/decision"), decision).status == 303);
  const auto asked = "/children/" + file.text() + "/subject-access/new";
  head.get(asked);
  const auto begun = head.post(asked, {{"asked_by", "child"},
                                       {"received_on-day", "2"},
                                       {"received_on-month", "1"},
                                       {"received_on-year", "2026"}});
  REQUIRE(begun.status == 303);
  const auto held = head.get(of(file));
  CHECK(held.shows("The request of 2 January 2026 for what is held is not answered yet"));
  CHECK(held.shows("It cannot be confirmed now. The request of 2 January 2026"));
  CHECK_FALSE(held.shows("Erase this file for ever"));
  const auto sent = head.post(of(file, "/confirmation"),
                              {{"decision", decision_in(held)}, {"answer", "confirm"}});
  CHECK(sent.status == 422);
  CHECK(sent.shows("nothing in the file may be erased until it is closed"));
  CHECK(head.get(location(begun)).status == 200);
  CHECK(head.get("/subject-access").shows("Wren Quagmarten"));
}

TEST_CASE("what is missing is said and never guessed, and can be recorded") {
  Setting setting;
  const auto unborn = setting.child("Notbornyet", {}, long_ago);
  const auto court = setting.child("Courtley", born, long_ago, domain::CaseKind::Court);
  auto head = setting.signed_in("Head of service");
  const auto missing = head.get("/retention?show=missing");
  CHECK(missing.shows("the file lacks the date of birth"));
  CHECK(missing.shows("It is not recorded how the case"));
  const auto page = head.get(of(court));
  const auto at = page.body.find("name=\"outcome-");
  REQUIRE(at != std::string::npos);
  const auto field = page.body.substr(at + 6, 34);
  CHECK(head.post(of(court, "/facts"), {{field, "no-such-outcome"}}).status == 422);
  CHECK(head.follow(head.post(of(court, "/facts"), {{field, "referral-order"}}))
            .shows("Referral order"));
  CHECK(head.get("/retention").shows("Courtley"));
  // Long custody has no period: somebody sets a day.
  head.post(of(court, "/facts"), {{field, "section-250"}});
  CHECK(head.get("/retention?show=no-period").shows("Courtley"));
  CHECK(head.post(of(court, "/decision"),
                  {{"kind", "erase"}, {"ground", "period-over"}, {"reason", "Too long"}})
            .status == 422);
  CHECK(head.follow(head.post(of(court, "/decision"), {{"kind", "keep"},
                                                       {"reason", "The sentence runs"},
                                                       {"keep_until-day", "1"},
                                                       {"keep_until-month", "6"},
                                                       {"keep_until-year", "2030"}}))
            .shows("The file is kept until that day"));
  CHECK_FALSE(head.get("/retention?show=no-period").shows("Courtley"));
  static_cast<void>(unborn);
}

TEST_CASE("an order's file is reduced to a basic record before its time is over") {
  Setting setting;
  const Date four_years_ago{std::chrono::year{2022}, std::chrono::January, std::chrono::day{3}};
  const auto file = setting.child("Courtley", born, four_years_ago, domain::CaseKind::Court);
  auto manager = setting.signed_in("Practice manager");
  const auto page = manager.get(of(file));
  const auto at = page.body.find("name=\"outcome-");
  REQUIRE(at != std::string::npos);
  manager.post(of(file, "/facts"), {{page.body.substr(at + 6, 34), "youth-rehabilitation-order"}});
  CHECK(manager.get(of(file)).shows("Reduce it to a basic record"));
  CHECK(manager
            .post(of(file, "/decision"),
                  {{"kind", "reduce"}, {"ground", "period-over"}, {"reason", "Enough"}})
            .status == 303);
  auto head = setting.signed_in("Head of service");
  const auto done = head.follow(
      head.post(of(file, "/confirmation"),
                {{"decision", decision_in(head.get(of(file)))}, {"answer", "confirm"}}));
  CHECK(done.shows("The file is reduced to a basic record"));
  CHECK(done.shows("Courtley"));
  CHECK(casework::open_child(setting.people.gate, setting.asker("Head of service"), file));
}

TEST_CASE("whoever may not review files finds none to review") {
  Setting setting;
  const auto file = setting.child("Quagmarten", born, long_ago);
  auto practitioner = setting.signed_in("Practitioner");
  const auto queue = practitioner.get("/retention");
  CHECK(queue.status == 200);
  CHECK_FALSE(queue.shows("Quagmarten"));
  CHECK(practitioner.get(of(file)).status == 403);
}
