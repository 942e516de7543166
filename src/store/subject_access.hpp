#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"
#include "base/result.hpp"
#include "base/sensitive.hpp"
#include "domain/subject_access.hpp"
#include "store/archive.hpp"
#include "store/grant.hpp"
#include "store/session.hpp"
#include "store/uploads.hpp"

/// Requests for what is held on somebody: of the file of the grant. What people typed about them is
/// sealed with the file's key, and so is what was given out: both go when the key goes.
namespace northlight::store {

using SubjectRequestId = Id<struct SubjectRequestKind>;

struct SubjectRequest {
  SubjectRequestId id;
  domain::FileId file;
  domain::Requester asked_by = domain::Requester::Child;
  Date received_on{};
  platform::Instant recorded_at{};
  domain::PersonId recorded_by;
  Date due_on{};
  std::optional<Sensitive<std::string>> extended{};  ///< Why it takes longer.
  std::optional<Date> identity_on{};                 ///< When it was seen who they are.
  std::optional<Sensitive<std::string>> identity_words{};
  std::optional<domain::AnswerBasis> basis{};
  std::optional<Sensitive<std::string>> basis_words{};
  std::optional<platform::Instant> closed_at{};
  std::optional<domain::PersonId> closed_by{};
  std::optional<domain::RequestEnd> closed_how{};
  std::optional<Sensitive<std::string>> closed_words{};

  bool open() const { return !closed_at.has_value(); }
};

/// Keeps a new one: what is optional is left empty. Makes the file's key where it has none.
Status add_subject_request(Transaction& transaction, const Grant& grant, const Archive& archive,
                           const SubjectRequest& request);
/// What a request said before somebody put it right.
struct SubjectCorrection {
  domain::Requester asked_by = domain::Requester::Child;
  Date received_on{};
  domain::PersonId by;
  platform::Instant at{};
};
/// Keeps who asks and when it was received as `request` says, with what stood there before.
/// NotFound where the file has no such request, Conflict where it is closed.
Status correct_subject_request(Transaction& transaction, const Grant& grant, const Archive& archive,
                               const SubjectRequest& request);
/// The latest first.
Result<std::vector<SubjectCorrection>> corrections_of(Session& session, const Grant& grant,
                                                      SubjectRequestId id);

/// Keeps what else may change of it: when it is due, identity, basis, extension, end. NotFound
/// where the file has no such request, Conflict where it is closed already.
Status change_subject_request(Transaction& transaction, const Grant& grant, const Archive& archive,
                              const SubjectRequest& request);
/// NotFound where the file of the grant has none of that id.
Result<SubjectRequest> subject_request(Session& session, const Grant& grant, const Archive& archive,
                                       SubjectRequestId id);
/// All of the file, the latest first.
Result<std::vector<SubjectRequest>> subject_requests_of(Session& session, const Grant& grant,
                                                        const Archive& archive);

/// A request as a list shows it: nothing that anybody typed.
struct ListedSubjectRequest {
  SubjectRequestId id;
  domain::FileId file;
  domain::OrganisationId service;
  bool of_victim = false;
  Sensitive<std::string> whose;  ///< "Wren Exampleby"; of a victim the reference, "V-0042".
  domain::Requester asked_by = domain::Requester::Child;
  Date received_on{};
  Date due_on{};
  std::optional<domain::RequestEnd> closed_how{};
};
/// Of children's files in the scope of the grant, or of `victims`': in the order of comes_before,
/// at most `most`.
Result<std::vector<ListedSubjectRequest>> subject_requests(Session& session, const ListGrant& grant,
                                                           bool victims, std::size_t most);
/// The open ones by the day they are due, then the others, the latest first.
bool comes_before(const ListedSubjectRequest& a, const ListedSubjectRequest& b);

/// What a reviewer decided of one stretch of one line.
enum class HidingDecision : std::uint8_t {
  Confirmed,
  Lifted,
  Added,      ///< By the reviewer, where no rule had proposed it.
  TakenBack,  ///< Added before, and not any more.
};
std::string_view code(HidingDecision decision);

struct DecisionRow {
  std::string key;  ///< Of the request, the place, the text and the stretch.
  HidingDecision decision = HidingDecision::Confirmed;
  std::string place;
  std::string text_hash;
  std::int64_t starts = 0;
  std::int64_t ends = 0;
  std::optional<Sensitive<std::string>> reason{};
  domain::PersonId by;
  platform::Instant at{};
};
Result<std::vector<DecisionRow>> subject_decisions(Session& session, const Grant& grant,
                                                   const Archive& archive, SubjectRequestId id);
/// In place of what was decided under that key before. `by` and `at` are the grant's.
Status decide_hiding(Transaction& transaction, const Grant& grant, const Archive& archive,
                     SubjectRequestId id, const DecisionRow& row);

struct PartRead {
  std::string part;
  std::string hash;  ///< Of what stood in it.
  domain::PersonId by;
  platform::Instant at{};
};
Result<std::vector<PartRead>> parts_read(Session& session, const Grant& grant, SubjectRequestId id);
Status note_part_read(Transaction& transaction, const Grant& grant, SubjectRequestId id,
                      std::string_view part, std::string_view hash);

/// What was given out in one form.
struct SubjectCopy {
  std::string format;  ///< "html", "pdf" or "json"
  std::string hash;    ///< SHA-256 of the bytes.
  std::int64_t bytes = 0;
  platform::Instant given_at{};
};
Status keep_copy(Transaction& transaction, const Grant& grant, const Archive& archive,
                 SubjectRequestId id, std::string_view format,
                 const Sensitive<std::string>& content);
Result<std::vector<SubjectCopy>> copies_of(Session& session, const Grant& grant,
                                           SubjectRequestId id);
/// Held against its hash: Unavailable when it is not what was given out.
Result<Sensitive<std::string>> copy_of(Session& session, const Grant& grant, const Archive& archive,
                                       SubjectRequestId id, std::string_view format);

/// A document that was sent in goes with the answer. NotFound when the file holds no such document.
Status give_document(Transaction& transaction, const Grant& grant, SubjectRequestId id,
                     std::string_view hash);
/// Those that went with it, in the order in which they came in.
Result<std::vector<UploadRow>> documents_given(Session& session, const Grant& grant,
                                               SubjectRequestId id);

}  // namespace northlight::store
