#pragma once

#include "web/router.hpp"
#include "web/site.hpp"

namespace northlight::web {

/// /people and what is under it, and /settings. Needs site.people.
void add_people_routes(Router& router, const Site& site);

}  // namespace northlight::web
