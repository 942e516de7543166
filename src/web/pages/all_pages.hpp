#pragma once

#include "web/application.hpp"
#include "web/router.hpp"
#include "web/site.hpp"

namespace northlight::web {

/// Adds every page of the site to the router. `site` must outlive it.
void add_all_routes(Router& router, const Site& site);

/// Error pages in the site's own shell, for Application::error_page.
ErrorPage error_pages(const Site& site);

}  // namespace northlight::web
