#pragma once

#include "web/router.hpp"
#include "web/site.hpp"

namespace northlight::web {

/// /subject-access and /children/:file/subject-access: requests for what is held on a child. Needs
/// site.people, site.forms and site.subject_access.
void add_subject_access_routes(Router& router, const Site& site);
/// Part of it: reading and deciding, giving it out, what was given out.
void add_subject_review_routes(Router& router, const Site& site);

}  // namespace northlight::web
