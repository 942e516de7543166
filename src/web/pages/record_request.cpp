#include "web/pages/record_request.hpp"

#include "casework/children.hpp"
#include "store/people.hpp"
#include "web/views/children_view.hpp"
#include "web/visitor.hpp"

namespace northlight::web {

store::Archive archive_of(const Site& site) { return {*site.forms, site.people->keys}; }

Result<domain::FileId> file_request(const Request& request) {
  return request.parameters.id<domain::FileId>("file");
}

Result<RecordRequest> record_request(const Site& site, const Request& request) {
  NL_TRY(file, file_request(request));
  NL_TRY(record, request.parameters.id<domain::RecordId>("record"));
  return RecordRequest{file, record, archive_of(site)};
}

Result<views::RecordPlace> place_of(const Site& site, const Request& request, domain::FileId file,
                                    domain::Action action) {
  NL_TRY(opened, casework::open_child(site.people->gate, request.visitor->asker, file, action));
  return views::RecordPlace{
      .file = file,
      .child = views::shown_name(opened.child.given_names, opened.child.family_name,
                                 opened.child.known_as),
      .form_token = request.form_token};
}

Result<views::Names> names_of(const Site& site, const std::vector<domain::PersonId>& people) {
  return site.people->database.read([&](store::Session& session) -> Result<views::Names> {
    views::Names names;
    for (const auto& id : people) {
      if (names.contains(id)) continue;
      NL_TRY(person, store::person(session, id));
      if (person) names.emplace(id, person->name);
    }
    return names;
  });
}

Result<views::Names> names_in(const Site& site, const casework::OpenRecord& record) {
  std::vector<domain::PersonId> people{record.head.begun_by};
  for (const auto& version : record.versions) people.push_back(version.recorded_by);
  for (const auto& clash : record.clashes) people.push_back(clash.by);
  for (const auto& asked : record.asked) people.push_back(asked.owner);
  return names_of(site, people);
}

}  // namespace northlight::web
