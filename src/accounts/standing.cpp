#include <algorithm>

#include "accounts/may.hpp"
#include "store/sight.hpp"

namespace northlight::accounts {
namespace {

using domain::Relation;

/// Whether the holder of that role is the holder of that sight: in person, by covering for whoever
/// is, or as one of their team or organisation.
bool holds(const Asker& asker, const RoleHeld& role, const store::Sight& sight) {
  if (sight.organisation != role.organisation) return false;
  switch (sight.holder.kind) {
    case store::HolderKind::Person:
      return sight.holder == store::Holder::of(asker.person) ||
             std::ranges::any_of(asker.covers, [&](const Covered& covered) {
               return covered.organisation == role.organisation &&
                      sight.holder == store::Holder::of(covered.person);
             });
    case store::HolderKind::Team:
      return role.team && sight.holder == store::Holder::of(*role.team);
    case store::HolderKind::Organisation:
      return sight.holder == store::Holder::of(role.organisation);
  }
  return false;
}

}  // namespace

Result<Standing> standing(store::Session& session, const Asker& asker, domain::FileId file) {
  NL_TRY(met, store::file_as_met(session, file, asker.person, asker.at));
  if (!met) return Error{ErrorCode::NotFound, "There is no such file."};
  Standing found{.service = met->service,
                 .marks = met->marks,
                 .named = met->named,
                 .reason = std::move(met->reason)};
  for (std::size_t i = 0; i < std::min(asker.roles.size(), most_roles_held); ++i) {
    const auto& role = asker.roles[i];
    if (role.organisation == met->service) found.relations[i].set(Relation::ServiceCase);
    for (const auto& sight : met->sights)
      if (holds(asker, role, sight)) found.relations[i].set(sight.relation);
  }
  return found;
}

}  // namespace northlight::accounts
