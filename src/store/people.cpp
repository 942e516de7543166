#include "store/people.hpp"

#include <array>

#include "store/readable.hpp"

namespace northlight::store {
namespace {

constexpr std::array<std::string_view, 3> organisation_kinds{"service", "partner", "inspectorate"};

std::optional<std::string> text_of(const std::optional<Date>& date) {
  return date ? std::optional(iso(*date)) : std::nullopt;
}

constexpr std::string_view organisation_columns =
    "select id, kind, slug, name, closed_on from organisation ";
constexpr std::string_view person_columns =
    "select p.id, p.kind, p.name, p.sign_in_name, p.joined_on, p.left_on from person p ";

Result<std::vector<Organisation>> find_organisations(Session& session, std::string_view rest,
                                                     const Bindings& bindings) {
  Readable readable;
  return readable.checked(
      session.rows<std::string, std::string, std::string, std::string, std::optional<std::string>>(
          std::string(organisation_columns).append(rest), bindings,
          [&](const std::string& id, const std::string& kind, std::string slug, std::string name,
              const std::optional<std::string>& closed) {
            return Organisation{readable.id<domain::OrganisationId>(id),
                                readable.known(parse_organisation_kind(kind)), std::move(slug),
                                std::move(name), readable.date(closed)};
          }));
}

Result<std::vector<Person>> find_people(Session& session, std::string_view rest,
                                        const Bindings& bindings) {
  Readable readable;
  return readable.checked(
      session.rows<std::string, std::string, std::string, std::optional<std::string>, std::string,
                   std::optional<std::string>>(
          std::string(person_columns).append(rest), bindings,
          [&](const std::string& id, const std::string& kind, std::string name,
              std::optional<std::string> sign_in_name, const std::string& joined,
              const std::optional<std::string>& left) {
            return Person{readable.id<domain::PersonId>(id),
                          kind == "link" ? PersonKind::Link : PersonKind::Staff,
                          std::move(name),
                          std::move(sign_in_name),
                          readable.date(joined),
                          readable.date(left)};
          }));
}

Result<std::vector<Team>> find_teams(Session& session, std::string_view rest,
                                     const Bindings& bindings) {
  Readable readable;
  return readable.checked(
      session.rows<std::string, std::string, std::string, std::optional<std::string>>(
          std::string("select id, organisation_id, name, closed_on from team ").append(rest),
          bindings,
          [&](const std::string& id, const std::string& organisation, std::string name,
              const std::optional<std::string>& closed) {
            return Team{readable.id<domain::TeamId>(id),
                        readable.id<domain::OrganisationId>(organisation), std::move(name),
                        readable.date(closed)};
          }));
}

template <typename T>
Result<std::optional<T>> first_of(Result<std::vector<T>> found) {
  if (!found) return std::move(found).error();
  if (found->empty()) return std::optional<T>{};
  return std::optional<T>{std::move(found->front())};
}

}  // namespace

std::string_view code(OrganisationKind kind) {
  return organisation_kinds.at(static_cast<std::size_t>(kind));
}
std::optional<OrganisationKind> parse_organisation_kind(std::string_view code) {
  for (std::size_t i = 0; i < organisation_kinds.size(); ++i)
    if (organisation_kinds.at(i) == code) return static_cast<OrganisationKind>(i);
  return std::nullopt;
}

Status add_organisation(Transaction& transaction, const Organisation& organisation,
                        platform::Instant at) {
  NL_CHECK(
      transaction.run("insert into organisation (id, kind, slug, name, added_at, closed_on) "
                      "values (:id, :kind, :slug, :name, :at, :closed)",
                      {{"id", organisation.id.text()},
                       {"kind", code(organisation.kind)},
                       {"slug", organisation.slug},
                       {"name", organisation.name},
                       {"at", platform::iso(at)},
                       {"closed", text_of(organisation.closed_on)}}));
  return done();
}

Result<std::vector<Organisation>> organisations(Session& session) {
  return find_organisations(session, "order by name, id", {});
}

Result<std::optional<Organisation>> organisation(Session& session, domain::OrganisationId id) {
  return first_of(find_organisations(session, "where id = :id", {{"id", id.text()}}));
}

Result<std::optional<Organisation>> organisation_by_slug(Session& session, std::string_view slug) {
  return first_of(find_organisations(session, "where slug = :slug", {{"slug", slug}}));
}

Status add_team(Transaction& transaction, const Team& team) {
  NL_CHECK(
      transaction.run("insert into team (id, organisation_id, name, closed_on) "
                      "values (:id, :organisation, :name, :closed)",
                      {{"id", team.id.text()},
                       {"organisation", team.organisation.text()},
                       {"name", team.name},
                       {"closed", text_of(team.closed_on)}}));
  return done();
}

Status rename_team(Transaction& transaction, domain::TeamId team, std::string_view name) {
  NL_CHECK(transaction.run("update team set name = :name where id = :id",
                           {{"name", name}, {"id", team.text()}}));
  return done();
}

Result<std::vector<Team>> teams_of(Session& session, domain::OrganisationId organisation) {
  return find_teams(session, "where organisation_id = :organisation order by name, id",
                    {{"organisation", organisation.text()}});
}

Result<std::optional<Team>> team(Session& session, domain::TeamId id) {
  return first_of(find_teams(session, "where id = :id", {{"id", id.text()}}));
}

Status add_person(Transaction& transaction, const Person& person, platform::Instant at) {
  NL_CHECK(transaction.run(
      "insert into person (id, kind, name, sign_in_name, added_at, joined_on, left_on) "
      "values (:id, :kind, :name, :sign_in_name, :at, :joined, :left)",
      {{"id", person.id.text()},
       {"kind", person.kind == PersonKind::Link ? "link" : "staff"},
       {"name", person.name},
       {"sign_in_name", person.sign_in_name},
       {"at", platform::iso(at)},
       {"joined", iso(person.joined_on)},
       {"left", text_of(person.left_on)}}));
  return done();
}

Result<std::optional<Person>> person(Session& session, domain::PersonId id) {
  return first_of(find_people(session, "where p.id = :id", {{"id", id.text()}}));
}

Result<std::optional<Person>> person_by_sign_in_name(Session& session, std::string_view name) {
  return first_of(find_people(session, "where p.sign_in_name = :name", {{"name", name}}));
}

namespace {

template <typename AnyId>
Result<std::map<AnyId, std::string>> names_in(Session& session, std::string_view sql,
                                              const std::vector<AnyId>& ids) {
  std::map<AnyId, std::string> names;
  for (const auto& id : ids) {
    if (names.contains(id)) continue;
    NL_TRY(name, session.row<std::string>(sql, {{"id", id.text()}}));
    if (name) names.emplace(id, *std::move(name));
  }
  return names;
}

}  // namespace

Result<std::map<domain::PersonId, std::string>> names_of(Session& session,
                                                         const std::vector<domain::PersonId>& ids) {
  return names_in(session, "select name from person where id = :id", ids);
}

Result<std::map<domain::TeamId, std::string>> names_of(Session& session,
                                                       const std::vector<domain::TeamId>& ids) {
  return names_in(session, "select name from team where id = :id", ids);
}

Result<std::vector<Person>> people_of(Session& session, domain::OrganisationId organisation,
                                      Date day, Leavers leavers) {
  const std::string there =
      "where p.kind = 'staff' and exists (select 1 from role_held r where r.person_id = p.id "
      "and r.organisation_id = :organisation";
  const auto where = organisation.text();
  if (leavers == Leavers::With)
    return find_people(session, there + ") order by p.name, p.id", {{"organisation", where}});
  return find_people(session,
                     there +
                         " and (r.until_on is null or r.until_on >= :day)) "
                         "and (p.left_on is null or p.left_on >= :day) order by p.name, p.id",
                     {{"organisation", where}, {"day", iso(day)}});
}

Status set_left_on(Transaction& transaction, domain::PersonId person, Date last_day) {
  NL_CHECK(transaction.run("update person set left_on = :day where id = :id",
                           {{"day", iso(last_day)}, {"id", person.text()}}));
  return done();
}

}  // namespace northlight::store
