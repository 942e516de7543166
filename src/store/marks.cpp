#include "store/marks.hpp"

#include "platform/random.hpp"
#include "store/readable.hpp"

namespace northlight::store {
namespace {

std::string new_id() { return platform::random_id<Id<struct MarkRowKind>>().text(); }

/// The columns of `file` that decisions and lists look at, kept in step with the rows.
Status set_on_file(Transaction& transaction, const Grant& grant, domain::Mark mark, bool lies) {
  NL_CHECK(transaction.run(mark == domain::Mark::Restricted
                               ? "update file set restricted = :lies where id = :file"
                               : "update file set held = :lies where id = :file",
                           {{"lies", lies}, {"file", grant.file().text()}}));
  return done();
}

}  // namespace

Status put_mark(Transaction& transaction, const Grant& grant, domain::Mark mark,
                std::string_view reason) {
  const auto file = grant.file().text();
  const auto now = platform::iso(grant.at());
  NL_TRY(there, transaction.row<std::string>(
                    "select id from file_mark where file_id = :file and mark = :mark "
                    "and until_at is null",
                    {{"file", file}, {"mark", domain::code(mark)}}));
  if (there) return Error{ErrorCode::Conflict, "The file is marked so already."};
  NL_CHECK(
      transaction.run("insert into file_mark (id, file_id, mark, reason, marked_by, from_at) "
                      "values (:id, :file, :mark, :reason, :by, :now)",
                      {{"id", new_id()},
                       {"file", file},
                       {"mark", domain::code(mark)},
                       {"reason", reason},
                       {"by", grant.person().text()},
                       {"now", now}}));
  return set_on_file(transaction, grant, mark, true);
}

Status lift_mark(Transaction& transaction, const Grant& grant, domain::Mark mark) {
  const auto file = grant.file().text();
  const auto now = platform::iso(grant.at());
  NL_TRY(lifted, transaction.run("update file_mark set until_at = :now, lifted_by = :by "
                                 "where file_id = :file and mark = :mark and until_at is null",
                                 {{"now", now},
                                  {"by", grant.person().text()},
                                  {"file", file},
                                  {"mark", domain::code(mark)}}));
  if (lifted == 0) return Error{ErrorCode::NotFound, "The file is not marked so."};
  if (mark == domain::Mark::Restricted)
    NL_CHECK(
        transaction.run("update file_named set until_at = :now where file_id = :file "
                        "and until_at is null",
                        {{"now", now}, {"file", file}}));
  return set_on_file(transaction, grant, mark, false);
}

Result<std::vector<MarkRow>> marks_of(Session& session, const Grant& grant) {
  Readable readable;
  return readable.checked(session.rows<std::string, std::string, std::optional<std::string>,
                                       std::string, std::optional<std::string>>(
      "select mark, reason, marked_by, from_at, until_at from file_mark "
      "where file_id = :file order by from_at desc, id",
      {{"file", grant.file().text()}},
      [&](const std::string& mark, std::string reason, const std::optional<std::string>& by,
          const std::string& from, const std::optional<std::string>& until) {
        return MarkRow{readable.known(domain::parse_mark(mark)), std::move(reason),
                       readable.id<domain::PersonId>(by), readable.instant(from),
                       readable.instant(until)};
      }));
}

Status name_on_file(Transaction& transaction, const Grant& grant, domain::PersonId person) {
  NL_TRY(named, named_on(transaction, grant));
  for (const auto& each : named)
    if (each == person) return done();
  NL_CHECK(
      transaction.run("insert into file_named (id, file_id, person_id, named_by, from_at) "
                      "values (:id, :file, :person, :by, :now)",
                      {{"id", new_id()},
                       {"file", grant.file().text()},
                       {"person", person.text()},
                       {"by", grant.person().text()},
                       {"now", platform::iso(grant.at())}}));
  return done();
}

Status unname_on_file(Transaction& transaction, const Grant& grant, domain::PersonId person) {
  NL_CHECK(
      transaction.run("update file_named set until_at = :now where file_id = :file "
                      "and person_id = :person and until_at is null",
                      {{"now", platform::iso(grant.at())},
                       {"file", grant.file().text()},
                       {"person", person.text()}}));
  return done();
}

Result<std::vector<domain::PersonId>> named_on(Session& session, const Grant& grant) {
  return named_on(session, grant, grant.at());
}

Result<std::vector<domain::PersonId>> named_on(Session& session, const Grant& grant,
                                               platform::Instant at) {
  Readable readable;
  return readable.checked(session.rows<std::string>(
      "select person_id from file_named where file_id = :file and from_at <= :now "
      "and (until_at is null or until_at > :now) order by from_at, person_id",
      {{"file", grant.file().text()}, {"now", platform::iso(at)}},
      [&](const std::string& person) { return readable.id<domain::PersonId>(person); }));
}

Status declare_conflict(Transaction& transaction, const Grant& grant, domain::PersonId person,
                        std::string_view words) {
  NL_CHECK(transaction.run(
      "insert into conflict_of_interest (id, file_id, person_id, words, declared_by, from_at) "
      "values (:id, :file, :person, :words, :by, :now)",
      {{"id", new_id()},
       {"file", grant.file().text()},
       {"person", person.text()},
       {"words", words},
       {"by", grant.person().text()},
       {"now", platform::iso(grant.at())}}));
  return done();
}

Status lift_conflict(Transaction& transaction, const Grant& grant, domain::PersonId person) {
  NL_TRY(lifted, transaction.run("update conflict_of_interest set until_at = :now, lifted_by = :by "
                                 "where file_id = :file and person_id = :person "
                                 "and until_at is null",
                                 {{"now", platform::iso(grant.at())},
                                  {"by", grant.person().text()},
                                  {"file", grant.file().text()},
                                  {"person", person.text()}}));
  if (lifted == 0) return Error{ErrorCode::NotFound, "No conflict of interest is declared."};
  return done();
}

Result<std::vector<ConflictRow>> conflicts_on(Session& session, const Grant& grant) {
  Readable readable;
  return readable.checked(
      session.rows<std::string, std::string, std::string, std::optional<std::string>>(
          "select person_id, words, from_at, until_at from conflict_of_interest "
          "where file_id = :file order by from_at desc, id",
          {{"file", grant.file().text()}},
          [&](const std::string& person, std::string words, const std::string& from,
              const std::optional<std::string>& until) {
            return ConflictRow{readable.id<domain::PersonId>(person), std::move(words),
                               readable.instant(from), readable.instant(until)};
          }));
}

Result<std::vector<domain::FileId>> named_alone(Session& session, domain::PersonId person,
                                                platform::Instant at) {
  Readable readable;
  return readable.checked(session.rows<std::string>(
      "select f.id from file_named n join file f on f.id = n.file_id where f.restricted "
      "and n.person_id = :person and n.from_at <= :now "
      "and (n.until_at is null or n.until_at > :now) and not exists (select 1 from file_named o "
      "where o.file_id = f.id and o.person_id <> :person and o.from_at <= :now "
      "and (o.until_at is null or o.until_at > :now)) order by f.id",
      {{"person", person.text()}, {"now", platform::iso(at)}},
      [&](const std::string& file) { return readable.id<domain::FileId>(file); }));
}

}  // namespace northlight::store
