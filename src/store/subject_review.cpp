#include <array>

#include "store/checksum.hpp"
#include "store/readable.hpp"
#include "store/subject_access.hpp"

namespace northlight::store {
namespace {

using Text = std::string;
using Maybe = std::optional<std::string>;

constexpr std::array<std::string_view, 4> decisions{"confirmed", "lifted", "added", "taken-back"};

std::optional<HidingDecision> parse_decision(std::string_view code) {
  for (std::size_t i = 0; i < decisions.size(); ++i)
    if (decisions.at(i) == code) return static_cast<HidingDecision>(i);
  return std::nullopt;
}

std::string reason_context(SubjectRequestId id, std::string_view key) {
  return "subject_decision:" + id.text() + ":" + std::string(key);
}

std::string copy_context(SubjectRequestId id, std::string_view format) {
  return "subject_copy:" + id.text() + ":" + std::string(format);
}

/// That the file of the grant has that request.
Status is_there(Session& session, const Grant& grant, SubjectRequestId id) {
  NL_TRY(found,
         session.row<Text>("select id from subject_request where id = :id and file_id = :file",
                           {{"id", id.text()}, {"file", grant.file().text()}}));
  if (!found) return Error{ErrorCode::NotFound, "There is no such request."};
  return done();
}

}  // namespace

std::string_view code(HidingDecision decision) {
  return decisions.at(static_cast<std::size_t>(decision));
}

Result<std::vector<DecisionRow>> subject_decisions(Session& session, const Grant& grant,
                                                   const Archive& archive, SubjectRequestId id) {
  NL_CHECK(is_there(session, grant, id));
  NL_TRY(key, file_key(session, grant, archive.keys));
  Readable readable;
  NL_TRY(rows,
         readable.checked(
             session.rows<Text, Text, Text, Text, std::int64_t, std::int64_t, Maybe, Text, Text>(
                 "select key, decision, place, text_hash, starts, ends, reason, decided_by, "
                 "decided_at from subject_decision where request_id = :id order by decided_at, "
                 "key",
                 {{"id", id.text()}},
                 [&](Text row_key, const Text& decision, Text place, Text text_hash,
                     std::int64_t starts, std::int64_t ends, Maybe reason, const Text& by,
                     const Text& at) {
                   DecisionRow row{.key = std::move(row_key),
                                   .decision = readable.known(parse_decision(decision)),
                                   .place = std::move(place),
                                   .text_hash = std::move(text_hash),
                                   .starts = starts,
                                   .ends = ends,
                                   .by = readable.id<domain::PersonId>(by),
                                   .at = readable.instant(at)};
                   if (reason) row.reason = Sensitive<std::string>(*std::move(reason));
                   return row;
                 })));
  for (auto& row : rows) {
    if (!row.reason) continue;
    NL_TRY(words, key.open(reason_context(id, row.key), row.reason->reveal()));
    row.reason = Sensitive<std::string>(std::move(words));
  }
  return std::move(rows);
}

Status decide_hiding(Transaction& transaction, const Grant& grant, const Archive& archive,
                     SubjectRequestId id, const DecisionRow& row) {
  NL_CHECK(is_there(transaction, grant, id));
  NL_TRY(key, file_key(transaction, grant, archive.keys));
  Maybe reason;
  if (row.reason) reason = key.seal(reason_context(id, row.key), row.reason->reveal());
  NL_CHECK(transaction.run(
      "insert into subject_decision (request_id, key, decision, place, text_hash, starts, ends, "
      "reason, decided_by, decided_at) values (:id, :key, :decision, :place, :hash, :starts, "
      ":ends, :reason, :by, :at) on conflict (request_id, key) do update set decision = :decision, "
      "reason = :reason, decided_by = :by, decided_at = :at",
      {{"id", id.text()},
       {"key", row.key},
       {"decision", code(row.decision)},
       {"place", row.place},
       {"hash", row.text_hash},
       {"starts", row.starts},
       {"ends", row.ends},
       {"reason", reason},
       {"by", grant.person().text()},
       {"at", platform::iso(grant.at())}}));
  return done();
}

Result<std::vector<PartRead>> parts_read(Session& session, const Grant& grant,
                                         SubjectRequestId id) {
  NL_CHECK(is_there(session, grant, id));
  Readable readable;
  return readable.checked(session.rows<Text, Text, Text, Text>(
      "select part, hash, read_by, read_at from subject_part_read where request_id = :id "
      "order by part",
      {{"id", id.text()}}, [&](Text part, Text hash, const Text& by, const Text& at) {
        return PartRead{std::move(part), std::move(hash), readable.id<domain::PersonId>(by),
                        readable.instant(at)};
      }));
}

Status note_part_read(Transaction& transaction, const Grant& grant, SubjectRequestId id,
                      std::string_view part, std::string_view hash) {
  NL_CHECK(is_there(transaction, grant, id));
  NL_CHECK(transaction.run(
      "insert into subject_part_read (request_id, part, hash, read_by, read_at) values (:id, "
      ":part, :hash, :by, :at) on conflict (request_id, part) do update set hash = :hash, "
      "read_by = :by, read_at = :at",
      {{"id", id.text()},
       {"part", part},
       {"hash", hash},
       {"by", grant.person().text()},
       {"at", platform::iso(grant.at())}}));
  return done();
}

Status keep_copy(Transaction& transaction, const Grant& grant, const Archive& archive,
                 SubjectRequestId id, std::string_view format,
                 const Sensitive<std::string>& printed) {
  const auto& content = printed.reveal();
  NL_CHECK(is_there(transaction, grant, id));
  NL_TRY(key, file_key(transaction, grant, archive.keys));
  NL_CHECK(transaction.run(
      "insert into subject_copy (request_id, format, hash, bytes, content, given_at) values (:id, "
      ":format, :hash, :bytes, :content, :at)",
      {{"id", id.text()},
       {"format", format},
       {"hash", checksum_of(content)},
       {"bytes", content.size()},
       {"content", key.seal(copy_context(id, format), content)},
       {"at", platform::iso(grant.at())}}));
  return done();
}

Result<std::vector<SubjectCopy>> copies_of(Session& session, const Grant& grant,
                                           SubjectRequestId id) {
  NL_CHECK(is_there(session, grant, id));
  Readable readable;
  return readable.checked(session.rows<Text, Text, std::int64_t, Text>(
      "select format, hash, bytes, given_at from subject_copy where request_id = :id "
      "order by format",
      {{"id", id.text()}}, [&](Text format, Text hash, std::int64_t bytes, const Text& at) {
        return SubjectCopy{std::move(format), std::move(hash), bytes, readable.instant(at)};
      }));
}

Result<Sensitive<std::string>> copy_of(Session& session, const Grant& grant, const Archive& archive,
                                       SubjectRequestId id, std::string_view format) {
  NL_CHECK(is_there(session, grant, id));
  NL_TRY(row, (session.row<Text, Text>("select hash, content from subject_copy "
                                       "where request_id = :id and format = :format",
                                       {{"id", id.text()}, {"format", format}})));
  if (!row) return Error{ErrorCode::NotFound, "There is no such copy."};
  NL_TRY(key, file_key(session, grant, archive.keys));
  NL_TRY(content, key.open(copy_context(id, format), std::get<1>(*row)));
  if (checksum_of(content) != std::get<0>(*row))
    return Error{ErrorCode::Unavailable,
                 "This copy is not what was given out: its hash does not agree. Tell whoever looks "
                 "after the system, and look at a backup."};
  return Sensitive<std::string>(std::move(content));
}

Status give_document(Transaction& transaction, const Grant& grant, SubjectRequestId id,
                     std::string_view hash) {
  NL_CHECK(is_there(transaction, grant, id));
  NL_CHECK(upload_row(transaction, grant, hash));
  NL_CHECK(transaction.run(
      "insert into subject_document (request_id, hash, given_at) values (:id, :hash, :at)",
      {{"id", id.text()}, {"hash", hash}, {"at", platform::iso(grant.at())}}));
  return done();
}

Result<std::vector<UploadRow>> documents_given(Session& session, const Grant& grant,
                                               SubjectRequestId id) {
  NL_CHECK(is_there(session, grant, id));
  NL_TRY(hashes, session.rows<Text>("select d.hash from subject_document d join upload u "
                                    "on u.hash = d.hash and u.file_id = :file "
                                    "where d.request_id = :id order by u.added_at, d.hash",
                                    {{"file", grant.file().text()}, {"id", id.text()}}));
  std::vector<UploadRow> given;
  for (const auto& hash : hashes) {
    NL_TRY(row, upload_row(session, grant, hash));
    given.push_back(std::move(row));
  }
  return given;
}

}  // namespace northlight::store
