#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"
#include "base/result.hpp"
#include "base/sensitive.hpp"
#include "domain/ids.hpp"
#include "store/grant.hpp"
#include "store/session.hpp"

/// Children as lists and searches need them. What is known about a child is in the records of their
/// file; this is kept in step with it.
namespace northlight::store {

struct ChildRow {
  domain::FileId file;
  domain::OrganisationId service;
  Sensitive<std::string> family_name;
  Sensitive<std::string> given_names;
  Sensitive<std::optional<std::string>> known_as{};
  Sensitive<std::optional<Date>> born_on{};  ///< Empty: not known yet.
};

/// Keeps the child of the file of the grant, in place of what was kept before (which stays in
/// store/what_was), and the keys that the name is found by.
Status put_child(Transaction& transaction, const Grant& grant, const ChildRow& child);

/// NotFound where the file of the grant is no child's.
Result<ChildRow> child(Session& session, const Grant& grant);

/// Whether the child of the file of the grant was born after that day. Not where the date of birth
/// is not known, or the file is a victim's.
Result<bool> was_born_after(Session& session, const Grant& grant, Date day);

/// One row of a list. The name as lists order it, the family name first.
struct ListedChild {
  domain::FileId file;
  domain::OrganisationId service;
  Sensitive<std::string> family_name;
  Sensitive<std::string> given_names;
  Sensitive<std::optional<std::string>> known_as{};
  Sensitive<std::optional<Date>> born_on{};
  bool restricted = false;
  bool held = false;
  Sensitive<std::string> sort_name{};
};

/// Where a page of a list ended: the next begins after it.
struct ListPlace {
  Sensitive<std::string> sort_name;
  domain::FileId file;
};

/// Of the scope of the grant, by name; at most `most` of them after `after`.
Result<std::vector<ListedChild>> children(Session& session, const ListGrant& grant,
                                          const std::optional<ListPlace>& after, std::size_t most);

/// The place of a file in that order, to go on from there: an address holds the file's id and no
/// name. Nothing where the scope of the grant does not hold it.
Result<std::optional<ListPlace>> place_of(Session& session, const ListGrant& grant,
                                          domain::FileId file);

/// Who answers best to a name, or the beginning of one, within the scope of the grant.
Result<std::vector<ListedChild>> find_children(Session& session, const ListGrant& grant,
                                               const Sensitive<std::string>& typed,
                                               std::size_t most);

/// Those of the scope of the grant with that date of birth, by name; at most `most`.
Result<std::vector<ListedChild>> children_born_on(Session& session, const ListGrant& grant,
                                                  Date born_on, std::size_t most);

/// Those of these files that are in the scope of the grant, by name.
Result<std::vector<ListedChild>> children_of(Session& session, const ListGrant& grant,
                                             const std::vector<domain::FileId>& files);

/// How many there are in the scope of the grant, and no others.
Result<std::int64_t> count_children(Session& session, const ListGrant& grant);

}  // namespace northlight::store
