#pragma once

#include <array>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "domain/access.hpp"

namespace northlight::testing {

enum class Expected { Denied, Allowed, NeedsReason };

/// What tests/access/expected/<role>.txt says.
struct ExpectedOfRole {
  using Row = std::array<Expected, domain::relation_count>;
  std::map<domain::Action, Row> child{};
  std::map<domain::Action, Row> victim{};
  std::set<domain::Action> organisation{};
};

/// A row of marks.txt.
struct ExpectedOfMark {
  std::string role;  ///< "*": of every role that has no row of its own.
  domain::Mark mark;
  bool named;
  std::string changes;  ///< "all-denied", "nothing" or "<action>-denied".
};

/// Each stops the test for a row that is missing, twice there or cannot be read.
ExpectedOfRole expected_of(const std::string& role);
std::vector<ExpectedOfMark> expected_of_marks();
std::vector<std::string> roles_with_expectations();

}  // namespace northlight::testing
