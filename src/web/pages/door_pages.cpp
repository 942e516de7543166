#include "web/pages/door_pages.hpp"

namespace northlight::web {

void add_door_routes(Router& router, const Site& site) {
  add_start_routes(router, site);
  add_guide_routes(router, site);
  add_check_routes(router, site);
  add_rate_routes(router, site);
  add_open_data_routes(router, site);
  add_api_routes(router, site);
  add_about_routes(router, site);
}

}  // namespace northlight::web
