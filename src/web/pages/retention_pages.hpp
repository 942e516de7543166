#pragma once

#include "web/router.hpp"
#include "web/site.hpp"

namespace northlight::web {

/// Files whose time is over, and what becomes of them. Nothing where no policy says how long files
/// are kept.
void add_retention_routes(Router& router, const Site& site);

}  // namespace northlight::web
