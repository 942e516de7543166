#include <algorithm>
#include <iterator>

#include "accounts/load_asker.hpp"
#include "accounts/may.hpp"
#include "accounts/scope.hpp"
#include "casework/people_parts.hpp"
#include "store/cases.hpp"
#include "store/credentials.hpp"

namespace northlight::casework {

using domain::Action;
using domain::OrganisationId;
using domain::PersonId;
using domain::Relation;
using store::RoleRow;
using store::Session;

namespace {

constexpr Relation every_relation[] = {Relation::OwnCase, Relation::TeamCase, Relation::ServiceCase,
                                       Relation::Sampled, Relation::Invited,  Relation::Themself,
                                       Relation::Parent};

Result<Workplace> workplace(Session& session, OrganisationId organisation) {
  NL_TRY(found, store::organisation(session, organisation));
  if (!found) return Error{ErrorCode::NotFound, "There is no such organisation."};
  NL_TRY(teams, store::teams_of(session, organisation));
  std::erase_if(teams, [](const auto& team) { return team.closed_on.has_value(); });
  return Workplace{*std::move(found), std::move(teams)};
}

bool in_force(const RoleRow& role, Date day) {
  return role.from <= day && (!role.until || *role.until >= day);
}

/// What a list shows of somebody's roles there: those of today, or, where there is none, the last.
std::vector<RoleRow> shown_roles(std::vector<RoleRow> there, OrganisationId organisation,
                                 Date today) {
  std::erase_if(there, [&](const RoleRow& role) { return role.organisation != organisation; });
  auto now = there;
  std::erase_if(now, [&](const RoleRow& role) { return !in_force(role, today); });
  if (!now.empty() || there.empty()) return now;
  return {there.back()};
}

bool fits(const std::vector<RoleRow>& roles, const PeopleFilter& filter) {
  if (!filter.team && filter.role.empty()) return true;
  return std::ranges::any_of(roles, [&](const RoleRow& role) {
    return (!filter.team || role.team == filter.team) &&
           (filter.role.empty() || role.role == filter.role);
  });
}

Result<std::string> name_of(Session& session, PersonId person) {
  NL_TRY(found, store::person(session, person));
  return found ? found->name : std::string();
}

template <typename Which>
Result<std::vector<NamedCover>> named_covers(Session& session, OrganisationId organisation,
                                             platform::Instant at, Which which) {
  NL_TRY(all, store::covers_of(session, organisation, at));
  std::vector<NamedCover> named;
  for (const auto& cover : all) {
    if (!which(cover)) continue;
    NL_TRY(absent, name_of(session, cover.absent));
    NL_TRY(covering, name_of(session, cover.covering));
    named.push_back({cover, std::move(absent), std::move(covering)});
  }
  return named;
}

Result<ExplainedRole> explain(Session& session, const accounts::Policy& policy,
                              const Asker& as_they_ask, const accounts::RoleHeld& held) {
  ExplainedRole explained{.held = held, .organisation = {}, .team = {}, .reach = {}};
  NL_TRY(organisation, store::organisation(session, held.organisation));
  if (organisation) explained.organisation = organisation->name;
  if (held.team) {
    NL_TRY(team, store::team(session, *held.team));
    if (team) explained.team = team->name;
  }
  auto by_this_role = as_they_ask;
  by_this_role.roles = {held};
  for (const auto relation : every_relation) {
    NL_TRY(counts, store::count_scope(session, accounts::scope(policy, by_this_role, {relation})));
    if (counts.children + counts.victims > 0) explained.reach.emplace_back(relation, counts);
  }
  return explained;
}

}  // namespace

Result<std::vector<NamedCover>> own_covers(store::Database& database, const Asker& asker) {
  return database.read([&](Session& session) -> Result<std::vector<NamedCover>> {
    std::vector<NamedCover> all;
    std::vector<OrganisationId> asked;
    for (const auto& role : asker.roles) {
      if (std::ranges::find(asked, role.organisation) != asked.end()) continue;
      asked.push_back(role.organisation);
      NL_TRY(there, named_covers(session, role.organisation, asker.at, [&](const auto& cover) {
               return cover.covering == asker.person;
             }));
      std::ranges::move(there, std::back_inserter(all));
    }
    std::ranges::stable_sort(all, {}, [](const NamedCover& one) { return one.cover.from; });
    return all;
  });
}

Error no_such_person() { return {ErrorCode::NotFound, "There is no such person."}; }

Result<std::vector<RoleRow>> known_there(Session& session, OrganisationId organisation,
                                         PersonId person) {
  NL_TRY(held, store::roles_of(session, person));
  std::erase_if(held, [&](const RoleRow& role) { return role.organisation != organisation; });
  NL_TRY(who, store::person(session, person));
  // Whoever comes by a personal link is known to those who work with the child, and to nobody else.
  if (held.empty() || !who || who->kind == store::PersonKind::Link) return no_such_person();
  return std::move(held);
}

Status works_there(Session& session, OrganisationId organisation, PersonId person,
                   platform::Instant at) {
  NL_TRY(held, known_there(session, organisation, person));
  const auto today = platform::day_in_london(at);
  if (std::ranges::all_of(held,
                          [&](const RoleRow& role) { return role.until && *role.until < today; }))
    return no_such_person();
  return done();
}

std::vector<OrganisationId> organisations_where(const accounts::Policy& policy, const Asker& asker,
                                                Action action) {
  std::vector<OrganisationId> found;
  for (const auto& held : asker.roles)
    if (std::ranges::find(found, held.organisation) == found.end() &&
        std::holds_alternative<accounts::Allowed>(
            accounts::may(policy, asker, action, held.organisation)))
      found.push_back(held.organisation);
  return found;
}

std::string Workplace::team_name(const std::optional<domain::TeamId>& team) const {
  const auto found = std::ranges::find_if(teams, [&](const auto& one) { return one.id == team; });
  return found == teams.end() ? std::string() : found->name;
}

Result<Workplace> open_workplace(Gate& gate, const Asker& asker, OrganisationId organisation,
                                 Action action) {
  return gate.read(asker, action, organisation, {},
                   [&](Session& session) { return workplace(session, organisation); });
}

Result<store::Organisation> open_settings(Gate& gate, const Asker& asker,
                                          OrganisationId organisation) {
  return gate.read(asker, Action::ChangeSettings, organisation, {},
                   [&](Session& session) -> Result<store::Organisation> {
                     NL_TRY(there, workplace(session, organisation));
                     return std::move(there.organisation);
                   });
}

Result<PeopleList> list_people(Gate& gate, const Asker& asker, OrganisationId organisation,
                               const PeopleFilter& filter) {
  return gate.read(asker, Action::SeePeople, organisation, {},
                   [&](Session& session) -> Result<PeopleList> {
                     const auto today = platform::day_in_london(asker.at);
                     NL_TRY(there, workplace(session, organisation));
                     NL_TRY(people, store::people_of(session, organisation, today, filter.leavers));
                     PeopleList list{std::move(there), {}};
                     for (auto& person : people) {
                       NL_TRY(all, store::roles_of(session, person.id));
                       auto roles = shown_roles(std::move(all), organisation, today);
                       if (fits(roles, filter))
                         list.people.push_back({std::move(person), std::move(roles)});
                     }
                     return list;
                   });
}

Result<PersonPage> open_person(Gate& gate, const Asker& asker, OrganisationId organisation,
                               PersonId person) {
  return gate.read(
      asker, Action::SeePeople, organisation, {.about = person},
      [&](Session& session) -> Result<PersonPage> {
        const auto today = platform::day_in_london(asker.at);
        NL_TRY(roles, known_there(session, organisation, person));
        NL_TRY(who, store::person(session, person));
        if (!who) return no_such_person();
        NL_TRY(there, workplace(session, organisation));
        NL_TRY(covers, named_covers(session, organisation, asker.at, [&](const auto& cover) {
                 return cover.absent == person || cover.covering == person;
               }));
        NL_TRY(colleagues, store::people_of(session, organisation, today, store::Leavers::Without));
        std::erase_if(colleagues, [&](const auto& one) { return one.id == person; });
        NL_TRY(cases, store::allocations_to(session, person, asker.at));
        NL_TRY(account, store::find_account(session, person, today));
        NL_TRY(connected, store::providers_connected_with(session, person));
        return PersonPage{.workplace = std::move(there),
                          .person = *std::move(who),
                          .roles = std::move(roles),
                          .covers = std::move(covers),
                          .colleagues = std::move(colleagues),
                          .has_password = account && account->password_hash,
                          .has_second_factor = account && account->sealed_seed,
                          .connected = std::move(connected),
                          .cases = cases.size()};
      });
}

Result<Explained> explain_sight(Gate& gate, const Asker& asker, OrganisationId organisation,
                                PersonId person) {
  return gate.read(
      asker, Action::ExplainSight, organisation, {.about = person},
      [&](Session& session) -> Result<Explained> {
        NL_CHECK(known_there(session, organisation, person));
        NL_TRY(who, store::person(session, person));
        if (!who) return no_such_person();
        NL_TRY(there, workplace(session, organisation));
        NL_TRY(as_they_ask, accounts::load_asker(session, person, asker.at, {}, {}));
        Explained explained{std::move(there), *std::move(who), {}, {}, {}};
        for (const auto& held : as_they_ask.roles) {
          NL_TRY(role, explain(session, gate.policy(), as_they_ask, held));
          explained.roles.push_back(std::move(role));
        }
        NL_TRY(covers, named_covers(session, organisation, asker.at, [&](const auto& cover) {
                 return cover.covering == person && cover.from <= asker.at;
               }));
        explained.covers = std::move(covers);
        NL_TRY(all, store::count_scope(session, accounts::scope(gate.policy(), as_they_ask,
                                                                accounts::any_relation)));
        explained.all = all;
        return explained;
      });
}

}  // namespace northlight::casework
