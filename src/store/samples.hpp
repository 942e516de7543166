#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/date.hpp"
#include "base/result.hpp"
#include "base/sensitive.hpp"
#include "domain/child_case.hpp"
#include "domain/ids.hpp"
#include "platform/clock.hpp"
#include "store/grant.hpp"
#include "store/session.hpp"

/// The samples of inspections: which cases of a service are drawn, and from when to when the
/// inspectors see them. That they do stands in the table of sight (cause: sample).
namespace northlight::store {

using SampleId = Id<struct SampleKindOfId>;

/// How far a sample has come.
enum class SampleStage {
  ListAsked,  ///< The service is asked for the cases of the window.
  ListSent,   ///< The inspectorate may draw from them by number.
  Notified,   ///< The inspectors see those that were drawn.
  Ended,      ///< Its last day is over, and nobody sees them by it any more: not signed yet.
  Signed,     ///< The fieldwork evidence is signed: nobody sees them by it any more.
  CalledOff,  ///< Before it was notified.
};

struct SampleRow {
  SampleId id;
  domain::OrganisationId inspectorate;
  domain::OrganisationId service;
  std::string title;  ///< "Exampleshire 2026"
  Date fieldwork_on{};
  Date window_from{};  ///< The days on which a case began, both included.
  Date window_to{};
  std::vector<domain::CaseKind> kinds{};
  domain::PersonId begun_by;
  platform::Instant begun_at{};
  std::optional<platform::Instant> list_sent_at{};
  std::optional<std::int64_t> left_out{};     ///< Cases of the window that are not on the list,
  std::optional<std::string> left_out_why{};  ///< and why, where there are any.
  std::optional<domain::PersonId> notified_by{};
  std::optional<platform::Instant> notified_at{};
  std::optional<domain::PersonId> signed_by{};
  std::optional<platform::Instant> signed_at{};
  std::optional<platform::Instant> called_off_at{};
  std::optional<Date> last_day{};  ///< Of the fieldwork, once it was notified.
  std::int64_t listed = 0;         ///< Cases on the list,
  std::int64_t drawn = 0;          ///< and of them in the sample.

  SampleStage stage(platform::Instant at) const;
  /// The end of the last day, at which sight by it ends by itself.
  std::optional<platform::Instant> ends_at() const;
};

/// One case of the list that the service sent.
struct SampleCase {
  std::int64_t number = 0;
  domain::CaseKind kind = domain::CaseKind::Court;
  std::optional<domain::FileId> file{};  ///< Empty once the file was erased.
  bool drawn = false;
  bool is_held = false;  ///< The service that was sampled still holds the file.
};

/// A case of a child whose file is in somebody's scope.
struct FittingCase {
  domain::CaseId id;
  domain::FileId file;
  domain::OrganisationId service;
  domain::CaseKind kind = domain::CaseKind::Court;
  Date opened_on{};
  Sensitive<std::string> family_name;
  Sensitive<std::string> given_names;
  Sensitive<std::optional<std::string>> known_as{};
};

/// Who sees the cases of a sample by it.
struct SampleReader {
  domain::PersonId person;
  std::string name;
  platform::Instant from{};
  std::optional<platform::Instant> until{};
};

// None of these shows anything of a child: numbers, kinds and ids.
Status begin_sample(Transaction& transaction, const SampleRow& sample);
Result<std::optional<SampleRow>> sample(Session& session, SampleId id);
/// Of an inspectorate or of a service, the latest begun first: at most so many of them.
Result<std::vector<SampleRow>> samples_of(Session& session, domain::OrganisationId organisation,
                                          std::size_t most);
/// How many there are of it.
Result<std::int64_t> count_samples(Session& session, domain::OrganisationId organisation);
Result<std::vector<SampleCase>> sample_cases(Session& session, SampleId id);
Result<std::vector<SampleReader>> sample_readers(Session& session, SampleId id);

/// The cases of children's files that began in the window and are of one of its kinds, within the
/// scope of the grant: the earliest begun first.
Result<std::vector<FittingCase>> cases_in_window(Session& session, const ListGrant& grant,
                                                 const SampleRow& sample);

/// Whose hand it is, and when.
struct SampleHand {
  domain::PersonId person;
  platform::Instant at{};
};

/// The list, in the order of its numbers, which begin at 1.
struct SentCaseList {
  std::vector<FittingCase> cases;
  std::int64_t left_out = 0;
  std::optional<std::string> left_out_why{};
};
Status send_case_list(Transaction& transaction, SampleId id, const SentCaseList& list,
                      const SampleHand& by);
/// Which numbers are drawn, and the last day of the fieldwork; who sees them is given by
/// store::give_sight.
struct DrawnSample {
  std::vector<std::int64_t> numbers;
  Date last_day{};
};
Status notify_sample(Transaction& transaction, SampleId id, const DrawnSample& drawn,
                     const SampleHand& by);
Status sign_sample(Transaction& transaction, SampleId id, const SampleHand& by);
Status call_off_sample(Transaction& transaction, SampleId id, const SampleHand& by);

}  // namespace northlight::store
