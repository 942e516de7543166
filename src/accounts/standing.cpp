#include <algorithm>

#include "accounts/may.hpp"
#include "store/sight.hpp"

namespace northlight::accounts {
namespace {

using domain::Relation;

/// Whether whoever holds that role is the holder of that sight: in person, or as one of their team
/// or organisation.
bool holds(domain::PersonId person, const RoleHeld& role, const store::Sight& sight) {
  if (sight.organisation != role.organisation) return false;
  switch (sight.holder.kind) {
    case store::HolderKind::Person:
      return sight.holder == store::Holder::of(person);
    case store::HolderKind::Team:
      return role.team && sight.holder == store::Holder::of(*role.team);
    case store::HolderKind::Organisation:
      return sight.holder == store::Holder::of(role.organisation);
  }
  return false;
}

Relations relations_of(domain::PersonId person, const RoleHeld& role,
                       const std::vector<store::Sight>& sights) {
  Relations found;
  for (const auto& sight : sights)
    if (holds(person, role, sight)) found.set(sight.relation);
  return found;
}

/// What those who are away hold by their own roles, lent to each role of the asker there.
std::vector<Standing::Lent> lent_to(const Asker& asker, const std::vector<store::Sight>& sights) {
  std::vector<Standing::Lent> found;
  for (std::size_t cover = 0; cover < asker.covers.size(); ++cover) {
    const auto& covered = asker.covers[cover];
    for (std::size_t by = 0; by < covered.roles.size(); ++by) {
      const auto relations = relations_of(covered.person, covered.roles[by], sights);
      if (relations.empty()) continue;
      for (std::size_t to = 0; to < std::min(asker.roles.size(), most_roles_held); ++to)
        if (asker.roles[to].organisation == covered.organisation)
          found.push_back({to, cover, by, relations});
    }
  }
  return found;
}

}  // namespace

Result<Standing> standing(store::Session& session, const Asker& asker, domain::FileId file) {
  NL_TRY(met, store::file_as_met(session, file, asker.person, asker.at));
  if (!met) return Error{ErrorCode::NotFound, "There is no such file."};
  Standing found{.service = met->service,
                 .lent = lent_to(asker, met->sights),
                 .marks = met->marks,
                 .named = met->named,
                 .reason = std::move(met->reason)};
  for (std::size_t i = 0; i < std::min(asker.roles.size(), most_roles_held); ++i) {
    const auto& role = asker.roles[i];
    found.relations[i] = relations_of(asker.person, role, met->sights);
    if (role.organisation == met->service) found.relations[i].set(Relation::ServiceCase);
  }
  return found;
}

}  // namespace northlight::accounts
