#include <doctest/doctest.h>

#include <algorithm>
#include <set>

#include "accounts/account_news.hpp"
#include "accounts/acts.hpp"
#include "casework/children.hpp"
#include "casework/file_marks.hpp"
#include "casework/people.hpp"
#include "store/people.hpp"
#include "tests/access/a_service.hpp"

// What was done is told by its line of the trail, and those whom it concerns are told of it.
namespace northlight::testing {
namespace {

using accounts::parts_of_act;

template <typename F>
void everywhere(F test) {
  for (const auto engine : engines()) {
    CAPTURE(std::string(store::name_of(engine)));
    AService service(engine);
    test(service);
  }
}

template <typename T>
T must(Result<T> result) {
  if (!result) FAIL(result.error().message << " " << result.error().where);
  return *std::move(result);
}

std::string last_act(const AService& service) { return service.last_line().action; }

/// For the days from today, the first and the last included.
accounts::NewCover cover_of(const AService& service, domain::PersonId absent,
                            domain::PersonId covering, int days) {
  const auto today = platform::day_in_london(service.now);
  return {absent, covering, service.organisation("service"), service.now,
          platform::start_of_day_in_london(add_days(today, days))};
}

store::RoleRow role_of(const AService& service, domain::PersonId person) {
  return must(service.database->read(
                  [&](store::Session& session) { return store::roles_of(session, person); }))
      .back();
}

accounts::AccountNews news_to(const AService& service, domain::PersonId person) {
  return must(accounts::account_news(*service.database, *service.gate, service.asker(person)));
}

}  // namespace

TEST_CASE("nobody lends themself what another sees") {
  everywhere([](AService& service) {
    const auto manager = service.person("practice-manager", "North");
    const auto other = service.person("practice-manager", "South");
    const auto absent = service.person("practitioner", "South");
    const auto file = service.child("Skua", "South", absent);
    const auto mine =
        casework::arrange_cover(*service.gate, service.asker(manager),
                                cover_of(service, absent, manager, 7), "Annual leave.");
    REQUIRE_FALSE(mine);
    CHECK(mine.error().where == "covering");
    CHECK(mine.error().message.find("Nobody lends themself") != std::string::npos);
    CHECK(service.last_line().outcome == "failed");
    CHECK_FALSE(casework::open_child(*service.gate, service.asker(manager), file));
    CHECK(casework::arrange_cover(*service.gate, service.asker(other),
                                  cover_of(service, absent, manager, 7), "Annual leave."));
    CHECK(casework::open_child(*service.gate, service.asker(manager), file));
  });
}

TEST_CASE("cover is lent for as long as the policy says, and begins soon") {
  everywhere([](AService& service) {
    const auto manager = service.person("practice-manager", "North");
    const auto absent = service.person("practitioner", "North");
    const auto covering = service.person("practitioner", "South");
    const auto& rule = shipped_policy().cover();
    const auto days = static_cast<int>(rule.longest_days);
    const auto by = service.asker(manager);
    const auto longer = casework::arrange_cover(
        *service.gate, by, cover_of(service, absent, covering, days + 1), "Annual leave.");
    CHECK(longer.error().where == "until");
    CHECK(longer.error().message.find("42 days at most") != std::string::npos);
    CHECK(casework::arrange_cover(*service.gate, by, cover_of(service, absent, covering, days),
                                  "Annual leave."));
    auto late = cover_of(service, absent, covering, 1);
    const auto today = platform::day_in_london(service.now);
    late.from = platform::start_of_day_in_london(add_days(today, rule.days_ahead + 1));
    late.until = late.from + std::chrono::hours(24);
    CHECK(casework::arrange_cover(*service.gate, by, late, "Annual leave.").error().where ==
          "from");
  });
}

TEST_CASE("cover that would lend nothing, or that stands already, is not arranged") {
  everywhere([](AService& service) {
    const auto by = service.asker(service.person("practice-manager", "North"));
    const auto absent = service.person("practitioner", "North");
    const auto covering = service.person("practitioner", "South");
    const auto arrange = [&](domain::PersonId who, int days) {
      return casework::arrange_cover(*service.gate, by, cover_of(service, absent, who, days),
                                     "Annual leave.");
    };
    for (const auto* const role : {"board-member", "administrator", "log-auditor"}) {
      CAPTURE(role);
      const auto refused = arrange(service.person(role), 3);
      REQUIRE_FALSE(refused);
      CHECK(refused.error().where == "covering");
    }
    CHECK(arrange(covering, 3));
    CHECK(arrange(covering, 3).error().code == ErrorCode::Conflict);
    CHECK(arrange(covering, 5).error().code == ErrorCode::Conflict);
    CHECK(service.asker(covering).covers.size() == 1);
    CHECK(arrange(service.person("practitioner", "South"), 3));
  });
}

TEST_CASE("cover without a word of why is not arranged") {
  everywhere([](AService& service) {
    const auto manager = service.person("practice-manager", "North");
    const auto absent = service.person("practitioner", "North");
    const auto covering = service.person("practitioner", "South");
    for (const auto& reason : {std::string("  "), std::string(301, 'x')})
      CHECK(casework::arrange_cover(*service.gate, service.asker(manager),
                                    cover_of(service, absent, covering, 3), reason)
                .error()
                .where == "reason");
    CHECK(service.asker(covering).covers.empty());
  });
}

TEST_CASE("the line of cover says for whom and for which days, and those concerned are told") {
  everywhere([](AService& service) {
    const auto manager = service.person("practice-manager", "North");
    const auto head = service.person("head-of-service");
    const auto absent = service.person("practitioner", "North");
    const auto covering = service.person("practitioner", "South");
    const auto stranger = service.person("practitioner", "South");
    REQUIRE(casework::arrange_cover(*service.gate, service.asker(manager),
                                    cover_of(service, absent, covering, 3), " Annual leave. "));
    CHECK(last_act(service) ==
          "cover-arranged:absent=" + absent.text() + ";from=2026-11-23;last-day=2026-11-25");
    CHECK(service.last_line().justification == "Annual leave.");
    for (const auto& person : {absent, covering}) {
      const auto news = news_to(service, person);
      REQUIRE(news.own.size() == 1);
      CHECK(news.own.front().by == manager);
      CHECK(news.own.front().about == covering);
      CHECK(news.people.contains(absent));
    }
    const auto to_head = news_to(service, head);
    REQUIRE(to_head.others.size() == 1);
    CHECK(to_head.others.front().by == manager);
    CHECK(last_act(service) == "told-of-changes");
    for (const auto& person : {manager, stranger}) CHECK(news_to(service, person).empty());
    service.now += std::chrono::days(shipped_policy().days_told() + 1);
    CHECK(news_to(service, head).empty());
  });
}

TEST_CASE("whose second factor is reset is told, and a second person with them") {
  everywhere([](AService& service) {
    const auto first = service.person("administrator");
    const auto head = service.person("head-of-service");
    const auto worker = service.person("practitioner", "North");
    const auto organisation = service.organisation("service");
    const auto keys = platform::Keys::for_this_run();
    REQUIRE(
        casework::reset_second_factor(*service.gate, service.asker(first), organisation, worker));
    CHECK(last_act(service) == "second-factor-forgotten");
    REQUIRE(
        casework::new_set_up_link(*service.gate, keys, service.asker(first), organisation, worker));
    CHECK(last_act(service) == "set-up-link-made");
    const auto own = news_to(service, worker);
    REQUIRE(own.own.size() == 2);
    CHECK(own.own[0].by == first);
    CHECK(own.others.empty());
    CHECK(news_to(service, first).empty());
    // Whoever else manages people is told, and the head of service whether there is one or not.
    CHECK(news_to(service, head).others.size() == 2);
    const auto second = service.person("administrator");
    CHECK(news_to(service, second).others.size() == 2);
    CHECK(news_to(service, head).others.size() == 2);
    CHECK(news_to(service, service.person("practice-manager", "North")).others.empty());
  });
}

TEST_CASE("nobody lets somebody in without a second person who is told") {
  everywhere([](AService& service) {
    const auto administrator = service.person("administrator");
    const auto head = service.person("head-of-service");
    const auto auditor = service.person("log-auditor");
    const auto worker = service.person("practitioner", "North");
    const auto organisation = service.organisation("service");
    const auto today = platform::day_in_london(service.now);
    const auto keys = platform::Keys::for_this_run();
    const accounts::NewRole as_head{
        .role = "head-of-service", .organisation = organisation, .from = today};
    const auto by = service.asker(administrator);
    const auto joined = must(casework::add_person(
        *service.gate, keys, by, {"Ghost Testington", "ghost@hollowbeck.example", as_head}));
    REQUIRE(casework::give_role(*service.gate, by, worker, as_head));
    for (const auto& told : {head, auditor}) {
      const auto news = news_to(service, told).others;
      REQUIRE(news.size() == 2);
      CHECK(news[0].about == worker);
      CHECK(news[0].act.starts_with("role-given:role=head-of-service"));
      CHECK(news[1].about == joined.person);
      CHECK(news[1].act.starts_with("person-add:role=head-of-service"));
      CHECK(news[1].by == administrator);
    }
    CHECK(news_to(service, administrator).others.empty());
    CHECK(news_to(service, service.person("practice-manager", "North")).others.empty());
  });
}

TEST_CASE("what is done with people leaves a line that says what, each its own") {
  everywhere([](AService& service) {
    const auto administrator = service.person("administrator");
    const auto by = service.asker(administrator);
    const auto organisation = service.organisation("service");
    auto& gate = *service.gate;
    const auto keys = platform::Keys::for_this_run();
    const auto today = platform::day_in_london(service.now);
    const auto joined = must(casework::add_person(gate, keys, by,
                                                  {"Robin Invented",
                                                   "robin@hollowbeck.example",
                                                   {.role = "practitioner",
                                                    .organisation = organisation,
                                                    .team = service.team("North"),
                                                    .from = today}}));
    CHECK(last_act(service) ==
          "person-add:role=practitioner;team=" + service.team("North").text() + ";from=2026-11-23");
    const auto file = service.child("Tern", "North", joined.person);
    REQUIRE(casework::move_team(gate, by,
                                {organisation, joined.person, role_of(service, joined.person).id},
                                {service.team("South"), today, accounts::Cases::GoAlong}));
    const auto moved = service.last_line();
    CHECK(parts_of_act(moved.action).code == "team-changed");
    CHECK(parts_of_act(moved.action).fact("cases") == "go");
    CHECK(moved.listed == file.text());
    REQUIRE(casework::add_team(gate, by, organisation, "West"));
    CHECK(parts_of_act(last_act(service)).code == "team-add");

    // A role that is ended before it began leaves no row: its two lines say which it was.
    REQUIRE(casework::give_role(
        gate, by, joined.person,
        {.role = "victim-worker", .organisation = organisation, .from = today}));
    CHECK(last_act(service) == "role-given:role=victim-worker;from=2026-11-23");
    const auto held = must(service.database->read(
        [&](store::Session& session) { return store::roles_of(session, joined.person); }));
    const auto given = std::ranges::find(held, "victim-worker", &store::RoleRow::role);
    REQUIRE(given != held.end());
    REQUIRE(casework::end_role(gate, by, {organisation, joined.person, given->id},
                               add_days(today, -1)));
    CHECK(last_act(service) == "role-ended:role=victim-worker;from=2026-11-23;last-day=2026-11-22");
    REQUIRE(casework::leave(gate, by, organisation, joined.person, today));
    CHECK(last_act(service) == "person-leave:last-day=2026-11-23");
  });
}

TEST_CASE("what is done with a file's marks leaves a line that says what, each its own") {
  everywhere([](AService& service) {
    const auto head = service.person("head-of-service");
    const auto other = service.person("practice-manager", "North");
    const auto by = service.asker(head);
    const auto file = service.child("Wigeon", "North");
    auto& gate = *service.gate;
    std::vector<std::string> codes;
    const auto acted = [&](const Status& done_so) {
      if (!done_so) FAIL(done_so.error().message);
      codes.push_back(parts_of_act(last_act(service)).code);
    };
    acted(casework::restrict_file(gate, by, file, "Close to staff", {head, other}));
    CHECK(parts_of_act(last_act(service)).fact("named") == head.text() + "+" + other.text());
    acted(casework::unname_on_file(gate, by, file, other));
    acted(casework::name_on_file(gate, by, file, other));
    acted(casework::lift_restriction(gate, by, file));
    acted(casework::hold_file(gate, by, file, "The same words"));
    acted(casework::release_hold(gate, by, file, "The same words"));
    acted(casework::declare_conflict(gate, by, file, other, "A neighbour"));
    acted(casework::lift_conflict(gate, by, file, other));
    CHECK(codes == std::vector<std::string>{"file-restricted", "person-unnamed", "person-named",
                                            "restriction-lifted", "file-held", "hold-released",
                                            "conflict-declared", "conflict-lifted"});
  });
}

TEST_CASE("the line of an allocation says who had the case before, and whose part ends") {
  everywhere([](AService& service) {
    const auto manager = service.person("practice-manager", "North");
    const auto first = service.person("practitioner", "North");
    const auto second = service.person("practitioner", "North");
    const auto file = service.child("Avocet", "North", first);
    const auto by = service.asker(manager);
    const auto the_case = service.case_of(file);
    REQUIRE(casework::allocate(*service.gate, by, file, the_case, {service.team("North"), second}));
    auto act = parts_of_act(last_act(service));
    CHECK(act.code == "case-allocated");
    CHECK(act.fact("before") == first.text());
    CHECK(act.fact("part") == "lead");
    REQUIRE(casework::allocate(
        *service.gate, by, file, the_case,
        {service.team("North"), first, domain::WorkPart::Alongside, std::nullopt}));
    const auto about = [&] {
      return must(service.database->read([](store::Session& session) {
        return session.value<std::string>(
            "select coalesce(about_id, '') from audit_entry where action like 'allocation-ended%'");
      }));
    };
    const auto page = must(casework::open_child(*service.gate, by, file));
    const auto alongside = std::ranges::find(page.allocations, domain::WorkPart::Alongside,
                                             &store::AllocationRow::part);
    REQUIRE(alongside != page.allocations.end());
    REQUIRE(casework::end_allocation(*service.gate, by, file, alongside->id));
    CHECK(about() == first.text());
    REQUIRE(casework::close_case(*service.gate, by, file, the_case,
                                 platform::day_in_london(service.now)));
    act = parts_of_act(last_act(service));
    CHECK(act.code == "case-closed");
    CHECK(act.fact("day") == "2026-11-23");
  });
}

}  // namespace northlight::testing
