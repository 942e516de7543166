#include "store/shared.hpp"

#include <array>

#include "store/readable.hpp"

namespace northlight::store {
namespace {

constexpr std::array<std::string_view, 3> grounds{"agreed-by-child", "required-by-law", "theirs"};

}  // namespace

std::string_view code(SharingGround ground) { return grounds.at(static_cast<std::size_t>(ground)); }

std::string_view words(SharingGround ground) {
  switch (ground) {
    case SharingGround::AgreedByChild:
      return "The child agreed";
    case SharingGround::RequiredByLaw:
      return "The law requires it";
    case SharingGround::Theirs:
      return "It is their own";
  }
  return "";
}

std::optional<SharingGround> parse_sharing_ground(std::string_view code) {
  for (std::size_t i = 0; i < grounds.size(); ++i)
    if (grounds.at(i) == code) return static_cast<SharingGround>(i);
  return std::nullopt;
}

Status share(Transaction& transaction, const Grant& grant, const SharedRow& row) {
  const auto record = row.record ? std::optional(row.record->text()) : std::nullopt;
  const auto person = row.person ? std::optional(row.person->text()) : std::nullopt;
  const auto until = row.until ? std::optional(platform::iso(*row.until)) : std::nullopt;
  NL_CHECK(transaction.run(
      "insert into shared (id, file_id, record_id, relation, person_id, ground, words, shared_by, "
      "from_at, until_at) values (:id, :file, :record, :relation, :person, :ground, :words, :by, "
      ":from, :until)",
      {{"id", row.id.text()},
       {"file", grant.file().text()},
       {"record", record},
       {"relation", domain::code(row.relation)},
       {"person", person},
       {"ground", code(row.ground)},
       {"words", row.words.reveal()},
       {"by", grant.person().text()},
       {"from", platform::iso(row.from)},
       {"until", until}}));
  return done();
}

Status hand_on_shares(Transaction& transaction, const Grant& grant, domain::PersonId before,
                      domain::PersonId now) {
  NL_CHECK(
      transaction.run("update shared set person_id = :now where person_id = :before "
                      "and file_id = :file and (until_at is null or until_at > :at)",
                      {{"now", now.text()},
                       {"before", before.text()},
                       {"file", grant.file().text()},
                       {"at", platform::iso(grant.at())}}));
  return done();
}

Status stop_sharing(Transaction& transaction, const Grant& grant, SharedId id) {
  NL_TRY(stopped, transaction.run("update shared set until_at = :now where id = :id "
                                  "and file_id = :file and (until_at is null or until_at > :now)",
                                  {{"now", platform::iso(grant.at())},
                                   {"id", id.text()},
                                   {"file", grant.file().text()}}));
  if (stopped == 0) return Error{ErrorCode::NotFound, "The file does not share that."};
  return done();
}

Result<std::vector<SharedRow>> shared_of(Session& session, const Grant& grant) {
  Readable readable;
  return readable.checked(
      session.rows<std::string, std::optional<std::string>, std::string, std::optional<std::string>,
                   std::string, std::string, std::string, std::optional<std::string>>(
          "select id, record_id, relation, person_id, ground, words, from_at, until_at from shared "
          "where file_id = :file order by from_at desc, id",
          {{"file", grant.file().text()}},
          [&](const std::string& id, const std::optional<std::string>& record,
              const std::string& relation, const std::optional<std::string>& person,
              const std::string& ground, std::string words, const std::string& from,
              const std::optional<std::string>& until) {
            return SharedRow{readable.id<SharedId>(id),
                             readable.id<domain::RecordId>(record),
                             readable.known(domain::parse_relation(relation)),
                             readable.id<domain::PersonId>(person),
                             readable.known(parse_sharing_ground(ground)),
                             Sensitive(std::move(words)),
                             readable.instant(from),
                             readable.instant(until)};
          }));
}

Result<std::vector<InvitationRow>> invitations_of(Session& session, const Grant& grant) {
  Readable readable;
  return readable.checked(
      session.rows<std::string, std::string, std::string, std::string, std::optional<std::string>>(
          "select cause_id, holder_id, organisation_id, from_at, until_at from sight "
          "where file_id = :file and cause_kind = 'invitation' and holder_kind = 'person' "
          "order by from_at desc, id",
          {{"file", grant.file().text()}},
          [&](std::string id, const std::string& person, const std::string& organisation,
              const std::string& from, const std::optional<std::string>& until) {
            return InvitationRow{std::move(id), readable.id<domain::PersonId>(person),
                                 readable.id<domain::OrganisationId>(organisation),
                                 readable.instant(from), readable.instant(until)};
          }));
}

Result<std::vector<domain::OrganisationId>> agencies_asked_in(Session& session,
                                                              domain::OrganisationId service) {
  Readable readable;
  return readable.checked(session.rows<std::string>(
      "select o.id from organisation o where o.kind = 'partner' and o.closed_on is null "
      "and exists (select 1 from sight s join file f on f.id = s.file_id "
      "where s.organisation_id = o.id and s.cause_kind = 'invitation' "
      "and f.service_id = :service) order by o.name, o.id",
      {{"service", service.text()}},
      [&](const std::string& id) { return readable.id<domain::OrganisationId>(id); }));
}

}  // namespace northlight::store
