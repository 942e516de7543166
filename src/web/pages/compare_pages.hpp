#pragma once

#include "web/router.hpp"
#include "web/site.hpp"

namespace northlight::web {

/// /compare and /benchmark/:edition.
void add_compare_routes(Router& router, const Site& site);

}  // namespace northlight::web
