#include "store/subject_access.hpp"

#include <algorithm>
#include <array>

#include "store/checksum.hpp"
#include "store/in_scope.hpp"
#include "store/readable.hpp"

namespace northlight::store {
namespace {

using Text = std::string;
using Maybe = std::optional<std::string>;

std::string context(SubjectRequestId id, std::string_view what) {
  return "subject_request:" + id.text() + ":" + std::string(what);
}

Maybe sealed(const FileKey& key, SubjectRequestId id, std::string_view what,
             const std::optional<Sensitive<std::string>>& words) {
  if (!words) return std::nullopt;
  return key.seal(context(id, what), words->reveal());
}

Result<std::optional<Sensitive<std::string>>> opened(const FileKey& key, SubjectRequestId id,
                                                     std::string_view what, const Maybe& box) {
  if (!box) return std::optional<Sensitive<std::string>>{};
  NL_TRY(words, key.open(context(id, what), *box));
  return std::optional(Sensitive<std::string>(std::move(words)));
}

Maybe iso_of(const std::optional<Date>& day) { return day ? std::optional(iso(*day)) : Maybe{}; }

/// As the row holds it, the sealed words still sealed.
struct RequestRow {
  SubjectRequest request;
  Maybe extended, identity_words, basis_words, closed_words;
};

Result<std::vector<RequestRow>> read_rows(Session& session, const Grant& grant, const Maybe& id) {
  Readable readable;
  const auto read = [&](const Text& row_id, const Text& asked_by, const Text& received,
                        const Text& recorded_at, const Text& recorded_by, const Text& due,
                        Maybe extended, const Maybe& identity_on, Maybe identity_words,
                        const Maybe& basis, Maybe basis_words, const Maybe& closed_at,
                        const Maybe& closed_by, const Maybe& closed_how, Maybe closed_words) {
    RequestRow row{.request = {.id = readable.id<SubjectRequestId>(row_id),
                               .file = grant.file(),
                               .asked_by = readable.known(domain::parse_requester(asked_by)),
                               .received_on = readable.date(received),
                               .recorded_at = readable.instant(recorded_at),
                               .recorded_by = readable.id<domain::PersonId>(recorded_by),
                               .due_on = readable.date(due),
                               .identity_on = readable.date(identity_on),
                               .closed_at = readable.instant(closed_at),
                               .closed_by = readable.id<domain::PersonId>(closed_by)},
                   .extended = std::move(extended),
                   .identity_words = std::move(identity_words),
                   .basis_words = std::move(basis_words),
                   .closed_words = std::move(closed_words)};
    if (basis) row.request.basis = readable.known(domain::parse_answer_basis(*basis));
    if (closed_how) row.request.closed_how = readable.known(domain::parse_request_end(*closed_how));
    return row;
  };
  std::string sql =
      "select id, asked_by, received_on, recorded_at, recorded_by, due_on, extended, identity_on, "
      "identity_words, basis, basis_words, closed_at, closed_by, closed_how, closed_words "
      "from subject_request where file_id = :file";
  std::vector<Bound> bound;
  const auto file = grant.file().text();
  bound.push_back({"file", file});
  if (id) {
    sql += " and id = :id";
    bound.push_back({"id", *id});
  }
  sql += " order by recorded_at desc, id";
  return readable.checked(session.rows<Text, Text, Text, Text, Text, Text, Maybe, Maybe, Maybe,
                                       Maybe, Maybe, Maybe, Maybe, Maybe, Maybe>(sql, bound, read));
}

Result<std::vector<SubjectRequest>> read_requests(Session& session, const Grant& grant,
                                                  const Archive& archive, const Maybe& id) {
  NL_TRY(rows, read_rows(session, grant, id));
  std::vector<SubjectRequest> requests;
  if (rows.empty()) return requests;
  NL_TRY(key, file_key(session, grant, archive.keys));
  for (auto& row : rows) {
    auto request = std::move(row.request);
    NL_TRY(extended, opened(key, request.id, "extended", row.extended));
    NL_TRY(identity, opened(key, request.id, "identity", row.identity_words));
    NL_TRY(basis, opened(key, request.id, "basis", row.basis_words));
    NL_TRY(closed, opened(key, request.id, "closed", row.closed_words));
    request.extended = std::move(extended);
    request.identity_words = std::move(identity);
    request.basis_words = std::move(basis);
    request.closed_words = std::move(closed);
    requests.push_back(std::move(request));
  }
  return requests;
}

Error no_such_request() { return {ErrorCode::NotFound, "There is no such request."}; }

}  // namespace

Status add_subject_request(Transaction& transaction, const Grant& grant, const Archive& archive,
                           const SubjectRequest& request) {
  NL_CHECK(file_key_or_made(transaction, grant, archive.keys));
  NL_CHECK(transaction.run(
      "insert into subject_request (id, file_id, asked_by, received_on, recorded_at, recorded_by, "
      "due_on) values (:id, :file, :asked_by, :received, :at, :by, :due)",
      {{"id", request.id.text()},
       {"file", grant.file().text()},
       {"asked_by", domain::code(request.asked_by)},
       {"received", iso(request.received_on)},
       {"at", platform::iso(grant.at())},
       {"by", grant.person().text()},
       {"due", iso(request.due_on)}}));
  return done();
}

Status change_subject_request(Transaction& transaction, const Grant& grant, const Archive& archive,
                              const SubjectRequest& request) {
  NL_TRY(before, subject_request(transaction, grant, archive, request.id));
  if (!before.open())
    return Error{ErrorCode::Conflict, "This request was closed in the meantime. Reload the page."};
  NL_TRY(key, file_key(transaction, grant, archive.keys));
  const auto basis = request.basis ? std::optional(Text(domain::code(*request.basis))) : Maybe{};
  const auto how =
      request.closed_how ? std::optional(Text(domain::code(*request.closed_how))) : Maybe{};
  const auto closed_at =
      request.closed_at ? std::optional(platform::iso(*request.closed_at)) : Maybe{};
  const auto closed_by = request.closed_by ? std::optional(request.closed_by->text()) : Maybe{};
  NL_CHECK(transaction.run(
      "update subject_request set due_on = :due, extended = :extended, identity_on = :identity_on, "
      "identity_words = :identity, basis = :basis, basis_words = :basis_words, closed_at = "
      ":closed_at, closed_by = :closed_by, closed_how = :how, closed_words = :closed_words "
      "where id = :id and file_id = :file",
      {{"due", iso(request.due_on)},
       {"extended", sealed(key, request.id, "extended", request.extended)},
       {"identity_on", iso_of(request.identity_on)},
       {"identity", sealed(key, request.id, "identity", request.identity_words)},
       {"basis", basis},
       {"basis_words", sealed(key, request.id, "basis", request.basis_words)},
       {"closed_at", closed_at},
       {"closed_by", closed_by},
       {"how", how},
       {"closed_words", sealed(key, request.id, "closed", request.closed_words)},
       {"id", request.id.text()},
       {"file", grant.file().text()}}));
  return done();
}

Status correct_subject_request(Transaction& transaction, const Grant& grant, const Archive& archive,
                               const SubjectRequest& request) {
  NL_TRY(before, subject_request(transaction, grant, archive, request.id));
  NL_CHECK(change_subject_request(transaction, grant, archive, request));
  NL_CHECK(transaction.run(
      "insert into subject_correction (request_id, asked_by, received_on, corrected_by, "
      "corrected_at) values (:id, :asked_by, :received, :by, :at)",
      {{"id", request.id.text()},
       {"asked_by", domain::code(before.asked_by)},
       {"received", iso(before.received_on)},
       {"by", grant.person().text()},
       {"at", platform::iso(grant.at())}}));
  NL_CHECK(
      transaction.run("update subject_request set asked_by = :asked_by, received_on = :received "
                      "where id = :id and file_id = :file",
                      {{"asked_by", domain::code(request.asked_by)},
                       {"received", iso(request.received_on)},
                       {"id", request.id.text()},
                       {"file", grant.file().text()}}));
  return done();
}

Result<std::vector<SubjectCorrection>> corrections_of(Session& session, const Grant& grant,
                                                      SubjectRequestId id) {
  Readable readable;
  return readable.checked(session.rows<Text, Text, Text, Text>(
      "select c.asked_by, c.received_on, c.corrected_by, c.corrected_at from subject_correction c "
      "join subject_request r on r.id = c.request_id "
      "where c.request_id = :id and r.file_id = :file order by c.corrected_at desc",
      {{"id", id.text()}, {"file", grant.file().text()}},
      [&](const Text& asked_by, const Text& received, const Text& by, const Text& at) {
        return SubjectCorrection{readable.known(domain::parse_requester(asked_by)),
                                 readable.date(received), readable.id<domain::PersonId>(by),
                                 readable.instant(at)};
      }));
}

Result<SubjectRequest> subject_request(Session& session, const Grant& grant, const Archive& archive,
                                       SubjectRequestId id) {
  NL_TRY(found, read_requests(session, grant, archive, id.text()));
  if (found.empty()) return no_such_request();
  return std::move(found.front());
}

Result<std::vector<SubjectRequest>> subject_requests_of(Session& session, const Grant& grant,
                                                        const Archive& archive) {
  return read_requests(session, grant, archive, std::nullopt);
}

bool comes_before(const ListedSubjectRequest& a, const ListedSubjectRequest& b) {
  if (a.closed_how.has_value() != b.closed_how.has_value()) return !a.closed_how;
  if (a.due_on != b.due_on) return a.closed_how ? a.due_on > b.due_on : a.due_on < b.due_on;
  return a.id < b.id;
}

Result<std::vector<ListedSubjectRequest>> subject_requests(Session& session, const ListGrant& grant,
                                                           bool victims, std::size_t most) {
  const ScopeParts scope(grant.scope(), victims);
  // A list shows no victim's name.
  const Text whose = victims ? "c.reference, '' " : "c.given_names, c.family_name ";
  const Text table = victims ? "victim" : "child";
  std::vector<ListedSubjectRequest> all;
  Readable readable;
  for (const auto& part : scope.parts()) {
    auto bound = part.bound;
    bound.push_back({"most", most});
    NL_TRY(rows,
           readable.checked(session.rows<Text, Text, Text, Text, Text, Text, Text, Text, Maybe>(
               "select r.id, r.file_id, c.service_id, " + whose +
                   ", r.asked_by, r.received_on, r.due_on, r.closed_how from subject_request r "
                   "join file f on f.id = r.file_id join " +
                   table + " c on c.file_id = f.id" + part.where +
                   " order by case when r.closed_at is null then 0 else 1 end, r.due_on, r.id "
                   "limit :most",
               bound,
               [&](const Text& id, const Text& file, const Text& service, const Text& given,
                   const Text& family, const Text& asked_by, const Text& received, const Text& due,
                   const Maybe& how) {
                 ListedSubjectRequest row{
                     .id = readable.id<SubjectRequestId>(id),
                     .file = readable.id<domain::FileId>(file),
                     .service = readable.id<domain::OrganisationId>(service),
                     .of_victim = victims,
                     .whose = Sensitive<std::string>(victims ? given : given + " " + family),
                     .asked_by = readable.known(domain::parse_requester(asked_by)),
                     .received_on = readable.date(received),
                     .due_on = readable.date(due)};
                 if (how) row.closed_how = readable.known(domain::parse_request_end(*how));
                 return row;
               })));
    all.insert(all.end(), std::make_move_iterator(rows.begin()),
               std::make_move_iterator(rows.end()));
  }
  std::ranges::sort(all, comes_before);
  const auto twice = std::ranges::unique(all, {}, &ListedSubjectRequest::id);
  all.erase(twice.begin(), twice.end());
  if (all.size() > most) all.erase(all.begin() + static_cast<std::ptrdiff_t>(most), all.end());
  return all;
}

}  // namespace northlight::store
