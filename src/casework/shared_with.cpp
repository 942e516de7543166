#include "casework/shared_with.hpp"

#include <algorithm>

#include "store/people.hpp"
#include "store/personal_links.hpp"
#include "store/sight.hpp"

namespace northlight::casework {

Result<std::vector<Reader>> readers_of(store::Session& session, const store::Grant& grant,
                                       const platform::Keys& keys) {
  std::vector<Reader> readers;
  NL_TRY(links, store::personal_links_of(session, grant, keys));
  for (const auto& link : links)
    if (link.relation == domain::Relation::Parent)
      readers.push_back({link.person, link.relation, link.whose});
  NL_TRY(invitations, store::invitations_of(session, grant));
  for (const auto& one : invitations) {
    const bool known = std::ranges::find(readers, one.person, &Reader::person) != readers.end();
    if (known || one.from > grant.at() || (one.until && *one.until <= grant.at())) continue;
    NL_TRY(person, store::person(session, one.person));
    if (person) readers.push_back({one.person, domain::Relation::Invited, Sensitive(person->name)});
  }
  return readers;
}

Sensitive<std::string> reader_name(const std::vector<Reader>& readers,
                                   const store::SharedRow& row) {
  if (!row.person) return {};
  const auto found = std::ranges::find(readers, *row.person, &Reader::person);
  return found == readers.end() ? Sensitive<std::string>() : found->name;
}

bool is_shown_now(const store::SharedRow& row, platform::Instant at) {
  return row.from <= at && (!row.until || *row.until > at);
}

Result<bool> is_for(store::Session& session, const store::Grant& grant,
                    const accounts::Asker& asker, const accounts::Standing& how,
                    const store::SharedRow& row) {
  if (!how.has(row.relation)) return false;
  if (row.person) return *row.person == asker.person;
  if (row.relation == domain::Relation::Themself) return true;
  return stands_so(session, grant.file(), asker.person, row.relation, row.from);
}

Result<bool> stands_so(store::Session& session, domain::FileId file, domain::PersonId person,
                       domain::Relation relation, platform::Instant at) {
  NL_TRY(sights, store::sight_of_file(session, file, at));
  return std::ranges::any_of(sights, [&](const store::Sight& each) {
    return each.holder == store::Holder::of(person) && each.relation == relation;
  });
}

}  // namespace northlight::casework
