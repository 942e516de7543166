#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "accounts/asker.hpp"
#include "accounts/policy.hpp"
#include "base/date.hpp"
#include "base/result.hpp"
#include "store/people.hpp"

/// Joiners, movers and leavers, and who covers for whom: the rules that hold whoever asks. Who may
/// ask is the gate's affair (accounts/manage_people.hpp) or that of the command line.
namespace northlight::accounts {

/// By whose hand something is changed. Nobody: from the command line.
struct Hand {
  std::optional<domain::PersonId> person{};
  platform::Instant at{};
};

struct NewRole {
  std::string role;
  domain::OrganisationId organisation;
  std::optional<domain::TeamId> team{};
  Date from{};
  std::optional<Date> until{};
};

struct NewPerson {
  std::string name;
  std::string sign_in_name;  ///< A work e-mail address, in whatever case.
  NewRole role;
};

/// Fails with Invalid (where: "name", "kind", "slug") or Conflict where it is there already.
Result<domain::OrganisationId> add_organisation(store::Transaction& transaction, const Hand& hand,
                                                store::OrganisationKind kind, std::string_view name,
                                                std::string_view slug);
Result<domain::TeamId> add_team(store::Transaction& transaction,
                                domain::OrganisationId organisation, std::string_view name);

/// Gives what it was called before. NotFound for a team of another organisation or one that has
/// closed; Conflict (where: "name") where another team is called so.
Result<std::string> rename_team(store::Transaction& transaction,
                                domain::OrganisationId organisation, domain::TeamId team,
                                std::string_view name);

/// How the audit trail calls what was done with that role: "role-given:role=…;team=…;from=…".
std::string act_of_role(std::string_view code, const NewRole& role);

/// Somebody joins, with their first role. Fails with Invalid or Conflict, saying which field.
Result<domain::PersonId> join(store::Transaction& transaction, const Policy& policy,
                              const Hand& hand, const NewPerson& joiner);

/// Fails with Forbidden where somebody gives a role to themself, with Conflict where it may not be
/// held beside another (policy/roles.toml, [[apart]]), with Invalid for what makes no sense.
Result<store::RoleHeldId> give_role(store::Transaction& transaction, const Policy& policy,
                                    const Hand& hand, domain::PersonId person, const NewRole& role);

/// The last day on which a role is held. Nobody ends their own.
Status end_role(store::Transaction& transaction, const Hand& hand, const store::RoleRow& role,
                Date last_day);

/// Somebody's cases go with them to another team, or stay with the one that they leave, where they
/// are then nobody's.
enum class Cases { GoAlong, Stay };

struct TeamMove {
  domain::TeamId team;
  Date from{};  ///< Their first day there: today or a day before it.
  Cases cases = Cases::Stay;
};
struct Moved {
  store::RoleHeldId role;
  std::vector<domain::FileId> files{};  ///< Whose cases changed hands by it, each once.
};
/// A role goes on in another team of the same organisation.
Result<Moved> move_team(store::Transaction& transaction, const Policy& policy, const Hand& hand,
                        const store::RoleRow& role, const TeamMove& move);

/// What somebody leaves behind.
struct LeftBehind {
  std::vector<domain::FileId> to_allocate{};  ///< Files whose case is theirs: somebody takes it on.
  std::vector<domain::FileId> named_alone{};  ///< Restricted files that nobody else is named on.
};

/// Somebody leaves the organisation: their roles there end on that day and, where they hold no role
/// elsewhere, they leave altogether. Unless that day is still to come, their sessions, the links to
/// set up their account and the cover that they give end at once: whoever leaves today may sign in
/// again until midnight, whoever left yesterday may not. Their cases stay theirs until somebody
/// takes them on, so that nothing is nobody's without being seen.
Result<LeftBehind> leave(store::Transaction& transaction, const Hand& hand, domain::PersonId person,
                         domain::OrganisationId organisation, Date last_day);

struct NewCover {
  domain::PersonId absent;
  domain::PersonId covering;
  domain::OrganisationId organisation;
  platform::Instant from{};
  platform::Instant until{};  ///< Not itself included.
};

/// Lends what one person works with to another for a time, and takes it back by itself: their cases
/// and their teams', as far as the roles of both allow it (docs/decisions/0010). A restricted file
/// is not lent: whoever is to see it is named on it. Invalid (where: "covering") for oneself, and
/// (where: "from", "until") beyond the time that the policy allows at once.
Result<store::CoverId> arrange_cover(store::Transaction& transaction, const Policy& policy,
                                     const Hand& hand, const NewCover& cover);

}  // namespace northlight::accounts
