#include "web/pages/all_pages.hpp"

#include "web/pages/audit_pages.hpp"
#include "web/pages/children_pages.hpp"
#include "web/pages/compare_pages.hpp"
#include "web/pages/door_pages.hpp"
#include "web/pages/inspection_pages.hpp"
#include "web/pages/mine_pages.hpp"
#include "web/pages/people_pages.hpp"
#include "web/pages/provider_pages.hpp"
#include "web/pages/retention_pages.hpp"
#include "web/pages/sample_pages.hpp"
#include "web/pages/service_pages.hpp"
#include "web/pages/sign_in_pages.hpp"
#include "web/pages/standards_pages.hpp"
#include "web/pages/subject_access_pages.hpp"

namespace northlight::web {

void add_all_routes(Router& router, const Site& site) {
  add_door_routes(router, site);
  add_service_routes(router, site);
  add_inspection_routes(router, site);
  add_compare_routes(router, site);
  add_standards_routes(router, site);
  if (site.people == nullptr) return;
  add_sign_in_routes(router, site);
  add_set_up_routes(router, site);
  add_account_routes(router, site);
  add_provider_routes(router, site);
  add_people_routes(router, site);
  add_audit_routes(router, site);
  add_retention_routes(router, site);
  add_sample_routes(router, site);
  if (site.forms == nullptr) return;
  add_children_routes(router, site);
  add_new_child_routes(router, site);
  add_victim_routes(router, site);
  add_child_file_routes(router, site);
  add_case_routes(router, site);
  add_mark_routes(router, site);
  add_upload_routes(router, site);
  add_due_routes(router, site);
  add_past_routes(router, site);
  add_sharing_routes(router, site);
  add_sent_in_routes(router, site);
  add_link_routes(router, site);
  add_mine_routes(router, site);
  add_record_routes(router, site);
  if (site.subject_access != nullptr) add_subject_access_routes(router, site);
}

}  // namespace northlight::web
