#pragma once

#include <set>
#include <string>
#include <vector>

#include "tests/access/route_rows.hpp"
#include "tests/journeys/people_under_test.hpp"

/// Route x role x relation, with one mark at a time, over HTTP. What each route asks is in
/// routes.csv and what each role is then allowed in expected/, both written by hand. Each function
/// gives back every answer that is not what was expected, in words: none, when all is well.
namespace northlight::testing {

/// Which roles are tried; all, where it is empty.
using RoleCodes = std::set<std::string>;

/// Every route about a file, as each role, standing so and so to the file, with each mark; and
/// about one of another service to which they stand in no relation at all.
std::vector<std::string> ask_about_files(SiteUnderTest& site, const std::vector<RouteRow>& rows,
                                         const RoleCodes& roles = {});

/// Every route about an organisation and its people; somebody of another organisation answers as
/// nobody does.
std::vector<std::string> ask_about_organisations(SiteUnderTest& site,
                                                 const std::vector<RouteRow>& rows,
                                                 const RoleCodes& roles = {});

/// Every route that is somebody's own.
std::vector<std::string> ask_for_own(SiteUnderTest& site, const std::vector<RouteRow>& rows,
                                     const RoleCodes& roles = {});

/// Every route as a stranger: what is for the signed-in answers the same whatever its address
/// holds, and the rest does not send them to sign in.
std::vector<std::string> ask_as_stranger(SiteUnderTest& site, const std::vector<RouteRow>& rows);

}  // namespace northlight::testing
