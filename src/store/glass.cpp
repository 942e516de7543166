#include "store/glass.hpp"

#include "store/readable.hpp"

namespace northlight::store {

Status put_reason(Transaction& transaction, const ReasonRow& row) {
  NL_CHECK(
      transaction.run("insert into glass (id, person_id, file_id, reason, from_at, until_at) "
                      "values (:id, :person, :file, :reason, :from, :until)",
                      {{"id", row.id.text()},
                       {"person", row.person.text()},
                       {"file", row.file.text()},
                       {"reason", row.reason},
                       {"from", platform::iso(row.from)},
                       {"until", platform::iso(row.until)}}));
  return done();
}

Result<std::vector<ReasonRow>> reasons_by(Session& session, domain::PersonId person,
                                          platform::Instant since) {
  Readable readable;
  return readable.checked(
      session.rows<std::string, std::string, std::string, std::string, std::string>(
          "select id, file_id, reason, from_at, until_at from glass "
          "where person_id = :person and until_at > :since order by from_at desc, id",
          {{"person", person.text()}, {"since", platform::iso(since)}},
          [&](const std::string& id, const std::string& file, std::string reason,
              const std::string& from, const std::string& until) {
            return ReasonRow{readable.id<ReasonId>(id),
                             person,
                             readable.id<domain::FileId>(file),
                             std::move(reason),
                             readable.instant(from),
                             readable.instant(until)};
          }));
}

Status put_notice(Transaction& transaction, const NoticeRow& row) {
  NL_CHECK(
      transaction.run("insert into notice (id, person_id, kind, file_id, about_id, cause_id, at) "
                      "values (:id, :to, 'reason-given', :file, :about, :cause, :at)",
                      {{"id", row.id.text()},
                       {"to", row.to.text()},
                       {"file", row.file.text()},
                       {"about", row.about.text()},
                       {"cause", row.cause.text()},
                       {"at", platform::iso(row.at)}}));
  return done();
}

Result<std::vector<NoticeRow>> notices_to(Session& session, domain::PersonId person,
                                          std::size_t most) {
  Readable readable;
  return readable.checked(session.rows<std::string, std::string, std::string, std::string,
                                       std::string, std::string, std::optional<std::string>>(
      "select n.id, n.file_id, n.about_id, n.cause_id, g.reason, n.at, n.seen_at "
      "from notice n join glass g on g.id = n.cause_id where n.person_id = :person "
      "order by n.at desc, n.id limit :most",
      {{"person", person.text()}, {"most", most}},
      [&](const std::string& id, const std::string& file, const std::string& about,
          const std::string& cause, std::string reason, const std::string& at,
          const std::optional<std::string>& seen) {
        return NoticeRow{readable.id<NoticeId>(id),
                         person,
                         readable.id<domain::FileId>(file),
                         readable.id<domain::PersonId>(about),
                         readable.id<ReasonId>(cause),
                         std::move(reason),
                         readable.instant(at),
                         readable.instant(seen)};
      }));
}

Result<std::int64_t> unseen_notices(Session& session, domain::PersonId person) {
  return session.value<std::int64_t>(
      "select count(*) from notice where person_id = :person and seen_at is null",
      {{"person", person.text()}});
}

Result<NoticeRow> see_notice(Transaction& transaction, domain::PersonId person, NoticeId id,
                             platform::Instant at) {
  NL_TRY(row, (transaction.row<std::string, std::string, std::string, std::string>(
                  "select file_id, about_id, cause_id, at from notice "
                  "where id = :id and person_id = :person",
                  {{"id", id.text()}, {"person", person.text()}})));
  if (!row) return Error{ErrorCode::NotFound, "There is no such notice."};
  NL_CHECK(transaction.run("update notice set seen_at = :now where id = :id and seen_at is null",
                           {{"now", platform::iso(at)}, {"id", id.text()}}));
  Readable readable;
  const auto& [file, about, cause, told] = *row;
  return readable.checked(Result<NoticeRow>(NoticeRow{.id = id,
                                                      .to = person,
                                                      .file = readable.id<domain::FileId>(file),
                                                      .about = readable.id<domain::PersonId>(about),
                                                      .cause = readable.id<ReasonId>(cause),
                                                      .at = readable.instant(told),
                                                      .seen_at = at}));
}

Status see_notices(Transaction& transaction, domain::PersonId person, platform::Instant at) {
  NL_CHECK(transaction.run(
      "update notice set seen_at = :now where person_id = :person and seen_at is null",
      {{"now", platform::iso(at)}, {"person", person.text()}}));
  return done();
}

}  // namespace northlight::store
