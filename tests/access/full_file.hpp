#pragma once

#include "tests/access/a_file.hpp"
#include "tests/access/asked_route.hpp"

namespace northlight::testing {

/// A file of a service to which that person stands so, with something for every name in the
/// addresses of routes about files: what the pattern or the body names besides the file itself
/// (":allocation", ":asked", ":request", ":part", ":format", ":hash", ":decision") is added where
/// it is named.
InAddress add_full_file(SiteUnderTest& site, domain::PersonId person, const FileCase& made,
                        const RouteRow& row);

}  // namespace northlight::testing
