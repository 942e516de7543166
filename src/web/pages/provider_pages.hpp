#pragma once

#include <vector>

#include "web/router.hpp"
#include "web/site.hpp"
#include "web/views/other_way_in.hpp"

namespace northlight::web {

/// Coming in by an identity provider (/sign-in/with/…), and connecting one's account there with
/// oneself here (/account/providers). Needs site.people.
void add_provider_routes(Router& router, const Site& site);

/// The buttons on the sign-in page.
std::vector<views::OtherWayIn> ways_in(const Site& site);

}  // namespace northlight::web
