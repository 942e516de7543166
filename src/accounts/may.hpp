#pragma once

#include <cstdint>
#include <string>
#include <variant>

#include "accounts/asker.hpp"
#include "base/result.hpp"
#include "domain/access.hpp"
#include "domain/ids.hpp"
#include "store/session.hpp"

namespace northlight::accounts {

class Policy;

struct Allowed {};

/// `hidden`: the person may not even know that the subject exists, so what answers them must be
/// what answers an address that nobody has.
struct Denied {
  std::string reason;
  bool hidden = true;
};

/// They may, once they have said why: it is logged, and their manager is told.
struct NeedsReason {
  std::string why;
};

using Decision = std::variant<Allowed, Denied, NeedsReason>;

/// How the asker stands to a file at that moment: from the table of sight, never guessed.
struct Standing {
  domain::OrganisationId service;  ///< Whose file it is.
  std::uint8_t relations = 0;      ///< Bits of domain::Relation.
  domain::Marks marks{};
  bool named = false;                   ///< On a restricted file: one of those who are named.
  std::optional<std::string> reason{};  ///< Given already, and still in force.

  bool has(domain::Relation relation) const {
    return ((relations >> static_cast<unsigned>(relation)) & 1U) != 0;
  }
};

/// The one decision: role x relation x marks x time, by the policy. Pure, and quick (bench/may).
Decision may(const Policy& policy, const Asker& asker, domain::Action action,
             const Standing& standing);

/// The same of an organisation: its people, its settings, its audit trail.
Decision may(const Policy& policy, const Asker& asker, domain::Action action,
             domain::OrganisationId organisation);

/// NotFound when there is no such file.
Result<Standing> standing(store::Session& session, const Asker& asker, domain::FileId file);

}  // namespace northlight::accounts
