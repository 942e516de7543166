#include <algorithm>

#include "store/people.hpp"
#include "store/readable.hpp"

namespace northlight::store {
namespace {

template <typename AnyId>
std::optional<std::string> text_of(const std::optional<AnyId>& id) {
  return id ? std::optional(id->text()) : std::nullopt;
}

Result<std::vector<RoleRow>> find_roles(Session& session, std::string_view rest,
                                        const Bindings& bindings) {
  Readable readable;
  return readable.checked(
      session.rows<std::string, std::string, std::string, std::string, std::optional<std::string>,
                   std::string, std::optional<std::string>>(
          std::string("select r.id, r.person_id, r.role, r.organisation_id, r.team_id, r.from_on, "
                      "r.until_on from role_held r ")
              .append(rest),
          bindings,
          [&](const std::string& id, const std::string& person, std::string role,
              const std::string& organisation, const std::optional<std::string>& team,
              const std::string& from, const std::optional<std::string>& until) {
            return RoleRow{readable.id<RoleHeldId>(id),
                           readable.id<domain::PersonId>(person),
                           std::move(role),
                           readable.id<domain::OrganisationId>(organisation),
                           readable.id<domain::TeamId>(team),
                           readable.date(from),
                           readable.date(until)};
          }));
}

Result<std::vector<CoverRow>> find_covers(Session& session, std::string_view rest,
                                          const Bindings& bindings) {
  Readable readable;
  return readable.checked(
      session.rows<std::string, std::string, std::string, std::string, std::string, std::string>(
          std::string("select id, absent_id, covering_id, organisation_id, from_at, until_at "
                      "from cover ")
              .append(rest),
          bindings,
          [&](const std::string& id, const std::string& absent, const std::string& covering,
              const std::string& organisation, const std::string& from, const std::string& until) {
            return CoverRow{readable.id<CoverId>(id),
                            readable.id<domain::PersonId>(absent),
                            readable.id<domain::PersonId>(covering),
                            readable.id<domain::OrganisationId>(organisation),
                            readable.instant(from),
                            readable.instant(until)};
          }));
}

/// Two covers may lend the same to somebody: it is one.
HeldNow::OfCover& cover_of(HeldNow& held, domain::PersonId absent,
                           domain::OrganisationId organisation) {
  const auto found = std::ranges::find_if(held.covers, [&](const HeldNow::OfCover& each) {
    return each.absent == absent && each.organisation == organisation;
  });
  if (found != held.covers.end()) return *found;
  return held.covers.emplace_back(HeldNow::OfCover{absent, organisation, {}});
}

void add_once(std::vector<HeldNow::OfRole>& roles, HeldNow::OfRole role) {
  if (std::ranges::find(roles, role) == roles.end()) roles.push_back(std::move(role));
}

}  // namespace

Status give_role(Transaction& transaction, const RoleRow& role,
                 std::optional<domain::PersonId> given_by, platform::Instant at) {
  const auto until = role.until ? std::optional(iso(*role.until)) : std::nullopt;
  NL_CHECK(transaction.run(
      "insert into role_held (id, person_id, role, organisation_id, team_id, from_on, until_on, "
      "given_by, given_at) values (:id, :person, :role, :organisation, :team, :from, :until, "
      ":given_by, :at)",
      {{"id", role.id.text()},
       {"person", role.person.text()},
       {"role", role.role},
       {"organisation", role.organisation.text()},
       {"team", text_of(role.team)},
       {"from", iso(role.from)},
       {"until", until},
       {"given_by", text_of(given_by)},
       {"at", platform::iso(at)}}));
  return done();
}

Status end_role(Transaction& transaction, RoleHeldId role, Date last_day) {
  const auto id = role.text();
  const auto day = iso(last_day);
  // One that had not begun was never held by anybody and leaves no trace here; the audit trail has
  // both its giving and its end.
  NL_CHECK(transaction.run("delete from role_held where id = :id and from_on > :day",
                           {{"id", id}, {"day", day}}));
  NL_CHECK(
      transaction.run("update role_held set until_on = :day where id = :id "
                      "and (until_on is null or until_on > :day)",
                      {{"day", day}, {"id", id}}));
  return done();
}

Status put_off_role_ends(Transaction& transaction, domain::PersonId person, Date from, Date until) {
  NL_CHECK(
      transaction.run("update role_held set until_on = :until where person_id = :person "
                      "and until_on = :from",
                      {{"until", iso(until)}, {"person", person.text()}, {"from", iso(from)}}));
  return done();
}

Result<std::vector<RoleRow>> roles_of(Session& session, domain::PersonId person) {
  return find_roles(session, "where r.person_id = :person order by r.from_on, r.id",
                    {{"person", person.text()}});
}

Result<std::vector<RoleRow>> roles_in_force(Session& session, domain::PersonId person, Date day) {
  return find_roles(session,
                    "join person p on p.id = r.person_id where r.person_id = :person "
                    "and r.from_on <= :day and (r.until_on is null or r.until_on >= :day) "
                    "and p.joined_on <= :day and (p.left_on is null or p.left_on >= :day) "
                    "order by r.from_on, r.id",
                    {{"person", person.text()}, {"day", iso(day)}});
}

Result<std::vector<RoleRow>> holders_of_role(Session& session, domain::OrganisationId organisation,
                                             std::string_view role, Date day) {
  return find_roles(session,
                    "join person p on p.id = r.person_id "
                    "where r.organisation_id = :organisation and r.role = :role "
                    "and r.from_on <= :day and (r.until_on is null or r.until_on >= :day) "
                    "and p.joined_on <= :day and (p.left_on is null or p.left_on >= :day) "
                    "order by r.from_on, r.id",
                    {{"organisation", organisation.text()}, {"role", role}, {"day", iso(day)}});
}

Status add_cover(Transaction& transaction, const CoverRow& cover,
                 std::optional<domain::PersonId> arranged_by, platform::Instant at) {
  NL_CHECK(transaction.run(
      "insert into cover (id, absent_id, covering_id, organisation_id, from_at, until_at, "
      "arranged_by, arranged_at) values (:id, :absent, :covering, :organisation, :from, :until, "
      ":arranged_by, :at)",
      {{"id", cover.id.text()},
       {"absent", cover.absent.text()},
       {"covering", cover.covering.text()},
       {"organisation", cover.organisation.text()},
       {"from", platform::iso(cover.from)},
       {"until", platform::iso(cover.until)},
       {"arranged_by", text_of(arranged_by)},
       {"at", platform::iso(at)}}));
  return done();
}

Status end_cover(Transaction& transaction, CoverId cover, platform::Instant at) {
  NL_CHECK(transaction.run("update cover set until_at = :at where id = :id and until_at > :at",
                           {{"at", platform::iso(at)}, {"id", cover.text()}}));
  return done();
}

Result<std::optional<CoverRow>> cover(Session& session, CoverId id) {
  NL_TRY(found, find_covers(session, "where id = :id", {{"id", id.text()}}));
  if (found.empty()) return std::optional<CoverRow>{};
  return std::optional<CoverRow>{found.front()};
}

Result<std::vector<CoverRow>> covers_of(Session& session, domain::OrganisationId organisation,
                                        platform::Instant at) {
  return find_covers(session,
                     "where organisation_id = :organisation and until_at > :at "
                     "order by from_at, id",
                     {{"organisation", organisation.text()}, {"at", platform::iso(at)}});
}

Result<HeldNow> held_by(Session& session, domain::PersonId person, Date day, platform::Instant at) {
  HeldNow held;
  Readable readable;
  // A role has its name and perhaps a team; a cover has whoever is away, and a row for each role
  // that they hold there.
  NL_CHECK((session.each<std::optional<std::string>, std::string, std::optional<std::string>,
                         std::optional<std::string>>(
      "select role, organisation_id, team_id, absent_id from ("
      "select r.role, r.organisation_id, r.team_id, null as absent_id, r.from_on as since, r.id "
      "from role_held r join person p on p.id = r.person_id where r.person_id = :person "
      "and r.from_on <= :day and (r.until_on is null or r.until_on >= :day) "
      "and p.joined_on <= :day and (p.left_on is null or p.left_on >= :day) "
      "union all "
      "select r.role, c.organisation_id, r.team_id, c.absent_id, c.from_at, c.id from cover c "
      "left join role_held r on r.person_id = c.absent_id "
      "and r.organisation_id = c.organisation_id "
      "and r.from_on <= :day and (r.until_on is null or r.until_on >= :day) "
      "where c.covering_id = :person and c.from_at <= :at and c.until_at > :at) as held "
      "order by since, id",
      {{"person", person.text()}, {"day", iso(day)}, {"at", platform::iso(at)}},
      [&](std::optional<std::string> role, const std::string& organisation,
          const std::optional<std::string>& team, const std::optional<std::string>& absent) {
        const auto within = readable.id<domain::OrganisationId>(organisation);
        auto& roles = absent ? cover_of(held, readable.id<domain::PersonId>(*absent), within).roles
                             : held.roles;
        if (role) add_once(roles, {*std::move(role), within, readable.id<domain::TeamId>(team)});
      })));
  return readable.checked(Result<HeldNow>(std::move(held)));
}

}  // namespace northlight::store
