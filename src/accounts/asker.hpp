#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/ids.hpp"
#include "platform/clock.hpp"

namespace northlight::accounts {

/// A role as somebody holds it on the day that they ask.
struct RoleHeld {
  std::string role;  ///< As policy/roles.toml names it: "practice-manager".
  domain::OrganisationId organisation;
  std::optional<domain::TeamId> team{};  ///< Empty: in the whole organisation.

  friend bool operator==(const RoleHeld&, const RoleHeld&) = default;
};

/// Who asks, and from where. Made for each request from a live session, or by the command line.
struct Asker {
  domain::PersonId person;
  std::vector<RoleHeld> roles{};  ///< In force when they ask, and no others.
  platform::Instant at{};
  std::string source{};   ///< The address that the request came from.
  std::string request{};  ///< The request's id, as in the log.
};

}  // namespace northlight::accounts
