#pragma once

#include "web/router.hpp"
#include "web/site.hpp"

namespace northlight::web {

/// /children: the list, the search, adding a child. Needs site.people.
void add_children_routes(Router &router, const Site &site);
/// /children/:file: the file's first page, its cases, allocation and marks;
/// /files/:file/reason.
void add_child_file_routes(Router &router, const Site &site);
/// /children/:file/records: reading, writing, signing, versions, and what
/// browsers send as people type. Needs site.forms.
void add_record_routes(Router &router, const Site &site);

} // namespace northlight::web
