#include <doctest/doctest.h>

#include <algorithm>

#include "tests/access/a_file.hpp"
#include "tests/access/asked_route.hpp"
#include "tests/access/expected.hpp"
#include "tests/access/route_rows.hpp"
#include "tests/journeys/link_desk.hpp"

// The whole site over HTTP as a child and as a parent, who come by a personal link, with one mark
// at a time: routes.csv says which few routes are theirs, and expected/ what they are then allowed.
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

domain::PersonId whose_link(SiteUnderTest& site, const std::string& file,
                            const std::string& relation) {
  const auto found = site.database().read([&](store::Session& session) {
    return session.row<std::string>(
        "select holder_id from sight where file_id = :file and relation = :relation",
        {{"file", file}, {"relation", relation}});
  });
  REQUIRE(found);
  REQUIRE(*found);
  return *domain::PersonId::parse(**found);
}

/// A mark that lies on the file alone, and whether whoever has come by a link is named on it.
struct LinkMark {
  std::optional<domain::Mark> mark{};
  bool named = false;
};

/// What expected/ says of the role whose links these are, by its table and by marks.txt.
Expected expected_by_link(const std::string& relation, domain::Action action,
                          const LinkMark& lies) {
  const std::string role = relation == "themself" ? "child-by-link" : "parent-by-link";
  if (lies.mark) {
    std::string changes;
    for (const auto& row : expected_of_marks())
      if (row.mark == *lies.mark && row.named == lies.named &&
          (row.role == role || (row.role == "*" && changes.empty())))
        changes = row.changes;
    if (changes == "all-denied" || changes == std::string(code(action)) + "-denied")
      return Expected::Denied;
  }
  const auto tables = expected_of(role);
  const auto& table = lies.mark == domain::Mark::VictimWalled ? tables.victim : tables.child;
  return table.at(action).at(static_cast<std::size_t>(*domain::parse_relation(relation)));
}

Met met_by_link(const RouteRow& row, const std::string& relation, const LinkMark& lies) {
  if (row.audience == "signed-in") return Met::Hidden;
  const auto action = row.pattern == "/mine" ? domain::Action::ReadShared : domain::Action::SayOwn;
  if (expected_by_link(relation, action, lies) != Expected::Allowed) return Met::Hidden;
  // Only the child takes back what they agreed to.
  const bool of_the_child = row.pattern == "/mine/sharing/:shared/stop";
  return of_the_child && relation == "parent" ? Met::Refused : Met::LetThrough;
}

/// Asks every route as the child or a parent whose file bears that mark since they came in.
void ask_by_link(const std::string& relation, const LinkMark& lies) {
  LinkDesk desk;
  Visit visit(desk.site);
  REQUIRE(desk.set_up(visit, desk.give(relation), "a kite in june").status == 200);
  if (relation == "themself") desk.give("parent");
  desk.share("parent", "A plan for the summer", "agreed-by-child");
  if (lies.mark)
    put_mark(desk.site, desk.file, whose_link(desk.site, desk.file, relation), *lies.mark,
             lies.named);
  const InAddress own{{":file", desk.file}, {":shared", first_shared(desk.site)}};
  Asking asking(visit);
  int theirs = 0;
  int others = 0;
  for (const auto& row : rows_for_who_is_inside()) {
    CAPTURE(row.method);
    CAPTURE(row.pattern);
    desk.site.people().clock.go_on(std::chrono::seconds{1});
    const auto asked = asking.ask(row, own, row.body);
    CAPTURE(asked.wrong);
    if (row.pattern == "/mine/leave") {
      CHECK(asked.wrong == "303 /mine/closed");
      continue;
    }
    ++(row.audience == "signed-in" ? others : theirs);
    const auto wanted = met_by_link(row, relation, lies);
    CHECK(words(asked.met) == words(wanted));
    if (wanted == Met::Hidden) CHECK(asked.same_as_nowhere);
    if (row.audience == "by-link") CHECK(asked.filled);
  }
  CHECK(theirs == 3);
  CHECK(others > 100);
}

}  // namespace

TEST_CASE("a child and a parent are answered by the routes that are theirs and by no other") {
  for (const std::string relation : {"themself", "parent"}) {
    CAPTURE(relation);
    ask_by_link(relation, {});
  }
}

TEST_CASE("a mark on the file closes a child's and a parent's link as their tables expect") {
  using domain::Mark;
  for (const std::string relation : {"themself", "parent"})
    for (const auto& lies : {LinkMark{Mark::Restricted}, LinkMark{Mark::Restricted, true},
                             LinkMark{Mark::VictimWalled}, LinkMark{Mark::ConflictOfInterest},
                             LinkMark{Mark::LegalHold}}) {
      CAPTURE(relation);
      CAPTURE(code(*lies.mark));
      CAPTURE(lies.named);
      ask_by_link(relation, lies);
    }
}

}  // namespace northlight::testing
