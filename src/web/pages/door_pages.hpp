#pragma once

#include "web/router.hpp"
#include "web/site.hpp"

/// The start page, its three doors, open data and the pages about the site: one function each, for
/// add_all_routes.
namespace northlight::web {

void add_start_routes(Router& router, const Site& site);
void add_guide_routes(Router& router, const Site& site);
void add_check_routes(Router& router, const Site& site);
void add_rate_routes(Router& router, const Site& site);
void add_open_data_routes(Router& router, const Site& site);
void add_api_routes(Router& router, const Site& site);
void add_about_routes(Router& router, const Site& site);

/// All of them.
void add_door_routes(Router& router, const Site& site);

}  // namespace northlight::web
