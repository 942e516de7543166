#pragma once

#include "web/router.hpp"
#include "web/site.hpp"

namespace northlight::web {

/// /inspections, and every page of one inspection.
void add_inspection_routes(Router& router, const Site& site);

}  // namespace northlight::web
