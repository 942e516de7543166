#include "domain/access.hpp"

#include <doctest/doctest.h>

#include <set>
#include <string_view>

namespace northlight::domain {

TEST_CASE("every action, relation and mark has a code of its own that reads back") {
  std::set<std::string_view> seen;
  for (std::size_t i = 0; i < action_count; ++i) {
    const auto action = static_cast<Action>(i);
    CHECK(parse_action(code(action)) == action);
    CHECK(seen.insert(code(action)).second);
  }
  for (std::size_t i = 0; i < relation_count; ++i) {
    const auto relation = static_cast<Relation>(i);
    CHECK(parse_relation(code(relation)) == relation);
    CHECK(seen.insert(code(relation)).second);
  }
  for (std::size_t i = 0; i < mark_count; ++i) {
    const auto mark = static_cast<Mark>(i);
    CHECK(parse_mark(code(mark)) == mark);
    CHECK(seen.insert(code(mark)).second);
  }
  CHECK(code(Action::SeeFigures) == "see-figures");
  CHECK(code(Relation::None) == "none");
  CHECK(code(Mark::LegalHold) == "legal-hold");
}

TEST_CASE("a code that nobody gave is none") {
  CHECK_FALSE(parse_action("read").has_value());
  CHECK_FALSE(parse_relation("").has_value());
  CHECK_FALSE(parse_mark("Restricted").has_value());
}

TEST_CASE("a set of marks holds what was set and nothing else") {
  Marks marks{Mark::Restricted, Mark::LegalHold};
  CHECK(marks.has(Mark::Restricted));
  CHECK_FALSE(marks.has(Mark::VictimWalled));
  marks.set(Mark::VictimWalled);
  CHECK(marks.has(Mark::VictimWalled));
  CHECK(Marks{}.empty());
}

}  // namespace northlight::domain
