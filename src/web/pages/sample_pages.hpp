#pragma once

#include "web/router.hpp"
#include "web/site.hpp"

namespace northlight::web {

/// The samples of inspections, for the inspectorate and for the service that is inspected.
void add_sample_routes(Router& router, const Site& site);

}  // namespace northlight::web
