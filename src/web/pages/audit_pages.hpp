#pragma once

#include "web/router.hpp"
#include "web/site.hpp"

namespace northlight::web {

/// The log as its auditor reads it: who looked at what, one row, what to look at more closely, and
/// giving a part of it to somebody.
void add_audit_routes(Router& router, const Site& site);

}  // namespace northlight::web
