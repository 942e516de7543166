#include "accounts/load_asker.hpp"

#include "store/people.hpp"

namespace northlight::accounts {
namespace {

std::vector<RoleHeld> roles_of(std::vector<store::HeldNow::OfRole> held) {
  std::vector<RoleHeld> roles;
  for (auto& role : held) {
    if (roles.size() == most_roles_held) break;
    roles.push_back({std::move(role.role), role.organisation, role.team});
  }
  return roles;
}

}  // namespace

Result<Asker> load_asker(store::Session& session, domain::PersonId person, platform::Instant now,
                         std::string source, std::string request) {
  Asker asker{
      .person = person, .at = now, .source = std::move(source), .request = std::move(request)};
  NL_TRY(held, store::held_by(session, person, platform::day_in_london(now), now));
  asker.roles = roles_of(std::move(held.roles));
  for (auto& cover : held.covers)
    asker.covers.push_back({cover.absent, cover.organisation, roles_of(std::move(cover.roles))});
  return asker;
}

}  // namespace northlight::accounts
