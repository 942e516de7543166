#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "base/sensitive.hpp"
#include "domain/ids.hpp"
#include "store/grant.hpp"
#include "store/session.hpp"

/// Victims' files, as lists need them: a reference and nothing else. What a victim is called and
/// how they are reached is in the records of their file.
namespace northlight::store {

struct VictimRow {
  domain::FileId file;
  domain::OrganisationId service;
  std::string reference;  ///< "V-0042", given by the service.
};

/// A victim has a reference in lists, never a name. Conflict (where: "reference") where the service
/// gave it already, in whichever letters.
Status put_victim(Transaction& transaction, const Grant& grant, domain::OrganisationId service,
                  std::string_view reference);

/// Gives the victim of the file of the grant another reference, which takes the place of the one
/// before. Conflict likewise.
Status set_reference(Transaction& transaction, const Grant& grant, std::string_view reference);

/// NotFound where the file of the grant is no victim's.
Result<VictimRow> victim(Session& session, const Grant& grant);

/// What the victim of the file of the grant is called, as their records last said; empty while none
/// says it.
Result<Sensitive<std::string>> victim_name(Session& session, const Grant& grant);

/// Whether these words are the whole name of the victim, as their records say it: in whichever
/// letters and order.
Result<bool> says_victim_name(Session& session, const Grant& grant, std::string_view words);

struct ListedVictim {
  domain::FileId file;
  domain::OrganisationId service;
  std::string reference;
  bool restricted = false;
  bool held = false;
};

/// Victims' files of the scope of the grant, by reference; at most `most` of them after `after`. An
/// unknown `after`, or one that the scope does not hold, begins at the beginning.
Result<std::vector<ListedVictim>> victims(Session& session, const ListGrant& grant,
                                          const std::optional<domain::FileId>& after,
                                          std::size_t most);

/// Those of the files that are victims' and in the scope of the grant, by reference.
Result<std::vector<ListedVictim>> victims_of(Session& session, const ListGrant& grant,
                                             const std::vector<domain::FileId>& files);

}  // namespace northlight::store
