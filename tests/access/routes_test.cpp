#include <doctest/doctest.h>

#include "tests/access/route_matrix.hpp"

// The whole site over HTTP, as each role and as a stranger. What fails here is either a route that
// asks for the wrong thing or a row that was written without thinking; which it is, is for a person
// to say.
namespace northlight::testing {
namespace {

std::string lines(const std::vector<std::string>& faults) {
  std::string all;
  for (const auto& fault : faults) all += fault + "\n";
  return all;
}

}  // namespace

TEST_CASE("every route has a row that says whom it is for and what it asks") {
  SiteUnderTest site({}, SignInThere::Yes);
  const auto faults = lines(rows_against_routes(route_rows(), site.routes()));
  CHECK(faults == "");
}

TEST_CASE("a stranger cannot tell an address that somebody has from one that nobody has") {
  SiteUnderTest site({}, SignInThere::Yes);
  const auto faults = lines(ask_as_stranger(site, route_rows()));
  CHECK(faults == "");
}

TEST_CASE("each role is answered by each route about a file as its tables expect") {
  SiteUnderTest site({}, SignInThere::Yes);
  const auto faults = lines(ask_about_files(site, route_rows()));
  CHECK(faults == "");
}

TEST_CASE("each role is answered by each route about an organisation as its tables expect") {
  SiteUnderTest site({}, SignInThere::Yes);
  const auto faults = lines(ask_about_organisations(site, route_rows()));
  CHECK(faults == "");
}

TEST_CASE("everybody who signs in has what is their own") {
  SiteUnderTest site({}, SignInThere::Yes);
  const auto faults = lines(ask_for_own(site, route_rows()));
  CHECK(faults == "");
}

}  // namespace northlight::testing
