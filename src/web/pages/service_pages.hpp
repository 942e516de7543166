#pragma once

#include "web/router.hpp"
#include "web/site.hpp"

namespace northlight::web {

/// /services and /services/:service.
void add_service_routes(Router& router, const Site& site);

}  // namespace northlight::web
