#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "domain/ids.hpp"
#include "platform/clock.hpp"

namespace northlight::accounts {

class Receipts;

/// A role as somebody holds it on the day that they ask.
struct RoleHeld {
  std::string role;  ///< As policy/roles.toml names it: "practice-manager".
  domain::OrganisationId organisation;
  std::optional<domain::TeamId> team{};  ///< Empty: in the whole organisation.

  friend bool operator==(const RoleHeld&, const RoleHeld&) = default;
};

/// Nobody holds more roles at a time (people/give_role refuses it).
inline constexpr std::size_t most_roles_held = 8;

/// Somebody who is away, and what they lend to the asker until they are back.
struct Covered {
  domain::PersonId person;
  domain::OrganisationId organisation;  ///< In which the cover was arranged.
  std::vector<RoleHeld> roles{};        ///< Theirs there, in force when the asker asks.

  friend bool operator==(const Covered&, const Covered&) = default;
};

/// Whose files an address is of. At an address of children's files there is no victim's, and the
/// other way round, whoever asks.
enum class FilesAt : std::uint8_t { Anywhere, Children, Victims };

/// Who asks, and from where. Made for each request from a live session, or by the command line.
struct Asker {
  domain::PersonId person;
  std::vector<RoleHeld> roles{};  ///< In force when they ask, and no others.
  std::vector<Covered> covers{};  ///< In force when they ask.
  platform::Instant at{};
  std::string source{};   ///< The address that the request came from.
  std::string request{};  ///< The request's id, as in the log.
  FilesAt files_at = FilesAt::Anywhere;
  /// Of the request, where whoever answers it waits for them: what is read may then be handed back
  /// before its line of the trail is on the disk. Null: reading waits for its line.
  std::shared_ptr<Receipts> receipts{};
};

}  // namespace northlight::accounts
