#pragma once

#include <cstddef>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "accounts/gate.hpp"
#include "base/date.hpp"
#include "base/result.hpp"
#include "base/sensitive.hpp"
#include "casework/uploads.hpp"
#include "domain/hiding.hpp"
#include "domain/subject_access.hpp"
#include "store/archive.hpp"
#include "store/subject_access.hpp"
#include "store/whose_file.hpp"

/// Answering somebody who asks for what is held on a child or a victim: everything is gathered,
/// what tells of others is proposed to be hidden, a person decides on each hiding and reads each
/// part, another may then give it out. Each step is a line of the audit trail.
namespace northlight::casework {

using accounts::Asker;
using accounts::Gate;
using domain::FileId;
using store::SubjectRequestId;

/// What answering cannot be done without.
struct AccessDesk {
  const store::Archive& archive;
  const domain::SubjectAccessPolicy& policy;
};

/// The requests of files that the asker may find and for which they may prepare or give the answer,
/// those that are due first: none for whoever may do so nowhere. At most `most` of children's and
/// as many of victims'.
Result<std::vector<store::ListedSubjectRequest>> list_subject_requests(Gate& gate,
                                                                       const Asker& asker,
                                                                       std::size_t most);

/// Whose file it is, before a request is written down.
Result<store::WhoseFile> subject_of(Gate& gate, const Asker& asker, FileId file);

struct NewSubjectRequest {
  domain::Requester asked_by = domain::Requester::Child;
  Date received_on{};
};
/// Fails with Invalid (where: "received_on") for a day to come. The same again from the same person
/// within two minutes is the one that is there.
Result<SubjectRequestId> begin_subject_request(Gate& gate, const AccessDesk& desk,
                                               const Asker& asker, FileId file,
                                               const NewSubjectRequest& request);

/// Puts right who asks and when it was received, while the request is open: when it is due follows,
/// and where somebody else asks than was said, it must be seen anew who they are. Invalid (where:
/// "received_on", "asked_by") as above, and where nothing would change. What stood there before is
/// kept and on the line of the trail.
Status correct_request(Gate& gate, const AccessDesk& desk, const Asker& asker, FileId file,
                       SubjectRequestId id, const NewSubjectRequest& right);

/// It was seen who they are. Invalid without a day that has come (where: "identity_on") and words
/// for how (where: "identity_words").
Status note_identity(Gate& gate, const AccessDesk& desk, const Asker& asker, FileId file,
                     SubjectRequestId id, Date on, std::string_view words);
/// On what ground somebody other than the person whose file it is is answered. Invalid without
/// words (where: "basis_words").
Status note_basis(Gate& gate, const AccessDesk& desk, const Asker& asker, FileId file,
                  SubjectRequestId id, domain::AnswerBasis basis, std::string_view words);
/// Takes the longer time. Invalid without a reason (where: "extended"), Conflict the second time.
Status extend_request(Gate& gate, const AccessDesk& desk, const Asker& asker, FileId file,
                      SubjectRequestId id, std::string_view why);
/// Ends it without an answer: withdrawn or refused. Invalid without a reason (where:
/// "closed_words"). Asks what giving the answer asks.
Status close_request(Gate& gate, const AccessDesk& desk, const Asker& asker, FileId file,
                     SubjectRequestId id, std::optional<domain::RequestEnd> how,
                     std::string_view words);

/// One hiding as the reviewer meets it.
struct ReviewedHiding {
  std::string key;  ///< Of this request, this text and this stretch.
  domain::Decided decided{};
  bool covered = false;  ///< Another one hides the whole around it.
  std::optional<Sensitive<std::string>> reason{};
};

/// What a reviewer added to one line that is not to be found any more, or reads otherwise now: it
/// hides nothing, and what it hid may stand elsewhere.
struct LostHiding {
  std::size_t part = 0;                    ///< As holding.parts: the first where there is no such.
  std::vector<store::DecisionRow> rows{};  ///< As they were added; never empty.

