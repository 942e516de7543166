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

Result<bool> reason_was_given(Session& session, domain::PersonId person, domain::FileId file,
                              std::string_view reason, platform::Instant at) {
  NL_TRY(found,
         session.row<std::string>(
             "select min(id) from glass where person_id = :person and file_id = :file "
             "and reason = :reason and from_at <= :at and until_at > :at having count(*) > 0",
             {{"person", person.text()},
              {"file", file.text()},
              {"reason", reason},
              {"at", platform::iso(at)}}));
  return found.has_value();
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

namespace {

/// The person's own: all of them where no id is given.
Result<std::vector<NoticeRow>> notices(Session& session, domain::PersonId person,
                                       std::string_view which, const std::vector<Bound>& bound) {
  Readable readable;
  return readable.checked(
      session.rows<std::string, std::string, std::string, std::string, std::string, std::string,
                   std::optional<std::string>, std::string>(
          "select n.id, n.file_id, n.about_id, n.cause_id, g.reason, n.at, n.seen_at, "
          "f.service_id from notice n join glass g on g.id = n.cause_id join file f on f.id = "
          "n.file_id where n.person_id = :person " +
              std::string(which),
          bound,
          [&](const std::string& id, const std::string& file, const std::string& about,
              const std::string& cause, std::string reason, const std::string& at,
              const std::optional<std::string>& seen, const std::string& service) {
            return NoticeRow{readable.id<NoticeId>(id),
                             person,
                             readable.id<domain::FileId>(file),
                             readable.id<domain::PersonId>(about),
                             readable.id<ReasonId>(cause),
                             std::move(reason),
                             readable.instant(at),
                             readable.instant(seen),
                             readable.id<domain::OrganisationId>(service)};
          }));
}

}  // namespace

Result<std::vector<NoticeRow>> notices_to(Session& session, domain::PersonId person,
                                          std::size_t most) {
  return notices(session, person, "order by n.at desc, n.id limit :most",
                 {{"person", person.text()}, {"most", most}});
}

Result<NoticeRow> notice_to(Session& session, domain::PersonId person, NoticeId id) {
  NL_TRY(found, notices(session, person, "and n.id = :id",
                        {{"person", person.text()}, {"id", id.text()}}));
  if (found.empty()) return Error{ErrorCode::NotFound, "There is no such notice."};
  return std::move(found.front());
}

Result<std::int64_t> unseen_notices(Session& session, domain::PersonId person) {
  return session.value<std::int64_t>(
      "select count(*) from notice where person_id = :person and seen_at is null",
      {{"person", person.text()}});
}

Status see_notice(Transaction& transaction, domain::PersonId person, NoticeId id,
                  platform::Instant at) {
  NL_CHECK(
      transaction.run("update notice set seen_at = :now where id = :id and person_id = :person "
                      "and seen_at is null",
                      {{"now", platform::iso(at)}, {"id", id.text()}, {"person", person.text()}}));
  return done();
}

Status see_notices(Transaction& transaction, domain::PersonId person, platform::Instant at) {
  NL_CHECK(transaction.run(
      "update notice set seen_at = :now where person_id = :person and seen_at is null",
      {{"now", platform::iso(at)}, {"person", person.text()}}));
  return done();
}

}  // namespace northlight::store
