#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "accounts/gate.hpp"
#include "accounts/people.hpp"
#include "base/date.hpp"
#include "base/result.hpp"
#include "platform/keys.hpp"
#include "store/people.hpp"
#include "store/provider_accounts.hpp"
#include "store/scope_counts.hpp"

/// What people do with the people of an organisation: see who works there, let them join, move and
/// leave, lend sight while somebody is away, and explain what somebody sees. Each goes through the
/// gate and is a line of the audit trail; the rules that hold whoever asks are in accounts/people.
/// Who works elsewhere is answered as somebody who does not exist.
namespace northlight::casework {

using accounts::Asker;
using accounts::Gate;

/// The organisations in which the asker may do this, in the order of their roles.
std::vector<domain::OrganisationId> organisations_where(const accounts::Policy& policy,
                                                        const Asker& asker, domain::Action action);

/// An organisation, and what its forms offer to choose from.
struct Workplace {
  store::Organisation organisation;
  std::vector<store::Team> teams;  ///< By name, without those that have closed.

  /// "North"; empty when there is no such team (any more).
  std::string team_name(const std::optional<domain::TeamId>& team) const;
};

/// For a form that does this in the organisation.
Result<Workplace> open_workplace(Gate& gate, const Asker& asker,
                                 domain::OrganisationId organisation, domain::Action action);

/// What the settings of an organisation say of it.
Result<store::Organisation> open_settings(Gate& gate, const Asker& asker,
                                          domain::OrganisationId organisation);

struct PeopleFilter {
  std::optional<domain::TeamId> team{};
  std::string role{};  ///< Empty: any.
  store::Leavers leavers = store::Leavers::Without;
};

/// Somebody and the roles that they hold there today; of who has left, the one that they held last.
struct ListedPerson {
  store::Person person;
  std::vector<store::RoleRow> roles;
};

struct PeopleList {
  Workplace workplace;
  std::vector<ListedPerson> people;  ///< By name.
};
Result<PeopleList> list_people(Gate& gate, const Asker& asker, domain::OrganisationId organisation,
                               const PeopleFilter& filter);

struct NamedCover {
  store::CoverRow cover;
  std::string absent;
  std::string covering;
};
/// For whom the asker covers now or is to cover, the first to begin first. Their own affair: no
/// line of the trail.
Result<std::vector<NamedCover>> own_covers(store::Database& database, const Asker& asker);

/// Somebody as their page shows them.
struct PersonPage {
  Workplace workplace;
  store::Person person;
  std::vector<store::RoleRow> roles;      ///< All that they ever held there, the oldest first.
  std::vector<NamedCover> covers;         ///< That they give or get, and that have not ended.
  std::vector<store::Person> colleagues;  ///< Who could cover for them.
  bool has_password = false;
  bool has_second_factor = false;
  std::vector<store::ConnectedProvider> connected{};  ///< Accounts elsewhere that let them in.
  std::size_t cases = 0;                              ///< That are theirs.
};
Result<PersonPage> open_person(Gate& gate, const Asker& asker, domain::OrganisationId organisation,
                               domain::PersonId person);

/// A link that sets an account up: shown once, to be handed to its owner.
struct Joined {
  domain::PersonId person;
  std::string set_up_link;
};
Result<Joined> add_person(Gate& gate, const platform::Keys& keys, const Asker& asker,
                          const accounts::NewPerson& joiner);

// By whoever may manage people there, of somebody who works there and is not themself.
Result<std::string> new_set_up_link(Gate& gate, const platform::Keys& keys, const Asker& asker,
                                    domain::OrganisationId organisation, domain::PersonId person);
/// They set another up when they next sign in; their sessions end.
Status reset_second_factor(Gate& gate, const Asker& asker, domain::OrganisationId organisation,
                           domain::PersonId person);

Status give_role(Gate& gate, const Asker& asker, domain::PersonId person,
                 const accounts::NewRole& role);

/// Which role of whom.
struct RoleOf {
  domain::OrganisationId organisation;
  domain::PersonId person;
  store::RoleHeldId role;
};
Status end_role(Gate& gate, const Asker& asker, const RoleOf& role, Date last_day);
/// The role goes on in another team, and their cases with it, or without them.
Status move_team(Gate& gate, const Asker& asker, const RoleOf& role,
                 const accounts::TeamMove& move);
Result<accounts::LeftBehind> leave(Gate& gate, const Asker& asker,
                                   domain::OrganisationId organisation, domain::PersonId person,
                                   Date last_day);

/// Why it is arranged is on the trail and nowhere else: 300 letters at most. Invalid (where:
/// "reason") without it.
Status arrange_cover(Gate& gate, const Asker& asker, const accounts::NewCover& cover,
                     std::string_view reason);
Status end_cover(Gate& gate, const Asker& asker, domain::OrganisationId organisation,
                 store::CoverId cover);

Result<domain::TeamId> add_team(Gate& gate, const Asker& asker, domain::OrganisationId organisation,
                                std::string_view name);

/// What it was called before is on the trail.
Status rename_team(Gate& gate, const Asker& asker, domain::OrganisationId organisation,
                   domain::TeamId team, std::string_view name);

/// What one of somebody's roles reaches, by how they stand to the files.
struct ExplainedRole {
  accounts::RoleHeld held;
  std::string organisation;
  std::string team;  ///< Empty: in the whole organisation.
  std::vector<std::pair<domain::Relation, store::ScopeCounts>> reach;  ///< Where there is any.
};

/// "What can this person see, and why?"
struct Explained {
  Workplace workplace;
  store::Person person;
  std::vector<ExplainedRole> roles;
  std::vector<NamedCover> covers;  ///< For whom they cover now.
  store::ScopeCounts all;          ///< Each file once.
};
Result<Explained> explain_sight(Gate& gate, const Asker& asker, domain::OrganisationId organisation,
                                domain::PersonId person);

}  // namespace northlight::casework
