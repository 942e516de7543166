#pragma once

#include "web/router.hpp"
#include "web/site.hpp"

namespace northlight::web {

/// /mine: the page of a child or a parent who comes by a personal link. Needs site.people.
void add_mine_routes(Router& router, const Site& site);

}  // namespace northlight::web
