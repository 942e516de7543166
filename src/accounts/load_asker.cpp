#include "accounts/load_asker.hpp"

#include "store/people.hpp"

namespace northlight::accounts {

Result<Asker> load_asker(store::Session& session, domain::PersonId person, platform::Instant now,
                         std::string source, std::string request) {
  Asker asker{
      .person = person, .at = now, .source = std::move(source), .request = std::move(request)};
  NL_TRY(held, store::held_by(session, person, platform::day_in_london(now), now));
  for (auto& role : held.roles) {
    if (asker.roles.size() == most_roles_held) break;
    asker.roles.push_back({std::move(role.role), role.organisation, role.team});
  }
  for (const auto& cover : held.covers) asker.covers.push_back({cover.absent, cover.organisation});
  return asker;
}

}  // namespace northlight::accounts
