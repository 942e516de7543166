#include "web/pages/record_request.hpp"

#include "casework/children.hpp"
#include "store/people.hpp"
#include "web/pages/signed_in.hpp"
#include "web/views/child_place.hpp"
#include "web/views/children_view.hpp"
#include "web/visitor.hpp"

namespace northlight::web {

store::Archive archive_of(const Site& site) { return {*site.forms, site.people->keys}; }

Result<FileAddress> file_request(const Request& request) {
  NL_TRY(file, request.parameters.id<domain::FileId>("file"));
  return FileAddress{file, request.visitor->asker.files_at == accounts::FilesAt::Victims};
}

Result<RecordRequest> record_request(const Site& site, const Request& request) {
  NL_TRY(file, file_request(request));
  NL_TRY(record, request.parameters.id<domain::RecordId>("record"));
  return RecordRequest{file, record, archive_of(site)};
}

views::RecordPlace place_of(const Request& request, const casework::CaseFile& opened,
                            views::FilePart part) {
  const auto& child = opened.child;
  return {.file = {opened.file, opened.victim.has_value()},
          .whose = child
                       ? views::shown_name(child->given_names, child->family_name, child->known_as)
                       : opened.victim->reference,
          .form_token = request.form_token,
          .facts = views::file_facts(opened, platform::day_in_london(request.visitor->asker.at)),
          .may = opened.may,
          .part = part};
}

Result<views::RecordPlace> place_of(const Site& site, const Request& request,
                                    const FileAddress& file, domain::Action action) {
  NL_TRY(opened, casework::open_file(site.people->gate, request.visitor->asker, file, action));
  return place_of(request, opened, views::FilePart::Overview);
}

Result<RecordThere> record_there(const Site& site, const Request& request, domain::Action action) {
  NL_TRY(at, record_request(site, request));
  NL_TRY(place, place_of(site, request, at.file, action));
  NL_TRY(record, casework::open_record(site.people->gate, at.archive, request.visitor->asker,
                                       at.file, at.record, action));
  NL_TRY(names, names_in(site, record));
  return RecordThere{at, std::move(place), std::move(record), std::move(names)};
}

Response refused_there(const Error& error, const Request& request) {
  const auto file = file_request(request);
  return refused(error, request, file ? std::optional(file->file) : std::nullopt);
}

std::map<std::string, std::string> form_titles(const Site& site) {
  std::map<std::string, std::string> titles;
  for (const auto& form : site.forms->all()) titles[form.code.text()] = form.title;
  return titles;
}

Result<TeamNames> teams_in(const Site& site, const casework::CaseFile& file) {
  std::vector<domain::TeamId> teams;
  for (const auto& one : file.allocations) teams.push_back(one.team);
  return site.people->database.read(
      [&](store::Session& session) { return store::names_of(session, teams); });
}

Result<views::Names> names_of(const Site& site, const std::vector<domain::PersonId>& people) {
  return site.people->database.read(
      [&](store::Session& session) { return store::names_of(session, people); });
}

Result<views::Names> names_in(const Site& site, const casework::OpenRecord& record) {
  std::vector<domain::PersonId> people{record.head.begun_by};
  for (const auto& version : record.versions) people.push_back(version.recorded_by);
  for (const auto& clash : record.clashes) people.push_back(clash.by);
  for (const auto& asked : record.asked) people.push_back(asked.owner);
  return names_of(site, people);
}

}  // namespace northlight::web
