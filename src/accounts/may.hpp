#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "accounts/asker.hpp"
#include "accounts/policy.hpp"
#include "base/result.hpp"
#include "domain/access.hpp"
#include "domain/ids.hpp"
#include "store/session.hpp"

namespace northlight::accounts {

struct Allowed {
  std::size_t role = 0;    ///< Which of the asker's roles allows it: the one on the audit trail.
  bool by_reason = false;  ///< Only because they said why.
};

/// `hidden`: the person may not even know that the subject exists, so what answers them must be
/// what answers an address that nobody has.
struct Denied {
  std::string reason;
  bool hidden = true;
};

/// They may, once they have said why: it is logged, and their manager is told.
struct NeedsReason {
  std::string why;
  std::size_t role = 0;
};

using Decision = std::variant<Allowed, Denied, NeedsReason>;

/// How the asker stands to a file at that moment: from the table of sight, never guessed.
struct Standing {
  domain::OrganisationId service;  ///< Whose file it is.
  /// As the holder of each of their roles, in the asker's order: what somebody sees as a panel
  /// member here lends nothing to their role elsewhere.
  std::array<Relations, most_roles_held> relations{};
  /// What somebody who is away lends to one of the asker's roles, by one of theirs.
  struct Lent {
    std::size_t to = 0;     ///< Which of the asker's roles.
    std::size_t cover = 0;  ///< Which of those whom the asker covers.
    std::size_t by = 0;     ///< Which role of theirs.
    Relations relations{};
  };
  std::vector<Lent> lent{};
  domain::Marks marks{};
  bool named = false;                   ///< On a restricted file: one of those who are named.
  std::optional<std::string> reason{};  ///< Given already, and still in force.

  /// In any of their roles, or lent to them.
  bool has(domain::Relation relation) const {
    const auto there = [&](const Relations& each) { return each.has(relation); };
    return std::ranges::any_of(relations, there) ||
           std::ranges::any_of(lent, there, &Lent::relations);
  }
};

/// In which of the relations of that standing one of the asker's roles allows the action, marks
/// apart: of its own, and of those lent to it by cover, what the role of whoever is away allows
/// too.
Permission reach(const Policy& policy, const Asker& asker, domain::Action action,
                 const Standing& standing, std::size_t role);

/// The one decision: role x relation x marks x time, by the policy. Pure, and quick (bench/may).
Decision may(const Policy& policy, const Asker& asker, domain::Action action,
             const Standing& standing);

/// The same of an organisation: its people, its settings, its audit trail. Allowed to those who
/// hold a role there that may; hidden from those who hold none there.
Decision may(const Policy& policy, const Asker& asker, domain::Action action,
             domain::OrganisationId organisation);

/// NotFound when there is no such file.
Result<Standing> standing(store::Session& session, const Asker& asker, domain::FileId file);

}  // namespace northlight::accounts
