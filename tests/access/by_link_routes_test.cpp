#include <doctest/doctest.h>

#include <algorithm>

#include "tests/access/asked_route.hpp"
#include "tests/access/route_rows.hpp"
#include "tests/journeys/link_desk.hpp"

// The whole site over HTTP as a child and as a parent, who come by a personal link: routes.csv says
// which few routes are theirs.
namespace northlight::testing {
namespace {

using Met = AskedRoute::Met;

std::vector<RouteRow> rows_for_who_is_inside() {
  auto rows = route_rows();
  std::erase_if(rows, [](const RouteRow& row) {
    return row.method == "OPTIONS" || (row.audience != "signed-in" && row.audience != "by-link");
  });
  // Whoever has left asks for nothing more.
  std::ranges::stable_partition(rows,
                                [](const RouteRow& row) { return row.pattern != "/mine/leave"; });
  return rows;
}

std::string first_shared(SiteUnderTest& site) {
  const auto found = site.database().read([](store::Session& session) {
    return session.row<std::optional<std::string>>("select min(id) from shared", {});
  });
  REQUIRE(found);
  REQUIRE(*found);
  return (**found).value_or("");
}

}  // namespace

TEST_CASE("a child and a parent are answered by the routes that are theirs and by no other") {
  for (const std::string relation : {"themself", "parent"}) {
    LinkDesk desk;
    Visit visit(desk.site);
    REQUIRE(desk.set_up(visit, desk.give(relation), "a kite in june").status == 200);
    if (relation == "themself") desk.give("parent");
    desk.share("parent", "A plan for the summer", "agreed-by-child");
    const InAddress own{{":file", desk.file}, {":shared", first_shared(desk.site)}};
    Asking asking(visit);
    int theirs = 0;
    int others = 0;
    for (const auto& row : rows_for_who_is_inside()) {
      CAPTURE(relation);
      CAPTURE(row.method);
      CAPTURE(row.pattern);
      desk.site.people().clock.go_on(std::chrono::seconds{1});
      const auto asked = asking.ask(row, own, row.body);
      CAPTURE(asked.wrong);
      if (row.audience == "signed-in") {
        ++others;
        CHECK(asked.met == Met::Hidden);
        CHECK(asked.same_as_nowhere);
      } else if (row.pattern == "/mine/leave") {
        CHECK(asked.wrong == "303 /mine/closed");
      } else {
        ++theirs;
        CHECK(asked.filled);
        // Only the child takes back what they agreed to.
        const bool of_the_child = row.pattern == "/mine/sharing/:shared/stop";
        const bool refused = of_the_child && relation == "parent";
        CHECK(asked.met == (refused ? Met::Refused : Met::LetThrough));
      }
    }
    CHECK(theirs == 3);
    CHECK(others > 100);
  }
}

}  // namespace northlight::testing
