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

store::Closing closing_to(const Policy& policy, const Role& role, Action action) {
  return {closes(policy, role, Mark::Restricted, action),
          closes(policy, role, Mark::ConflictOfInterest, action),
          closes(policy, role, Mark::LegalHold, action)};
}

/// What is looked for, and by whose rules.
struct Search {
  const Policy& policy;
  const Asker& asker;
  const Among& whose;
  Action action;
};

template <typename Line>
void add_line_once(std::vector<Line>& lines, const Line& line) {
  if (std::ranges::find(lines, line) == lines.end()) lines.push_back(line);
}

/// As whom the holder of a role sees files.
std::vector<store::Holder> holders_of(domain::PersonId person, const RoleHeld& role) {
  std::vector<store::Holder> holders{store::Holder::of(person),
                                     store::Holder::of(role.organisation)};
  if (role.team) holders.push_back(store::Holder::of(*role.team));
  return holders;
}

/// Files of which one of these holds sight in one of these relations.
void add_held(store::SightScope& scope, const std::vector<store::Holder>& holders,
              Relations relations, store::HeldSight line) {
  for (std::size_t i = 0; i < domain::relation_count; ++i) {
    line.relation = static_cast<Relation>(i);
    if (!relations.has(line.relation) || line.relation == Relation::ServiceCase) continue;
    for (const auto& holder : holders) {
      line.holder = holder;
      add_line_once(scope.held, line);
    }
  }
}

/// Adds what one role finds of children's files, or of victims'.
void add_role(store::SightScope& scope, const Search& search, const RoleHeld& held,
              const Role& role, bool victims) {
  const auto& [policy, asker, whose, action] = search;
  const auto finds = role.on(action, victims).may.both(whose.relations);
  const auto closing = closing_to(policy, role, action);
  const store::HeldSight line{{}, held.organisation, {}, victims, closing};
  if (!whose.lent_by) {
    add_held(scope, holders_of(asker.person, held), finds, line);
    if (finds.has(Relation::ServiceCase))
      add_line_once(scope.wide, {held.organisation, victims, closing});
  }
  for (const auto& covered : asker.covers) {
    if (covered.organisation != held.organisation) continue;
    if (whose.lent_by && *whose.lent_by != covered.person) continue;
    for (const auto& theirs : covered.roles)
      if (const auto* const lends = policy.find(theirs.role))
        add_held(scope, holders_of(covered.person, theirs),
                 finds.both(lends->on(action, victims).may), line);
  }
}

}  // namespace

store::SightScope scope(const Policy& policy, const Asker& asker, const Among& whose,
                        Action action) {
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

store::SightScope scope_of_log(const Policy& policy, const Asker& asker,
                               domain::OrganisationId organisation) {
  store::SightScope scope{.person = asker.person, .at = asker.at};
  for (const auto& held : asker.roles) {
    const auto* const role = policy.find(held.role);
    if (role == nullptr || held.organisation != organisation ||
        !role->in_organisation.has(Action::ReadAudit))
      continue;
    add_line_once(scope.wide, {organisation, false, closing_to(policy, *role, Action::FindFile)});
  }
  return scope;
}

}  // namespace northlight::accounts
