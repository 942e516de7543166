#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "domain/ids.hpp"
#include "platform/clock.hpp"
#include "store/people.hpp"
#include "store/session.hpp"

/// What others did to somebody's account, and cover that was arranged: for those whom it concerns,
/// who are told of it. Of the audit trail it reads those lines and no other.
namespace northlight::store {

/// A line of the trail that tells of it.
struct AccountChange {
  platform::Instant at{};
  std::optional<domain::PersonId> by{};  ///< Empty: from the command line.
  std::string role{};                    ///< In which they did it.
  domain::PersonId about;
  std::string action{};
};

/// What was done to this person's account by others since then, the newest first: lines of the kind
/// "permission" that came to something.
Result<std::vector<AccountChange>> changes_about(Session& session, domain::PersonId person,
                                                 platform::Instant since);
/// What of these actions, by their codes, was done since then to accounts of people of that
/// organisation, the newest first.
Result<std::vector<AccountChange>> changes_in(Session& session, domain::OrganisationId organisation,
                                              const std::vector<std::string_view>& actions,
                                              platform::Instant since);

/// Cover, with who arranged it and when.
struct ArrangedCover {
  CoverRow cover;
  std::optional<domain::PersonId> by{};
  platform::Instant at{};
};
/// Arranged since then and not without effect, the newest first: that this person gives or gets.
Result<std::vector<ArrangedCover>> covers_concerning(Session& session, domain::PersonId person,
                                                     platform::Instant since);
/// The same of everybody in an organisation.
Result<std::vector<ArrangedCover>> covers_arranged(Session& session,
                                                   domain::OrganisationId organisation,
                                                   platform::Instant since);

}  // namespace northlight::store
