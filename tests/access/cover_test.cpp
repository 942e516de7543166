#include <doctest/doctest.h>

#include <algorithm>

#include "accounts/may.hpp"
#include "accounts/scope.hpp"
#include "casework/children.hpp"
#include "casework/file_marks.hpp"
#include "casework/people.hpp"
#include "casework/victims.hpp"
#include "tests/access/a_service.hpp"

// What cover lends: the cases of whoever is away and those of their teams, and of what both roles
// allow there no more (docs/decisions/0010).
namespace northlight::testing {
namespace {

using domain::Action;
using domain::Relation;

struct Away {
  explicit Away(store::Engine engine) : service(engine) {}

  /// Somebody of the team North, for whom somebody of the team South covers from now on.
  void cover(std::string_view role_away, std::string_view role_covering) {
    absent = service.person(role_away, "North");
    covering = service.person(role_covering, "South");
    service.write([&](store::Transaction& transaction) {
      return accounts::arrange_cover(
          transaction, shipped_policy(), {.at = service.now},
          {absent, covering, service.organisation("service"), service.now, noon("2026-12-01")});
    });
  }
  accounts::Decision may(Action action, domain::FileId file) {
    const auto asker = service.asker(covering);
    const auto how = service.database->read(
        [&](store::Session& session) { return accounts::standing(session, asker, file); });
    if (!how) throw std::runtime_error(how.error().message);
    return accounts::may(shipped_policy(), asker, action, *how);
  }
  bool may_at_once(Action action, domain::FileId file) {
    return std::holds_alternative<accounts::Allowed>(may(action, file));
  }
  domain::FileId victim(std::string_view team) {
    const auto made = casework::add_victim(
        *service.gate, service.asker(service.person("victim-worker")),
        service.organisation("service"), "V-" + std::string(team),
        {.opened_on = platform::day_in_london(service.now), .worker = {service.team(team), {}}});
    if (!made) throw std::runtime_error(made.error().message);
    return *made;
  }
  std::size_t lent() {
    const auto page =
        casework::list_children(*service.gate, service.asker(covering),
                                accounts::Among(accounts::any_relation, absent), {}, 100);
    REQUIRE(page);
    return page->children.size();
  }

  AService service;
  domain::PersonId absent{IdBits{}};
  domain::PersonId covering{IdBits{}};
};

template <typename Test>
void away_on_both(Test test) {
  for (const auto engine : engines()) {
    Away it(engine);
    test(it);
  }
}

}  // namespace

TEST_CASE("a manager can be covered: another manager countersigns and allocates in their team") {
  away_on_both([](Away& it) {
    const auto file = it.service.child("Dunlin", "North");
    it.cover("practice-manager", "practice-manager");
    for (const auto action :
         {Action::ReadFile, Action::WriteRecord, Action::Countersign, Action::Allocate})
      CHECK(it.may_at_once(action, file));
    CHECK(it.lent() == 1);
    it.service.now = noon("2026-12-01");
    CHECK_FALSE(it.may_at_once(Action::ReadFile, file));
    CHECK(it.lent() == 0);
  });
}

TEST_CASE("a practitioner who covers for a manager reads and writes, and becomes no manager") {
  away_on_both([](Away& it) {
    const auto file = it.service.child("Dunlin", "North");
    const auto victims = it.victim("North");
    it.cover("practice-manager", "practitioner");
    CHECK(it.may_at_once(Action::ReadFile, file));
    CHECK(it.may_at_once(Action::SignRecord, file));
    for (const auto action :
         {Action::Countersign, Action::Allocate, Action::MarkFile, Action::PrepareSubjectAccess})
      CHECK(std::holds_alternative<accounts::Denied>(it.may(action, file)));
    CHECK(std::get<accounts::Denied>(it.may(Action::FindFile, victims)).hidden);
  });
}

TEST_CASE("nobody gets by cover what whoever is away could not do") {
  away_on_both([](Away& it) {
    const auto victims = it.victim("North");
    const auto file = it.service.child("Dunlin", "North");
    it.cover("business-support", "practice-manager");
    // Support finds the child and reads for a reason; a manager covering for them does no more.
    CHECK(it.may_at_once(Action::FindFile, file));
    CHECK(std::holds_alternative<accounts::NeedsReason>(it.may(Action::ReadFile, file)));
    CHECK(std::get<accounts::Denied>(it.may(Action::ReadFile, victims)).hidden);
  });
}

TEST_CASE("a restricted file is not lent, nor one to whose child who covers stands too near") {
  away_on_both([](Away& it) {
    const auto head = it.service.person("head-of-service");
    const auto restricted = it.service.child("Dunlin", "North");
    const auto near = it.service.child("Eider", "North");
    it.cover("practice-manager", "practice-manager");
    CHECK(it.lent() == 2);
    REQUIRE(casework::restrict_file(*it.service.gate, it.service.asker(head), restricted,
                                    "Invented.", {head, it.absent}));
    REQUIRE(casework::declare_conflict(*it.service.gate, it.service.asker(head), near, it.covering,
                                       "Invented."));
    for (const auto& file : {restricted, near})
      CHECK(std::get<accounts::Denied>(it.may(Action::FindFile, file)).hidden);
    CHECK(it.lent() == 0);
  });
}

TEST_CASE("whoever is away and leaves lends nothing from the day after") {
  away_on_both([](Away& it) {
    it.cover("practitioner", "practitioner");
    const auto file = it.service.child("Dunlin", "North", it.absent);
    CHECK(it.may_at_once(Action::ReadFile, file));
    it.service.write([&](store::Transaction& transaction) {
      return accounts::leave(transaction, {.at = it.service.now}, it.absent,
                             it.service.organisation("service"), day("2026-11-23"));
    });
    CHECK(it.may_at_once(Action::ReadFile, file));
    it.service.now = noon("2026-11-24");
    CHECK_FALSE(it.may_at_once(Action::ReadFile, file));
  });
}

TEST_CASE("somebody is told for whom they cover and until when, and which children that lends") {
  away_on_both([](Away& it) {
    it.service.child("Dunlin", "North");
    it.service.child("Eider", "South");
    it.cover("practice-manager", "practitioner");
    const auto covers = casework::own_covers(*it.service.database, it.service.asker(it.covering));
    REQUIRE(covers);
    REQUIRE(covers->size() == 1);
    CHECK(covers->front().cover.absent == it.absent);
    CHECK(covers->front().cover.until == noon("2026-12-01"));
    CHECK(it.lent() == 1);  // Not the one of their own team.
    const auto others = casework::own_covers(*it.service.database, it.service.asker(it.absent));
    REQUIRE(others);
    CHECK(others->empty());
  });
}

}  // namespace northlight::testing
