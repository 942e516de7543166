#pragma once

#include "accounts/asker.hpp"
#include "accounts/policy.hpp"
#include "web/router.hpp"
#include "web/site.hpp"
#include "web/views/children_view.hpp"

namespace northlight::web {

/// In which relations somebody stands to the children of a list.
accounts::Relations relations_of(views::Whose whose);

/// Whether somebody reads their team's files at once, or the whole service's.
views::WorksIn works_in(const Site& site, const accounts::Asker& asker);

/// /due, /notices: what is unfinished or due, and who opened a file with a reason.
void add_due_routes(Router& router, const Site& site);
/// /children/:file/as-it-stood and /victims/:file/as-it-stood.
void add_past_routes(Router& router, const Site& site);
/// /children/:file/sharing: what is shared, and who is asked in for a time.
void add_sharing_routes(Router& router, const Site& site);
/// /children/:file/sent-in: what people sent in, and the page on which they do.
void add_sent_in_routes(Router& router, const Site& site);
/// /children/:file/links: the personal links of the child and of parents.
void add_link_routes(Router& router, const Site& site);
/// /children: the list, the search, adding a child. Needs site.people.
void add_children_routes(Router& router, const Site& site);
/// /victims: the list, /victims/new and /victims/:file/details. The other pages of their files are
/// those of children's files.
void add_victim_routes(Router& router, const Site& site);
/// /children/new.
void add_new_child_routes(Router& router, const Site& site);
/// /children/:file/details, and of both kinds of files /cases: facts, cases, who works on them.
void add_case_routes(Router& router, const Site& site);
/// /children/:file/marks, /victims/:file/marks: restrictions, conflicts of interest, legal holds.
void add_mark_routes(Router& router, const Site& site);
/// /children/:file/uploads/:hash and /victims/:file/uploads/:hash.
void add_upload_routes(Router& router, const Site& site);
/// /children/:file, /victims/:file: the file's first page; /files/:file/reason.
void add_child_file_routes(Router& router, const Site& site);
/// /children/:file/records, /victims/:file/records: reading, writing, signing, versions, and what
/// browsers send as people type. Needs site.forms.
void add_record_routes(Router& router, const Site& site);

}  // namespace northlight::web
