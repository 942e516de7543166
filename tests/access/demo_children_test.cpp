#include <doctest/doctest.h>

#include "accounts/scope.hpp"
#include "casework/links.hpp"
#include "cli/demo_children.hpp"
#include "tests/access/a_service.hpp"

namespace northlight::testing {

TEST_CASE("the demonstration has something to see and something hidden for each role") {
  AService service(store::Engine::Sqlite);
  const auto worker = service.person("practitioner", "North");
  const auto head = service.person("head-of-service", "North");
  const auto volunteer = service.person("community-volunteer");
  const auto partner = service.person("partner-contributor", "", "partner");
  const auto inspector = service.person("inspector", "", "inspectorate");
  for (const auto* const role : {"practice-manager", "victim-worker", "panel-member"})
    service.person(role, "North");
  for (const auto* const role : {"lead-inspector", "inspectorate-quality-reviewer"})
    service.person(role, "", "inspectorate");
  const auto added = cli::add_demo_children(*service.database, *service.gate, service.now);
  if (!added) FAIL(added.error().message << " " << added.error().where);

  const auto count = [&](domain::PersonId person, accounts::Relations whose) {
    const auto page = casework::list_children(*service.gate, service.asker(person), whose, {}, 100);
    REQUIRE(page);
    return page->children.size();
  };
  using enum domain::Relation;
  CHECK(count(head, accounts::any_relation) == 60);
  CHECK(count(worker, accounts::any_relation) == 58);  // Restricted, and a conflict.
  CHECK(count(worker, {OwnCase}) > 12);                // Their own, and lent by cover.
  CHECK(count(inspector, accounts::any_relation) == 8);
  CHECK(count(partner, accounts::any_relation) == 1);
  CHECK(count(volunteer, accounts::any_relation) == 1);
  CHECK(service.asker(worker).covers.size() == 1);
}

}  // namespace northlight::testing
