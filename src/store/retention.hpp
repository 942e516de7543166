#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"
#include "base/result.hpp"
#include "base/sensitive.hpp"
#include "domain/child_case.hpp"
#include "domain/ids.hpp"
#include "domain/retention.hpp"
#include "platform/clock.hpp"
#include "store/files.hpp"
#include "store/grant.hpp"
#include "store/session.hpp"

/// What is kept about how long a file is kept, and what somebody decided when they looked at it.
namespace northlight::store {

using RetentionDecisionId = Id<struct RetentionDecisionKind>;

enum class DecisionKind { Erase, Reduce, Keep };
std::string_view code(DecisionKind kind);  ///< "erase"
std::optional<DecisionKind> parse_decision_kind(std::string_view code);

/// Waiting is `settled` empty: an erasure or a reduction that nobody has confirmed yet.
enum class Settled { Done, Refused, Replaced };

struct RetentionDecision {
  RetentionDecisionId id;
  DecisionKind kind = DecisionKind::Keep;
  std::string ground;
  std::string reason;
  std::optional<Date> keep_until{};
  domain::PersonId decided_by;
  std::string decided_by_name{};  ///< Set when read.
  platform::Instant decided_at{};
  std::optional<Settled> settled{};
  std::string settled_words{};
};

struct RetentionCase {
  domain::CaseId id;
  domain::CaseOfFile facts;
};

/// A file as the review of how long it is kept looks at it.
struct RetentionFile {
  domain::FileId file;
  domain::OrganisationId service;
  bool victim = false;
  bool held = false;
  Sensitive<std::string> name;  ///< Of a child, or the reference of a victim's file.
  Sensitive<std::optional<Date>> born_on{};
  std::optional<Date> last_recorded{};
  std::vector<RetentionCase> cases{};
  std::vector<std::string> features{};
  std::vector<RetentionDecision> decisions{};  ///< The latest first.
  std::optional<platform::Instant> reduced{};
  /// When the requests for what is held in it were received that nobody has answered or closed yet:
  /// the earliest first.
  std::vector<Date> open_requests{};
  /// The titles of the inspections that may still look at a case of it: of their lists until cases
  /// are drawn, then of those that were, until the fieldwork evidence is signed.
  std::vector<std::string> running_samples{};

  /// That somebody still has to confirm.
  const RetentionDecision* waiting() const;
  /// The day up to which somebody decided to keep it.
  std::optional<Date> kept_until() const;
};

/// Of the scope of the grant, those on which no work goes on.
Result<std::vector<RetentionFile>> retention_files(Session& session, const ListGrant& grant);
Result<RetentionFile> retention_file(Session& session, const Grant& grant);

/// What the rules look at.
domain::RetentionFacts facts_of(const domain::RetentionPolicy& policy, const RetentionFile& file);

/// The outcomes of a case and the features of the file, in place of those that were recorded.
/// NotFound where the file of the grant has no such case.
Status put_outcomes(Transaction& transaction, const Grant& grant, domain::CaseId id,
                    const std::vector<std::string>& outcomes);
Status put_features(Transaction& transaction, const Grant& grant,
                    const std::vector<std::string>& features);

/// Takes the place of what waited to be confirmed; a "keep until" of an earlier one too.
Status add_decision(Transaction& transaction, const Grant& grant,
                    const RetentionDecision& decision);
/// NotFound where no such decision waits on the file of the grant.
Status settle_decision(Transaction& transaction, const Grant& grant, RetentionDecisionId id,
                       Settled how, std::string_view words);

}  // namespace northlight::store
