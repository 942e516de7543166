#include "accounts/scope.hpp"

#include <algorithm>

namespace northlight::accounts {
namespace {

using domain::Action;
using domain::Mark;
using domain::Relation;
using store::Closes;

Closes closes(const Policy& policy, const Role& role, Mark mark, Action action) {
  const auto& rule = policy.mark(mark);
  if (!rule.stops.has(action) || policy.spares(rule, role)) return Closes::No;
  return rule.unless_named ? Closes::UnlessNamed : Closes::Yes;
}

/// What is looked for, and by whose rules.
struct Search {
  const Policy& policy;
  const Asker& asker;
  Relations whose;
  Action action;
};

/// Adds what one role finds of children's files, or of victims'.
void add_role(store::SightScope& scope, const Search& search, const RoleHeld& held,
              const Role& role, bool victims) {
  const auto& [policy, asker, whose, action] = search;
  const auto finds = role.on(action, victims).may;
  const store::Closing closing{closes(policy, role, Mark::Restricted, action),
                               closes(policy, role, Mark::ConflictOfInterest, action),
                               closes(policy, role, Mark::LegalHold, action)};
  std::vector<store::Holder> holders{store::Holder::of(asker.person),
                                     store::Holder::of(held.organisation)};
  if (held.team) holders.push_back(store::Holder::of(*held.team));
  for (const auto& covered : asker.covers)
    if (covered.organisation == held.organisation)
      holders.push_back(store::Holder::of(covered.person));
  for (std::size_t i = 0; i < domain::relation_count; ++i) {
    const auto relation = static_cast<Relation>(i);
    if (!finds.has(relation) || !whose.has(relation)) continue;
    if (relation == Relation::ServiceCase) {
      const store::WideSight wide{held.organisation, victims, closing};
      if (std::ranges::find(scope.wide, wide) == scope.wide.end()) scope.wide.push_back(wide);
      continue;
    }
    for (const auto& holder : holders) {
      const store::HeldSight line{holder, held.organisation, relation, victims, closing};
      if (std::ranges::find(scope.held, line) == scope.held.end()) scope.held.push_back(line);
    }
  }
}

}  // namespace

store::SightScope scope(const Policy& policy, const Asker& asker, Relations whose, Action action) {
  store::SightScope found{.person = asker.person, .at = asker.at};
  const Search search{policy, asker, whose, action};
  for (std::size_t i = 0; i < std::min(asker.roles.size(), most_roles_held); ++i) {
    const auto& held = asker.roles[i];
    const auto* const role = policy.find(held.role);
    if (role == nullptr) continue;
    add_role(found, search, held, *role, false);
    add_role(found, search, held, *role, true);
  }
  return found;
}

}  // namespace northlight::accounts
