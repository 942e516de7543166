#include <doctest/doctest.h>

#include <algorithm>

#include "casework/children.hpp"
#include "casework/file_marks.hpp"
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

TEST_CASE("a case that begins later goes along, or is the team's alone from that day") {
  for (const auto engine : engines()) {
    for (const auto cases : {Cases::GoAlong, Cases::Stay}) {
      Moving it(engine);
      const auto first = it.service.person("practitioner", "North");
      const auto later = it.service.child("Turnstone", "North", first);
      REQUIRE(casework::allocate(
          *it.service.gate, it.service.asker(it.of_north), later, it.service.case_of(later),
          {it.service.team("North"), it.worker, domain::WorkPart::Lead, day("2026-12-01")}));
      REQUIRE(it.move(day("2026-11-23"), cases));
      it.file = later;
      CHECK_FALSE(it.sees(it.worker, {Relation::OwnCase}));
      CHECK(it.sees(first, {Relation::OwnCase}));
      it.service.now = noon("2026-12-01");
      CHECK(it.sees(it.worker, {Relation::OwnCase}) == (cases == Cases::GoAlong));
      CHECK(it.sees(it.of_south, {Relation::TeamCase}) == (cases == Cases::GoAlong));
      CHECK(it.sees(it.of_north, {Relation::TeamCase}) == (cases == Cases::Stay));
      CHECK_FALSE(it.sees(first, {Relation::OwnCase}));
    }
  }
}

TEST_CASE("nobody declares a conflict away from a case that is to begin") {
  for (const auto engine : engines()) {
    Moving it(engine);
    const auto first = it.service.person("practitioner", "North");
    const auto later = it.service.child("Turnstone", "North", first);
    REQUIRE(casework::allocate(
        *it.service.gate, it.service.asker(it.of_north), later, it.service.case_of(later),
        {it.service.team("North"), it.worker, domain::WorkPart::Lead, day("2026-12-01")}));
    const auto declared = casework::declare_conflict(
        *it.service.gate, it.service.asker(it.of_north), later, it.worker, "A neighbour");
    REQUIRE_FALSE(declared);
    CHECK(declared.error().code == ErrorCode::Conflict);
    CHECK(declared.error().where == "person");
    CHECK(declared.error().message.find("on 1 December 2026") != std::string::npos);
  }
}

TEST_CASE("whoever was added today and left yesterday is found among those who left") {
  for (const auto engine : engines()) {
    Moving it(engine);
    const auto organisation = it.service.organisation("service");
    const auto by = it.service.asker(it.administrator);
    it.service.write([&](store::Transaction& transaction) -> Status {
      NL_CHECK(transaction.run("update person set joined_on = '2026-11-23' where id = :id",
                               {{"id", it.worker.text()}}));
      NL_CHECK(transaction.run("update role_held set from_on = '2026-11-23' where person_id = :id",
                               {{"id", it.worker.text()}}));
      return done();
    });
    REQUIRE(casework::leave(*it.service.gate, by, organisation, it.worker, day("2026-11-22")));
    const auto found = [&](store::Leavers leavers) {
      const auto people = it.service.database->read([&](store::Session& session) {
        return store::people_of(session, organisation, day("2026-11-23"), leavers);
      });
      REQUIRE(people);
      return std::ranges::find(*people, it.worker, &store::Person::id) != people->end();
    };
    CHECK(found(store::Leavers::With));
    CHECK_FALSE(found(store::Leavers::Without));
    CHECK(it.service.asker(it.worker).roles.empty());
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
