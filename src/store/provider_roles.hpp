#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"
#include "base/result.hpp"
#include "domain/ids.hpp"
#include "platform/clock.hpp"
#include "store/session.hpp"

/// Roles that people hold because an identity provider says so at each sign-in.
namespace northlight::store {

/// Where a role is held. Ids as text, as the rows have them.
struct ProviderRole {
  std::string role;
  domain::OrganisationId organisation;
  std::optional<domain::TeamId> team{};

  friend bool operator==(const ProviderRole&, const ProviderRole&) = default;
};

struct HeldProviderRole {
  std::string id;  ///< Of role_held.
  Date from_on;
  ProviderRole role;
};

/// The organisation of that short name and its team of that name; nothing for what there is not, or
/// what has closed.
struct Place {
  domain::OrganisationId organisation;
  std::optional<domain::TeamId> team{};
};
Result<std::optional<Place>> find_place(Session& session, std::string_view organisation,
                                        const std::optional<std::string>& team);

/// Those that are still held on that day.
Result<std::vector<HeldProviderRole>> roles_from_provider(Session& session, std::string_view issuer,
                                                          domain::PersonId person, Date today);

/// Every role that they hold on that day, wherever it came from.
Result<std::vector<ProviderRole>> roles_held(Session& session, domain::PersonId person, Date today);

/// `id`: drawn before the transaction.
Status give_provider_role(Transaction& transaction, std::string_view id, std::string_view issuer,
                          domain::PersonId person, const ProviderRole& role, Date today,
                          platform::Instant at);

/// They do not hold it any more from this moment. One that was given on the same day has no day on
/// which it was wholly held, and goes; the audit trail tells of both.
Status end_provider_role(Transaction& transaction, const HeldProviderRole& held, Date today);

}  // namespace northlight::store
