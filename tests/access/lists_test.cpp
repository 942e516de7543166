#include <doctest/doctest.h>

#include <algorithm>

#include "store/victims.hpp"
#include "tests/access/a_world.hpp"

// A list is what `may` would let somebody find of every file there is: no more, no less, whatever
// the sight, the marks, the roles and the moment.
namespace northlight::testing {
namespace {

using domain::FileId;

/// All pages of the list, three at a time, and how many the count says.
std::set<std::string> found_by_list(AService& service, const accounts::Asker& asker,
                                    const accounts::Among& whose) {
  std::set<std::string> found;
  std::vector<std::string> order;
  std::optional<FileId> after;
  do {
    const auto page = casework::list_children(*service.gate, asker, whose, after, 3);
    REQUIRE(page);
    for (const auto& child : page->children) {
      CHECK(found.insert(child.file.text()).second);
      order.push_back(child.sort_name.reveal() + " " + child.file.text());
    }
    after = page->next;
  } while (after);
  CHECK(std::ranges::is_sorted(order));
  const auto counted = service.gate->list(
      asker, whose,
      [](store::Session& session, const store::ListGrant& grant) {
        return store::count_children(session, grant);
      },
      [](std::int64_t) { return std::vector<accounts::Shown>{}; });
  CHECK(counted.value_or(-1) == static_cast<std::int64_t>(found.size()));
  return found;
}

std::set<std::string> found_victims(AService& service, const accounts::Asker& asker,
                                    const accounts::Among& whose) {
  const auto listed = service.gate->list(
      asker, whose,
      [](store::Session& session, const store::ListGrant& grant) {
        return store::victims(session, grant, {}, 100);
      },
      [](const auto&) { return std::vector<accounts::Shown>{}; });
  REQUIRE(listed);
  std::set<std::string> found;
  for (const auto& each : *listed) found.insert(each.file.text());
  return found;
}

}  // namespace

TEST_CASE("a list equals the filter by the decision, over random sight, marks, roles and moments") {
  for (const auto engine : engines()) {
    AService service(engine);
    std::size_t seen = 0;
    std::size_t lent = 0;
    for (unsigned seed = 1; seed <= 4; ++seed) {
      World world(service, seed);
      world.fill();
      for (int i = 0; i < 25; ++i) {
        CAPTURE(seed);
        CAPTURE(i);
        const auto asker = world.asker();
        const auto whose = world.some_of(asker);
        const auto listed = world.only_here(found_by_list(service, asker, whose));
        CHECK(listed == world.opened_to(asker, whose, false));
        CHECK(world.only_here(found_victims(service, asker, whose)) ==
              world.opened_to(asker, whose, true));
        seen += listed.size();
        if (whose.lent_by) lent += listed.size();
      }
    }
    CHECK(seen > 100);  // Otherwise this compared nothing with nothing.
    CHECK(lent > 10);
  }
}

}  // namespace northlight::testing
