#pragma once

#include <string>
#include <vector>

#include "web/router.hpp"

namespace northlight::testing {

/// A row of routes.csv.
struct RouteRow {
  std::string method;
  std::string pattern;
  std::string audience;  ///< "everyone", "stranger", "signed-in" or "by-link".
  std::string asks;  ///< "file read-file", "victim read-file", "organisation see-people" and so on.
  /// What a POST sends besides its token: urlencoded, as little as will do. ":decision" and the
  /// like stand for what is put into addresses.
  std::string body{};
  /// What whoever is let through is answered where that is no success: "422" for a form that says
  /// what is missing. Empty: 2xx or 3xx.
  std::string answers{};

  /// The address is of a child's file: at it there is no victim's.
  bool is_of_a_child() const { return asks.starts_with("child "); }
  /// The other way round.
  bool is_of_a_victim() const { return asks.starts_with("victim "); }
  bool is_of_files() const { return pattern.find("/:file") != std::string::npos; }
  friend bool operator==(const RouteRow&, const RouteRow&) = default;
};

/// Stops the test for a line that cannot be read.
std::vector<RouteRow> route_rows();

/// Each way in which routes and rows do not agree, in words: a route without a row, a row twice
/// there, another audience, a word that is none.
std::vector<std::string> rows_against_routes(const std::vector<RouteRow>& rows,
                                             const std::vector<web::Router::Route>& routes);

}  // namespace northlight::testing
