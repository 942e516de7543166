#include "store/provider_roles.hpp"

namespace northlight::store {
namespace {

Result<ProviderRole> role_of(const std::string& role, const std::string& organisation,
                             const std::optional<std::string>& team) {
  NL_TRY(where, domain::OrganisationId::parse(organisation));
  ProviderRole read{role, where, {}};
  if (team) {
    NL_TRY(id, domain::TeamId::parse(*team));
    read.team = id;
  }
  return read;
}

}  // namespace

Result<std::optional<Place>> find_place(Session& session, std::string_view organisation,
                                        const std::optional<std::string>& team) {
  NL_TRY(found, session.row<std::string>(
                    "select id from organisation where slug = :slug and closed_on is null",
                    {{"slug", organisation}}));
  if (!found) return std::optional<Place>{};
  NL_TRY(id, domain::OrganisationId::parse(*found));
  if (!team) return std::optional(Place{id, {}});
  NL_TRY(row, session.row<std::string>("select id from team where organisation_id = :organisation "
                                       "and name = :name and closed_on is null",
                                       {{"organisation", *found}, {"name", *team}}));
  if (!row) return std::optional<Place>{};
  NL_TRY(team_id, domain::TeamId::parse(*row));
  return std::optional(Place{id, team_id});
}

Result<std::vector<HeldProviderRole>> roles_from_provider(Session& session, std::string_view issuer,
                                                          domain::PersonId person, Date today) {
  using Row =
      std::tuple<std::string, std::string, std::string, std::string, std::optional<std::string>>;
  const auto day = iso(today);
  NL_TRY(
      rows,
      (session.rows<std::string, std::string, std::string, std::string, std::optional<std::string>>(
          "select h.id, h.from_on, h.role, h.organisation_id, h.team_id "
          "from provider_role p join role_held h on h.id = p.role_held_id "
          "where p.person_id = :person and p.issuer = :issuer and "
          "(h.until_on is null or h.until_on >= :today) order by h.role, h.id",
          {{"person", person.text()}, {"issuer", issuer}, {"today", day}})));
  std::vector<HeldProviderRole> held;
  for (const Row& row : rows) {
    const auto& [id, from, role, organisation, team] = row;
    NL_TRY(from_on, parse_date(from));
    NL_TRY(read, role_of(role, organisation, team));
    held.push_back({id, from_on, std::move(read)});
  }
  return held;
}

Result<std::vector<ProviderRole>> roles_held(Session& session, domain::PersonId person,
                                             Date today) {
  const auto day = iso(today);
  NL_TRY(rows, (session.rows<std::string, std::string, std::optional<std::string>>(
                   "select role, organisation_id, team_id from role_held "
                   "where person_id = :person and from_on <= :today and "
                   "(until_on is null or until_on >= :today) order by role, id",
                   {{"person", person.text()}, {"today", day}})));
  std::vector<ProviderRole> held;
  for (const auto& [role, organisation, team] : rows) {
    NL_TRY(read, role_of(role, organisation, team));
    held.push_back(std::move(read));
  }
  return held;
}

Status give_provider_role(Transaction& transaction, std::string_view id, std::string_view issuer,
                          domain::PersonId person, const ProviderRole& role, Date today,
                          platform::Instant at) {
  const auto team = role.team ? std::optional(role.team->text()) : std::nullopt;
  NL_CHECK(transaction.run(
      "insert into role_held (id, person_id, role, organisation_id, team_id, from_on, given_at) "
      "values (:id, :person, :role, :organisation, :team, :from_on, :at)",
      {{"id", id},
       {"person", person.text()},
       {"role", role.role},
       {"organisation", role.organisation.text()},
       {"team", team},
       {"from_on", iso(today)},
       {"at", platform::iso(at)}}));
  NL_CHECK(
      transaction.run("insert into provider_role (role_held_id, issuer, person_id) "
                      "values (:id, :issuer, :person)",
                      {{"id", id}, {"issuer", issuer}, {"person", person.text()}}));
  return done();
}

Status end_provider_role(Transaction& transaction, const HeldProviderRole& held, Date today) {
  if (held.from_on < today) {
    NL_CHECK(transaction.run("update role_held set until_on = :until where id = :id",
                             {{"until", iso(add_days(today, -1))}, {"id", held.id}}));
    return done();
  }
  NL_CHECK(
      transaction.run("delete from provider_role where role_held_id = :id", {{"id", held.id}}));
  NL_CHECK(transaction.run("delete from role_held where id = :id", {{"id", held.id}}));
  return done();
}

}  // namespace northlight::store
