#include <doctest/doctest.h>

#include <algorithm>

#include "casework/children.hpp"
#include "casework/people.hpp"
#include "store/people.hpp"
#include "tests/access/a_service.hpp"

namespace northlight::testing {
namespace {

using accounts::Cases;
using domain::Relation;

/// A worker of the team North with one case, who is to move to the team South.
struct Moving {
  explicit Moving(store::Engine engine) : service(engine) {
    administrator = service.person("administrator");
    worker = service.person("practitioner", "North");
    of_north = service.person("practice-manager", "North");
    of_south = service.person("practice-manager", "South");
    file = service.child("Whimbrel", "North", worker);
  }

  Status move(Date from, Cases cases, std::string_view team = "South") {
    const auto held = service.database->read(
        [&](store::Session& session) { return store::roles_of(session, worker); });
    if (!held) return held.error();
    return casework::move_team(*service.gate, service.asker(administrator),
                               {service.organisation("service"), worker, held->back().id},
                               {service.team(team), from, cases});
  }
  bool sees(domain::PersonId person, accounts::Relations whose) {
    const auto page = casework::list_children(*service.gate, service.asker(person), whose, {}, 10);
    REQUIRE(page);
    return std::ranges::any_of(page->children,
                               [&](const auto& child) { return child.file == file; });
  }

  AService service;
  domain::PersonId administrator{IdBits{}};
  domain::PersonId worker{IdBits{}};
  domain::PersonId of_north{IdBits{}};
  domain::PersonId of_south{IdBits{}};
  domain::FileId file{IdBits{}};
};

}  // namespace

TEST_CASE(
    "who moves to another team takes their cases along, and their old team sees them no more") {
  for (const auto engine : engines()) {
    Moving it(engine);
    REQUIRE(it.sees(it.of_north, {Relation::TeamCase}));
    const auto moved = it.move(day("2026-11-23"), Cases::GoAlong);
    if (!moved) FAIL(moved.error().message);
    CHECK(it.sees(it.worker, {Relation::OwnCase}));
    CHECK(it.sees(it.of_south, {Relation::TeamCase}));
    CHECK_FALSE(it.sees(it.of_north, {Relation::TeamCase}));
  }
}

TEST_CASE("cases that stay are nobody's, and the team that keeps them sees them") {
  for (const auto engine : engines()) {
    Moving it(engine);
    REQUIRE(it.move(day("2026-11-23"), Cases::Stay));
    CHECK_FALSE(it.sees(it.worker, {Relation::OwnCase}));
    CHECK(it.sees(it.of_north, {Relation::TeamCase}));
    CHECK_FALSE(it.sees(it.of_south, {Relation::TeamCase}));
  }
}

TEST_CASE("nobody moves to their own team, or on a day to come, or is moved by who may not") {
  for (const auto engine : engines()) {
    Moving it(engine);
    CHECK(it.move(day("2026-11-23"), Cases::Stay, "North").error().where == "team");
    CHECK(it.move(day("2026-11-24"), Cases::Stay).error().where == "from");
    CHECK(it.move(day("2020-01-01"), Cases::Stay).error().where == "from");
    it.administrator = it.worker;
    CHECK_FALSE(it.move(day("2026-11-23"), Cases::Stay));
    CHECK(it.sees(it.of_north, {Relation::TeamCase}));
  }
}

}  // namespace northlight::testing
