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
  std::string asks;      ///< "file read-file", "organisation see-people", "reason", "own" or "-".
  std::string body{};    ///< What a POST sends besides its token: urlencoded, as little as will do.

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
