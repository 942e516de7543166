#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"
#include "base/result.hpp"
#include "domain/ids.hpp"
#include "platform/clock.hpp"
#include "store/session.hpp"

/// Organisations, their teams and people, and the roles that people hold. Nothing is deleted: who
/// left still stands behind what they signed.
namespace northlight::store {

enum class OrganisationKind { Service, Partner, Inspectorate };
std::string_view code(OrganisationKind kind);  ///< "service", as policy/roles.toml writes it.
std::optional<OrganisationKind> parse_organisation_kind(std::string_view code);

struct Organisation {
  domain::OrganisationId id;
  OrganisationKind kind = OrganisationKind::Service;
  std::string slug;  ///< "hollowbeck"
  std::string name;  ///< "Hollowbeck Youth Justice Service"
  std::optional<Date> closed_on{};
};

struct Team {
  domain::TeamId id;
  domain::OrganisationId organisation;
  std::string name;
  std::optional<Date> closed_on{};
};

enum class PersonKind { Staff, Link };

struct Person {
  domain::PersonId id;
  PersonKind kind = PersonKind::Staff;
  std::string name;
  std::optional<std::string> sign_in_name{};  ///< In lower case.
  Date joined_on{};
  std::optional<Date> left_on{};  ///< Their last day.
};

using RoleHeldId = Id<struct RoleHeldKind>;

/// A role on every day from `from` to `until`, both included.
struct RoleRow {
  RoleHeldId id;
  domain::PersonId person;
  std::string role;
  domain::OrganisationId organisation;
  std::optional<domain::TeamId> team{};
  Date from{};
  std::optional<Date> until{};
};

using CoverId = Id<struct CoverKind>;

struct CoverRow {
  CoverId id;
  domain::PersonId absent;
  domain::PersonId covering;
  domain::OrganisationId organisation;
  platform::Instant from{};
  platform::Instant until{};
};

// Organisations and teams. Adding fails with Conflict where the slug or the name is taken.
Status add_organisation(Transaction& transaction, const Organisation& organisation,
                        platform::Instant at);
Result<std::vector<Organisation>> organisations(Session& session);  ///< By name.
Result<std::optional<Organisation>> organisation(Session& session, domain::OrganisationId id);
Result<std::optional<Organisation>> organisation_by_slug(Session& session, std::string_view slug);
Status add_team(Transaction& transaction, const Team& team);
Status rename_team(Transaction& transaction, domain::TeamId team, std::string_view name);
Result<std::vector<Team>> teams_of(Session& session, domain::OrganisationId organisation);
Result<std::optional<Team>> team(Session& session, domain::TeamId id);

// People. Adding fails with Conflict where somebody has that name to sign in with.
Status add_person(Transaction& transaction, const Person& person, platform::Instant at);
Result<std::optional<Person>> person(Session& session, domain::PersonId id);
Result<std::optional<Person>> person_by_sign_in_name(Session& session, std::string_view name);
/// What they are called; whoever is not known is left out.
Result<std::map<domain::PersonId, std::string>> names_of(Session& session,
                                                         const std::vector<domain::PersonId>& ids);
Result<std::map<domain::TeamId, std::string>> names_of(Session& session,
                                                       const std::vector<domain::TeamId>& ids);
/// Staff who hold or held a role there, by name; without those who left before `day` unless asked
/// for.
enum class Leavers { Without, With };
Result<std::vector<Person>> people_of(Session& session, domain::OrganisationId organisation,
                                      Date day, Leavers leavers);
Status set_left_on(Transaction& transaction, domain::PersonId person, Date last_day);

// Roles.
Status give_role(Transaction& transaction, const RoleRow& role,
                 std::optional<domain::PersonId> given_by, platform::Instant at);
/// The last day on which it is held; a role that would end before it began is held no day.
Status end_role(Transaction& transaction, RoleHeldId role, Date last_day);
/// Roles of that person that end on one day end on a later one instead.
Status put_off_role_ends(Transaction& transaction, domain::PersonId person, Date from, Date until);
/// All that the person ever held, the oldest first.
Result<std::vector<RoleRow>> roles_of(Session& session, domain::PersonId person);
Result<std::vector<RoleRow>> roles_in_force(Session& session, domain::PersonId person, Date day);
Result<std::vector<RoleRow>> holders_of_role(Session& session, domain::OrganisationId organisation,
                                             std::string_view role, Date day);

// Cover.
Status add_cover(Transaction& transaction, const CoverRow& cover,
                 std::optional<domain::PersonId> arranged_by, platform::Instant at);
Status end_cover(Transaction& transaction, CoverId cover, platform::Instant at);
Result<std::optional<CoverRow>> cover(Session& session, CoverId id);
/// Those that have not ended, by whoever and for whomever.
Result<std::vector<CoverRow>> covers_of(Session& session, domain::OrganisationId organisation,
                                        platform::Instant at);

/// What somebody may act by at a moment, the oldest first: the roles in force on that day, and
/// those whom they cover, with theirs.
struct HeldNow {
  struct OfRole {
    std::string role;
    domain::OrganisationId organisation;
    std::optional<domain::TeamId> team{};

    friend bool operator==(const OfRole&, const OfRole&) = default;
  };
  struct OfCover {
    domain::PersonId absent;
    domain::OrganisationId organisation;
    std::vector<OfRole> roles{};  ///< Of whoever is away, in that organisation.
  };
  std::vector<OfRole> roles{};
  std::vector<OfCover> covers{};
};
/// One statement: it is asked for every request of somebody who is signed in.
Result<HeldNow> held_by(Session& session, domain::PersonId person, Date day, platform::Instant at);

}  // namespace northlight::store
