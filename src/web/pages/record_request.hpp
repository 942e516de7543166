#pragma once

#include "casework/records.hpp"
#include "store/archive.hpp"
#include "web/request.hpp"
#include "web/site.hpp"
#include "web/views/record_view.hpp"

namespace northlight::web {

/// What the handlers of a file's records begin with.
struct RecordRequest {
  domain::FileId file;
  domain::RecordId record;
  store::Archive archive;
};
/// NotFound for what is no id.
Result<RecordRequest> record_request(const Site& site, const Request& request);
Result<domain::FileId> file_request(const Request& request);
store::Archive archive_of(const Site& site);

/// Whose record it is, for the top of its pages; asks whether the page's action is allowed.
Result<views::RecordPlace> place_of(const Site& site, const Request& request, domain::FileId file,
                                    domain::Action action = domain::Action::ReadFile);

/// The names of people by whom something was written. Whoever is not known is
/// left out.
Result<views::Names> names_of(const Site& site, const std::vector<domain::PersonId>& people);
Result<views::Names> names_in(const Site& site, const casework::OpenRecord& record);

}  // namespace northlight::web
