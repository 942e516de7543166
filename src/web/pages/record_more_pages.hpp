#pragma once

#include "web/router.hpp"
#include "web/site.hpp"

namespace northlight::web {

/// What browsers send as people type, what others typed, clashes, and the key
/// that seals what a browser keeps while the server is away.
void add_record_draft_routes(Router& router, const Site& site);
/// What a manager asked for, and what was done about it.
void add_asked_routes(Router& router, const Site& site);
/// Versions, and what changed between two.
void add_record_history_routes(Router& router, const Site& site);

}  // namespace northlight::web
