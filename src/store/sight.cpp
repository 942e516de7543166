#include "store/sight.hpp"

#include <array>

#include "platform/random.hpp"

namespace northlight::store {
namespace {

using domain::Mark;

constexpr std::array<std::string_view, 3> holder_kinds{"person", "team", "organisation"};
constexpr std::array<std::string_view, 4> causes{"allocation", "sample", "invitation", "link"};

HolderKind holder_kind(std::string_view text) {
  if (text == "team") return HolderKind::Team;
  return text == "organisation" ? HolderKind::Organisation : HolderKind::Person;
}

}  // namespace

std::string_view code(HolderKind kind) { return holder_kinds.at(static_cast<std::size_t>(kind)); }
std::string_view code(SightCause cause) { return causes.at(static_cast<std::size_t>(cause)); }

Result<std::optional<FileAsMet>> file_as_met(Session& session, domain::FileId file,
                                             domain::PersonId person, platform::Instant at) {
  struct Found {
    std::string service;
    FileAsMet met{domain::OrganisationId{IdBits{}}};
  };
  const auto file_text = file.text();
  const auto person_text = person.text();
  const auto now = platform::iso(at);
  NL_TRY(found,
         (session.row<std::string, std::string, bool, bool, std::optional<std::string>,
                      std::optional<std::string>, std::optional<std::string>>(
             "select f.service_id, f.kind, f.restricted, f.held, "
             "(select min(n.id) from file_named n where n.file_id = f.id "
             " and n.person_id = :person and n.from_at <= :now "
             " and (n.until_at is null or n.until_at > :now)), "
             "(select min(c.id) from conflict_of_interest c where c.file_id = f.id "
             " and c.person_id = :person and c.from_at <= :now "
             " and (c.until_at is null or c.until_at > :now)), "
             "(select max(g.reason) from glass g where g.file_id = f.id "
             " and g.person_id = :person and g.from_at <= :now and g.until_at > :now) "
             "from file f where f.id = :file and f.erased_at is null",
             {{"person", person_text}, {"now", now}, {"file", file_text}},
             [](std::string service, const std::string& kind, bool restricted, bool held,
                const std::optional<std::string>& named, const std::optional<std::string>& conflict,
                std::optional<std::string> reason) {
               Found one{std::move(service)};
               if (restricted) one.met.marks.set(Mark::Restricted);
               if (held) one.met.marks.set(Mark::LegalHold);
               if (kind == "victim") one.met.marks.set(Mark::VictimWalled);
               if (conflict) one.met.marks.set(Mark::ConflictOfInterest);
               one.met.named = named.has_value();
               one.met.reason = std::move(reason);
               return one;
             })));
  if (!found) return std::optional<FileAsMet>{};
  NL_TRY(service, domain::OrganisationId::parse(found->service));
  found->met.service = service;
  return std::optional<FileAsMet>{std::move(found->met)};
}

Result<std::vector<Sight>> sight_of_file(Session& session, domain::FileId file,
                                         platform::Instant at) {
  std::vector<Sight> found;
  Status readable = done();
  NL_CHECK((session.each<std::string, std::string, std::string, std::string>(
      "select holder_kind, holder_id, organisation_id, relation from sight "
      "where file_id = :file and from_at <= :now and (until_at is null or until_at > :now)",
      {{"file", file.text()}, {"now", platform::iso(at)}},
      [&](const std::string& kind, const std::string& holder, const std::string& organisation,
          const std::string& relation) {
        const auto id = IdBits::parse(holder);
        const auto within = domain::OrganisationId::parse(organisation);
        const auto known = domain::parse_relation(relation);
        if (!id || !within || !known) {
          readable = Error{ErrorCode::Unavailable, "The table of sight holds what is no sight."};
          return;
        }
        found.push_back({{holder_kind(kind), *id}, *within, *known});
      })));
  NL_CHECK(std::move(readable));
  return found;
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

}  // namespace northlight::store
