#include "store/sight.hpp"

#include <array>

#include "platform/random.hpp"
#include "store/readable.hpp"

namespace northlight::store {
namespace {

using domain::Mark;
using MaybeText = std::optional<std::string>;

constexpr std::array<std::string_view, 3> holder_kinds{"person", "team", "organisation"};
constexpr std::array<std::string_view, 4> causes{"allocation", "sample", "invitation", "link"};

HolderKind holder_kind(std::string_view text) {
  if (text == "team") return HolderKind::Team;
  return text == "organisation" ? HolderKind::Organisation : HolderKind::Person;
}

Sight sight_of(Readable& readable, std::string_view kind, const std::string& holder,
               const std::string& organisation, std::string_view relation) {
  return {{holder_kind(kind), readable.id<Id<struct AnyHolderKind>>(holder).bits()},
          readable.id<domain::OrganisationId>(organisation),
          readable.known(domain::parse_relation(relation))};
}

}  // namespace

std::string_view code(HolderKind kind) { return holder_kinds.at(static_cast<std::size_t>(kind)); }
std::string_view code(SightCause cause) { return causes.at(static_cast<std::size_t>(cause)); }

Result<std::optional<FileAsMet>> file_as_met(Session& session, domain::FileId file,
                                             domain::PersonId person, platform::Instant at) {
  std::optional<FileAsMet> met;
  Readable readable;
  // A row for each sight, with the file's own columns in each; one without a sight where nobody
  // has.
  NL_CHECK((session.each<std::string, std::string, bool, bool, MaybeText, MaybeText, MaybeText,
                         MaybeText, MaybeText, MaybeText, MaybeText>(
      "with met as materialized (select f.id, f.service_id, f.kind, f.restricted, f.held, "
      "(select min(n.id) from file_named n where n.file_id = f.id "
      " and n.person_id = :person and n.from_at <= :now "
      " and (n.until_at is null or n.until_at > :now)) as named, "
      "(select min(c.id) from conflict_of_interest c where c.file_id = f.id "
      " and c.person_id = :person and c.from_at <= :now "
      " and (c.until_at is null or c.until_at > :now)) as conflict, "
      "(select max(g.reason) from glass g where g.file_id = f.id "
      " and g.person_id = :person and g.from_at <= :now and g.until_at > :now) as reason "
      "from file f where f.id = :file and f.erased_at is null) "
      "select m.service_id, m.kind, m.restricted, m.held, m.named, m.conflict, m.reason, "
      "s.holder_kind, s.holder_id, s.organisation_id, s.relation "
      "from met m left join sight s on s.file_id = m.id "
      "and s.from_at <= :now and (s.until_at is null or s.until_at > :now)",
      {{"person", person.text()}, {"now", platform::iso(at)}, {"file", file.text()}},
      [&](const std::string& service, const std::string& kind, bool restricted, bool held,
          const MaybeText& named, const MaybeText& conflict, MaybeText reason,
          const MaybeText& holder_kind, const MaybeText& holder, const MaybeText& organisation,
          const MaybeText& relation) {
        if (!met) {
          met = FileAsMet{readable.id<domain::OrganisationId>(service)};
          if (restricted) met->marks.set(Mark::Restricted);
          if (held) met->marks.set(Mark::LegalHold);
          if (kind == "victim") met->marks.set(Mark::VictimWalled);
          if (conflict) met->marks.set(Mark::ConflictOfInterest);
          met->named = named.has_value();
          met->reason = std::move(reason);
        }
        if (holder_kind && holder && organisation && relation)
          met->sights.push_back(
              sight_of(readable, *holder_kind, *holder, *organisation, *relation));
      })));
  return readable.checked(Result<std::optional<FileAsMet>>(std::move(met)));
}

Result<std::vector<Sight>> sight_of_file(Session& session, domain::FileId file,
                                         platform::Instant at) {
  Readable readable;
  return readable.checked(session.rows<std::string, std::string, std::string, std::string>(
      "select holder_kind, holder_id, organisation_id, relation from sight "
      "where file_id = :file and from_at <= :now and (until_at is null or until_at > :now)",
      {{"file", file.text()}, {"now", platform::iso(at)}},
      [&](const std::string& kind, const std::string& holder, const std::string& organisation,
          const std::string& relation) {
        return sight_of(readable, kind, holder, organisation, relation);
      }));
}

Status give_sight(Transaction& transaction, const NewSight& sight) {
  const auto until = sight.until ? std::optional(platform::iso(*sight.until)) : std::nullopt;
  NL_CHECK(transaction.run(
      "insert into sight (id, holder_kind, holder_id, organisation_id, file_id, relation, from_at, "
      "until_at, cause_kind, cause_id) values (:id, :kind, :holder, :organisation, :file, "
      ":relation, :from, :until, :cause_kind, :cause)",
      {{"id", platform::random_id<Id<struct SightKind>>().text()},
       {"kind", code(sight.holder.kind)},
       {"holder", sight.holder.id.text()},
       {"organisation", sight.organisation.text()},
       {"file", sight.file.text()},
       {"relation", domain::code(sight.relation)},
       {"from", platform::iso(sight.from)},
       {"until", until},
       {"cause_kind", code(sight.cause)},
       {"cause", sight.cause_id}}));
  return done();
}

Status end_sight(Transaction& transaction, SightCause cause, std::string_view cause_id,
                 platform::Instant at) {
  NL_CHECK(transaction.run(
      "update sight set until_at = :now where cause_kind = :kind and cause_id = :cause "
      "and (until_at is null or until_at > :now)",
      {{"now", platform::iso(at)}, {"kind", code(cause)}, {"cause", cause_id}}));
  return done();
}

Status end_sight_of(Transaction& transaction, SightCause cause, std::string_view cause_id,
                    const Holder& holder, platform::Instant at) {
  NL_CHECK(transaction.run(
      "update sight set until_at = :now where cause_kind = :kind and cause_id = :cause "
      "and holder_kind = :holder_kind and holder_id = :holder "
      "and (until_at is null or until_at > :now)",
      {{"now", platform::iso(at)},
       {"kind", code(cause)},
       {"cause", cause_id},
       {"holder_kind", code(holder.kind)},
       {"holder", holder.id.text()}}));
  return done();
}

Status go_on_seeing(Transaction& transaction, SightCause cause, std::string_view cause_id,
                    platform::Instant at, platform::Instant until) {
  NL_CHECK(transaction.run(
      "update sight set until_at = :until where cause_kind = :kind and cause_id = :cause "
      "and from_at <= :now and (until_at is null or until_at > :now)",
      {{"until", platform::iso(until)},
       {"now", platform::iso(at)},
       {"kind", code(cause)},
       {"cause", cause_id}}));
  return done();
}

}  // namespace northlight::store
