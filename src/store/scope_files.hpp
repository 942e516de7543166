#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "domain/ids.hpp"
#include "store/session.hpp"
#include "store/sight.hpp"
#include "store/sight_scope.hpp"

/// Which files are in somebody's scope, and by what, for whoever explains what they can see: ids
/// and no content. Whoever shows a child's name beside one asks for a ListGrant of whoever looks.
namespace northlight::store {

/// One line of the table of sight, with what gave it.
struct SightWithCause {
  Sight sight;
  platform::Instant from{};
  std::optional<platform::Instant> until{};
  SightCause cause = SightCause::Allocation;
  std::string cause_id;
};

struct ScopeFile {
  domain::FileId file;
  domain::OrganisationId service;
  bool victim = false;
  bool restricted = false;
  bool named = false;                    ///< The person of the scope, on a restricted file.
  std::vector<std::string> teams{};      ///< Whose case it is now, by name.
  std::vector<SightWithCause> sights{};  ///< In force, of whomever.
};

/// Those of the scope by their ids, from just after one of them; at most `most`.
Result<std::vector<ScopeFile>> files_in_scope(Session& session, const SightScope& scope,
                                              const std::optional<domain::FileId>& after,
                                              std::size_t most);

}  // namespace northlight::store
