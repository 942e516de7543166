#pragma once

#include "tests/access/a_file.hpp"
#include "tests/access/asked_route.hpp"

namespace northlight::testing {

/// Something of that organisation for every name in the addresses of routes about organisations:
/// ":person", who works there, and where the pattern or the body names them their ":role", a
/// ":cover" for them, a ":team", a ":sample" at the stage that the route is for with an
/// ":inspector" who sees its cases, a ":number" of the organisation's log and a ":day" on which it
/// was signed.
InAddress add_full_organisation(SiteUnderTest& site, domain::OrganisationId organisation,
                                const RouteRow& row);

}  // namespace northlight::testing
