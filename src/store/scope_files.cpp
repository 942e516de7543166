#include "store/scope_files.hpp"

#include <set>

#include "store/in_scope.hpp"
#include "store/readable.hpp"

namespace northlight::store {
namespace {

using MaybeText = std::optional<std::string>;

/// Adds the ids of children's or of victims' files, each part of the scope by itself.
Status add_ids(Session& session, const SightScope& scope, bool victims, const std::string& after,
               std::size_t most, std::set<std::string>& ids) {
  const ScopeParts parts(scope, victims);
  for (const auto& part : parts.parts()) {
    auto bound = part.bound;
    bound.push_back({"after", after});
    bound.push_back({"most", most});
    NL_CHECK(session.each<std::string>(
        std::string("select c.file_id from ")
            .append(victims ? "victim" : "child")
            .append(" c join file f on f.id = c.file_id")
            .append(part.where)
            .append(" and c.file_id > :after order by c.file_id limit :most"),
        bound, [&](std::string file) { ids.insert(std::move(file)); }));
  }
  return done();
}

SightCause cause_of(std::string_view text) {
  for (const auto cause : {SightCause::Sample, SightCause::Invitation, SightCause::Link})
    if (code(cause) == text) return cause;
  return SightCause::Allocation;
}

HolderKind holder_of(std::string_view text) {
  for (const auto kind : {HolderKind::Team, HolderKind::Organisation})
    if (code(kind) == text) return kind;
  return HolderKind::Person;
}

Result<std::vector<SightWithCause>> sights_on(Session& session, std::string_view file,
                                              std::string_view now) {
  Readable readable;
  return readable.checked(session.rows<std::string, std::string, std::string, std::string,
                                       std::string, MaybeText, std::string, std::string>(
      "select holder_kind, holder_id, organisation_id, relation, from_at, until_at, "
      "cause_kind, cause_id from sight where file_id = :file and from_at <= :now "
      "and (until_at is null or until_at > :now) order by from_at, id",
      {{"file", file}, {"now", now}},
      [&](const std::string& kind, const std::string& holder, const std::string& organisation,
          const std::string& relation, const std::string& from, const MaybeText& until,
          const std::string& cause, std::string cause_id) {
        return SightWithCause{
            {{holder_of(kind), readable.id<Id<struct AnyHolderKind>>(holder).bits()},
             readable.id<domain::OrganisationId>(organisation),
             readable.known(domain::parse_relation(relation))},
            readable.instant(from),
            readable.instant(until),
            cause_of(cause),
            std::move(cause_id)};
      }));
}

Result<std::optional<ScopeFile>> scope_file(Session& session, const SightScope& scope,
                                            const std::string& id) {
  const auto person = scope.person.text();
  const auto now = platform::iso(scope.at);
  Readable readable;
  NL_TRY(found,
         readable.checked(session.row<std::string, std::string, bool, MaybeText>(
             "select f.service_id, f.kind, f.restricted, (select min(n.id) from file_named n "
             "where n.file_id = f.id and n.person_id = :person and n.from_at <= :now "
             "and (n.until_at is null or n.until_at > :now)) from file f where f.id = :file",
             {{"person", person}, {"now", now}, {"file", id}},
             [&](const std::string& service, const std::string& kind, bool restricted,
                 const MaybeText& named) {
               return ScopeFile{.file = readable.id<domain::FileId>(id),
                                .service = readable.id<domain::OrganisationId>(service),
                                .victim = kind == "victim",
                                .restricted = restricted,
                                .named = named.has_value()};
             })));
  if (!found) return std::optional<ScopeFile>{};
  NL_TRY(teams, session.rows<std::string>(
                    "select distinct t.name from allocation a join team t on t.id = a.team_id "
                    "where a.file_id = :file and a.from_at <= :now "
                    "and (a.until_at is null or a.until_at > :now) order by t.name",
                    {{"file", id}, {"now", now}}));
  NL_TRY(sights, sights_on(session, id, now));
  found->teams = std::move(teams);
  found->sights = std::move(sights);
  return std::move(found);
}

}  // namespace

Result<std::vector<ScopeFile>> files_in_scope(Session& session, const SightScope& scope,
                                              const std::optional<domain::FileId>& after,
                                              std::size_t most) {
  std::set<std::string> ids;
  const auto from = after ? after->text() : std::string();
  for (const bool victims : {false, true})
    NL_CHECK(add_ids(session, scope, victims, from, most, ids));
  std::vector<ScopeFile> files;
  for (const auto& id : ids) {
    if (files.size() == most) break;
    NL_TRY(file, scope_file(session, scope, id));
    if (file) files.push_back(*std::move(file));
  }
  return files;
}

}  // namespace northlight::store
