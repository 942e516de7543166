#include "tests/access/route_rows.hpp"

#include <algorithm>
#include <fstream>
#include <set>
#include <stdexcept>

#include "base/text.hpp"
#include "domain/access.hpp"

namespace northlight::testing {
namespace {

std::string_view words(web::Audience audience) {
  switch (audience) {
    case web::Audience::Everyone:
      return "everyone";
    case web::Audience::SignedIn:
      return "signed-in";
    case web::Audience::ByLink:
      return "by-link";
    case web::Audience::Stranger:
      return "stranger";
  }
  return "";
}

bool is_action(std::string_view asks, std::string_view about, bool of_a_file) {
  if (!asks.starts_with(about)) return false;
  const auto action = domain::parse_action(asks.substr(about.size()));
  return action && domain::is_about_a_file(*action) == of_a_file;
}

bool says_something(const RouteRow& row) {
  if (row.audience == "by-link") return row.asks == "own";
  if (row.audience != "signed-in") return row.asks == "-";
  return row.asks == "own" || (row.asks == "reason" && row.is_of_files()) ||
         (is_action(row.asks, "file ", true) && row.is_of_files()) ||
         (is_action(row.asks, "child ", true) && row.pattern.starts_with("/children/:file")) ||
         (is_action(row.asks, "victim ", true) && row.pattern.starts_with("/victims/:file")) ||
         is_action(row.asks, "organisation ", false);
}

}  // namespace

std::vector<RouteRow> route_rows() {
  std::ifstream in(std::string(NORTHLIGHT_SOURCE_DIR) + "/tests/access/routes.csv");
  std::vector<RouteRow> all;
  for (std::string line; std::getline(in, line);) {
    if (line.empty() || line.starts_with('#') || line.starts_with("method,")) continue;
    const auto parts = split(line, ',');
    if (parts.size() < 4 || parts.size() > 6)
      throw std::runtime_error("tests/access/routes.csv: this is no row: " + line);
    all.push_back({std::string(parts[0]), std::string(parts[1]), std::string(parts[2]),
                   std::string(parts[3]), std::string(parts.size() > 4 ? parts[4] : ""),
                   std::string(parts.size() > 5 ? parts[5] : "")});
  }
  return all;
}

std::vector<std::string> rows_against_routes(const std::vector<RouteRow>& rows,
                                             const std::vector<web::Router::Route>& routes) {
  std::vector<std::string> faults;
  for (const auto& route : routes) {
    const auto name = std::string(web::name_of(route.method)) + " " + route.pattern;
    const auto row = std::ranges::find_if(
        rows, [&](const RouteRow& each) { return each.method + " " + each.pattern == name; });
    if (row == rows.end())
      faults.push_back(name + ": tests/access/routes.csv has no row for this route");
    else if (row->audience != words(route.options.audience))
      faults.push_back(name + ": is for " + std::string(words(route.options.audience)));
  }
  std::set<std::string> seen;
  for (const auto& row : rows) {
    const auto name = row.method + " " + row.pattern;
    if (!seen.insert(name).second) faults.push_back(name + ": is twice there");
    if (!says_something(row)) faults.push_back(name + ": cannot ask \"" + row.asks + "\"");
  }
  return faults;
}

}  // namespace northlight::testing