  const std::string& key() const { return rows.front().key; }
  const std::string& place() const { return rows.front().place; }
  platform::Instant added_at() const;  ///< The last of them.
};

enum class Reading : std::uint8_t { NotRead, ChangedSince, Read };

/// One part of the holding: how far its review is.
struct ReviewedPart {
  Reading reading = Reading::NotRead;
  std::optional<store::PartRead> read{};
  std::string hash;  ///< Of what stands in it now.
  std::size_t hidings = 0;
  std::size_t unchecked = 0;
  std::size_t lost = 0;  ///< Looked at once the part is read to its end with them.
};

/// A request with everything that is held, and what was decided of it so far.
struct SubjectReview {
  store::SubjectRequest request;
  store::WhoseFile subject{};
  std::string service{};  ///< By name.
  domain::Holding holding{};
  std::vector<ReviewedHiding> hidings{};
  std::vector<LostHiding> lost{};
  std::vector<ReviewedPart> parts{};  ///< As holding.parts.
  std::vector<store::SubjectCopy> copies{};
  std::vector<store::UploadRow> documents{};  ///< Sent in before, and given out with the copies.
  std::vector<store::SubjectCorrection> corrections{};  ///< The latest first.
  /// Who wrote the request down or corrected it, decided on a place or read a part: another gives
  /// the answer out.
  std::set<domain::PersonId> prepared_by{};

  std::vector<domain::Decided> decided() const;
  /// In sentences; empty when it may be given out.
  std::vector<std::string> in_the_way() const;
};
/// Of a closed request, nothing is gathered: only what was given out.
Result<SubjectReview> open_review(Gate& gate, const AccessDesk& desk, const Asker& asker,
                                  FileId file, SubjectRequestId id);

struct SentDecision {
  std::string key;
  store::HidingDecision decision = store::HidingDecision::Confirmed;
  std::string reason{};  ///< For lifting it.
};
/// Words that are to be hidden wherever they stand in one line.
struct Addition {
  std::string place;
  std::string words;
};
struct PartReview {
  std::string part{};
  std::string hash{};  ///< Of what the page showed.
  std::vector<SentDecision> decisions{};
  std::vector<Addition> additions{};
  std::vector<std::string> taken_off{};  ///< Keys of lost hidings.
  bool confirm_rest = false;
  bool read = false;  ///< To its end.
};
/// Keeps what was decided of one part. Conflict where the part is no longer what the page showed;
/// Invalid for lifting without a reason (where: "reason-<key>") and for words that do not stand
/// where they were looked for (where: "add-<place>"). Nothing is kept then.
Status review_part(Gate& gate, const AccessDesk& desk, const Asker& asker, FileId file,
                   SubjectRequestId id, const PartReview& sent);

/// What is to be given out, for the printers.
struct ReadyToGive {
  SubjectReview review;
  domain::Holding given;
  std::string fingerprint;                    ///< Of all of it.
  std::vector<store::UploadRow> documents{};  ///< Sent in, and nothing of them is hidden.
};
/// As it would be given out now, for whoever prepares it: what is not decided is hidden.
Result<ReadyToGive> preview_answer(Gate& gate, const AccessDesk& desk, const Asker& asker,
                                   FileId file, SubjectRequestId id);
/// For giving it out. Conflict with what stands in the way, and for whoever prepared any of it.
Result<ReadyToGive> ready_to_give(Gate& gate, const AccessDesk& desk, const Asker& asker,
                                  FileId file, SubjectRequestId id);

struct PrintedCopy {
  std::string format;  ///< "html", "pdf" or "json"
  Sensitive<std::string> content;
};
/// Gives it out: keeps the copies, notes the documents that go with them, and closes the request. A
/// disclosure on the trail, with which request and whom it went to. Conflict where anything has
/// changed since `fingerprint` was made, and for whoever prepared any of it.
Status give_answer(Gate& gate, const AccessDesk& desk, const Asker& asker, FileId file,
                   SubjectRequestId id, std::string_view fingerprint,
                   const std::vector<PrintedCopy>& copies);

/// A document that was sent in: while the request is open any that the file holds, for whoever
/// decides on it; afterwards those that went with the answer. NotFound otherwise.
Result<SentDocument> open_document(Gate& gate, const AccessDesk& desk,
                                   const store::UploadFolder& folder, const Asker& asker,
                                   FileId file, SubjectRequestId id, std::string_view hash);

/// What was given out, byte for byte.
Result<Sensitive<std::string>> open_copy(Gate& gate, const AccessDesk& desk, const Asker& asker,
                                         FileId file, SubjectRequestId id, std::string_view format);

}  // namespace northlight::casework
