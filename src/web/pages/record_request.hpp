#pragma once

#include "casework/children.hpp"
#include "casework/records.hpp"
#include "store/archive.hpp"
#include "web/child_paths.hpp"
#include "web/request.hpp"
#include "web/response.hpp"
#include "web/site.hpp"
#include "web/views/record_view.hpp"

namespace northlight::web {

/// What the handlers of a file's records begin with.
struct RecordRequest {
  FileAddress file;
  domain::RecordId record;
  store::Archive archive;
};
/// NotFound for what is no id.
Result<RecordRequest> record_request(const Site& site, const Request& request);
Result<FileAddress> file_request(const Request& request);
store::Archive archive_of(const Site& site);

/// Whose record it is, for the top of its pages; asks whether the page's action is allowed.
Result<views::RecordPlace> place_of(const Site& site, const Request& request,
                                    const FileAddress& file,
                                    domain::Action action = domain::Action::ReadFile);
/// The same of a file that was opened already.
views::RecordPlace place_of(const Request& request, const casework::CaseFile& opened,
                            views::FilePart part);

/// The record of the address with what its pages show besides.
struct RecordThere {
  RecordRequest at;
  views::RecordPlace place;
  casework::OpenRecord record;
  views::Names names;
};
Result<RecordThere> record_there(const Site& site, const Request& request,
                                 domain::Action action = domain::Action::ReadFile);

/// What a use case about the file of the address refused (web::refused).
Response refused_there(const Error& error, const Request& request);

/// What each form is called, by its code.
std::map<std::string, std::string> form_titles(const Site& site);

/// The names of the teams that work or worked on a file.
using TeamNames = std::map<domain::TeamId, std::string>;
Result<TeamNames> teams_in(const Site& site, const casework::CaseFile& file);

/// The names of people by whom something was written. Whoever is not known is
/// left out.
Result<views::Names> names_of(const Site& site, const std::vector<domain::PersonId>& people);
Result<views::Names> names_in(const Site& site, const casework::OpenRecord& record);

}  // namespace northlight::web
