#pragma once

#include "web/router.hpp"
#include "web/site.hpp"

namespace northlight::web {

/// /standards, /standards/:edition and /standards/:edition/:standard.
void add_standards_routes(Router& router, const Site& site);

}  // namespace northlight::web
