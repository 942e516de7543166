#include <algorithm>

#include "accounts/acts.hpp"
#include "base/text.hpp"
#include "casework/reviewing.hpp"

namespace northlight::casework {
namespace {

using accounts::Trace;
using domain::Action;
using store::AuditOperation;
using store::Grant;
using store::Session;
using store::Transaction;

/// The whole of a document is given or none of it.
Result<std::vector<store::UploadRow>> documents_in(Session& session, const Grant& grant,
                                                   const domain::Holding& given) {
  std::vector<store::UploadRow> found;
  for (const auto& part : given.parts)
    for (const auto& entry : part.entries)
      for (const auto& line : entry.lines) {
        if (line.fact != domain::HeldFact::Document || line.hidden > 0) continue;
        NL_TRY(row, store::upload_row(session, grant, domain::document_of(line)));
        found.push_back(std::move(row));
      }
  return found;
}

Result<ReadyToGive> ready(Session& session, const Grant& grant, const AccessDesk& desk,
                          SubjectRequestId id) {
  NL_TRY(review, review_of(session, grant, desk, id));
  if (!review.request.open())
    return Error{ErrorCode::Conflict, "This request is closed. Reload the page."};
  NL_TRY(key, store::file_key(session, grant, desk.archive.keys));
  auto given = domain::hide(review.holding, review.decided(), desk.policy.shown_as);
  JoinedText all;
  all.add(platform::iso(review.request.recorded_at));
  for (const auto& part : given.parts) all.add(text_of(part));
  NL_TRY(documents, documents_in(session, grant, given));
  return ReadyToGive{std::move(review), std::move(given), key.hash(all.text()),
                     std::move(documents)};
}

std::string of_request(std::string_view code, SubjectRequestId id) {
  return accounts::act(code, {{"request", id.text()}});
}

Error still_in_the_way(const std::vector<std::string>& sentences) {
  return {ErrorCode::Conflict, join(sentences, " ")};
}

/// Who reads and decides what is hidden is not who looks once more and gives it out.
Status may_be_given(const SubjectReview& review, const Grant& grant) {
  if (const auto left = review.in_the_way(); !left.empty()) return still_in_the_way(left);
  if (!review.prepared_by.contains(grant.person())) return done();
  return Error{ErrorCode::Conflict,
               "You wrote this request down, decided on a place in it or marked a part as read. "
               "Another person has to give the answer out."};
}

/// "the child", "a parent or carer".
std::string recipient(const SubjectReview& review) {
  return lower(domain::words(review.request.asked_by, review.subject.of_victim));
}

}  // namespace

Result<ReadyToGive> preview_answer(Gate& gate, const AccessDesk& desk, const Asker& asker,
                                   FileId file, SubjectRequestId id) {
  return gate.read(
      asker, Action::PrepareSubjectAccess, file,
      {.operation = AuditOperation::Combination, .called = of_request("answer-previewed", id)},
      [&](Session& session, const Grant& grant) { return ready(session, grant, desk, id); });
}

Result<ReadyToGive> ready_to_give(Gate& gate, const AccessDesk& desk, const Asker& asker,
                                  FileId file, SubjectRequestId id) {
  return gate.read(
      asker, Action::ReleaseSubjectAccess, file,
      {.operation = AuditOperation::Combination, .called = of_request("answer-looked-over", id)},
      [&](Session& session, const Grant& grant) -> Result<ReadyToGive> {
        NL_TRY(all, ready(session, grant, desk, id));
        NL_CHECK(may_be_given(all.review, grant));
        return std::move(all);
      });
}

Status give_answer(Gate& gate, const AccessDesk& desk, const Asker& asker, FileId file,
                   SubjectRequestId id, std::string_view fingerprint,
                   const std::vector<PrintedCopy>& copies) {
  return gate.change(
      asker, Action::ReleaseSubjectAccess, file,
      {.operation = AuditOperation::Disclosure, .called = of_request("answer-given", id)},
      [&](Transaction& transaction, const Grant& grant, Trace& told) -> Status {
        NL_TRY(now, ready(transaction, grant, desk, id));
        NL_CHECK(may_be_given(now.review, grant));
        if (now.fingerprint != fingerprint)
          return Error{ErrorCode::Conflict,
                       "Something in the file changed while the answer was printed. Look at the "
                       "request again."};
        if (copies.empty()) return Error{ErrorCode::Invalid, "Nothing was printed.", "copies"};
        for (const auto& copy : copies)
          NL_CHECK(
              store::keep_copy(transaction, grant, desk.archive, id, copy.format, copy.content));
        for (const auto& document : now.documents)
          NL_CHECK(store::give_document(transaction, grant, id, document.hash));
        told.recipient = recipient(now.review);
        auto request = std::move(now.review.request);
        request.closed_at = grant.at();
        request.closed_by = grant.person();
        request.closed_how = domain::RequestEnd::Released;
        return store::change_subject_request(transaction, grant, desk.archive, request);
      });
}

Result<SentDocument> open_document(Gate& gate, const AccessDesk& desk,
                                   const store::UploadFolder& folder, const Asker& asker,
                                   FileId file, SubjectRequestId id, std::string_view hash) {
  return gate.read(asker, Action::PrepareSubjectAccess, file,
                   {.called = accounts::act("answer-document", {{"document", plain_hash(hash)},
                                                                {"request", id.text()}})},
                   [&](Session& session, const Grant& grant) -> Result<SentDocument> {
                     NL_TRY(request, store::subject_request(session, grant, desk.archive, id));
                     NL_TRY(row, store::upload_row(session, grant, hash));
                     NL_TRY(given, store::documents_given(session, grant, id));
                     const bool went =
                         std::ranges::find(given, row.hash, &store::UploadRow::hash) != given.end();
                     if (!request.open() && !went)
                       return Error{ErrorCode::NotFound, "This was not given out."};
                     NL_TRY(content, folder.read(row.hash));
                     return SentDocument{row.kind, Sensitive<std::string>(std::move(content))};
                   });
}

Result<Sensitive<std::string>> open_copy(Gate& gate, const AccessDesk& desk, const Asker& asker,
                                         FileId file, SubjectRequestId id,
                                         std::string_view format) {
  const bool known = format == "html" || format == "pdf" || format == "json";
  return gate.read(
      asker, Action::PrepareSubjectAccess, file,
      {.called = accounts::act(
           "answer-copy", {{"format", std::string(known ? format : "")}, {"request", id.text()}})},
      [&](Session& session, const Grant& grant) {
        return store::copy_of(session, grant, desk.archive, id, format);
      });
}

}  // namespace northlight::casework
