#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "base/share.hpp"
#include "framework/edition.hpp"
#include "rating/evidence.hpp"
#include "rating/inspection_rating.hpp"
#include "report/sample_says.hpp"

/// What a service is shown of its own audit: ratings, the way to each, and what would change it.
namespace northlight::report {

/// One step with the rule that it applies.
struct ExplainedStep {
  std::string sentence;
  std::string rule;        ///< Empty for a plain statement of fact.
  std::string rule_basis;  ///< "unverified: …", "published: …"; empty without a rule.
};

struct AuditQuestion {
  std::string text;
  std::string lens;
  Share share;
  std::int64_t not_applicable = 0;
  std::string band;
  bool decides = false;
  SampleSays says{};
  /// What one more "yes" here would change, as sentences; empty where every case is a "yes".
  std::optional<Share> one_more{};
  std::vector<std::string> one_more_changes{};
};

struct AuditStandard {
  std::string id;
  std::string title;
  std::string domain;
  std::string rating;
  bool counts_in_score = true;
  std::vector<AuditQuestion> questions{};
  std::vector<std::string> discretion{};  ///< Why a panel might consider another rating.
  std::vector<ExplainedStep> trace{};
};

struct AuditGap {
  std::string id;
  std::string title;
  std::string why;  ///< "Not rated: no case was judged."
};

struct AuditResult {
  std::string edition;
  std::string edition_title;
  std::int64_t score = 0;
  std::int64_t score_maximum = 0;
  std::optional<std::string> overall{};  ///< Nothing where no standard that counts was rated.
  std::vector<AuditStandard> standards{};
  std::vector<AuditGap> not_rated{};
  std::vector<ExplainedStep> trace{};
  std::vector<std::string> notices{};
};

/// How many cases of this year were eligible, by the code of the domain; a domain may be absent.
using EligibleCases = std::map<std::string, std::int64_t>;

/// The most cases on which any one question of the domain was judged.
std::int64_t most_judged(const framework::Edition& edition, const rating::Evidence& evidence,
                         const framework::DomainCode& domain);

/// Rates the audit and works out what one more "yes" on each question would change. What the sample
/// says of this year's eligible cases is said where their number is known and the question was
/// judged in every case of the domain: to how many of the others it applies, nobody knows. Fails
/// as rating::rate does.
Result<AuditResult> audit_result(const framework::Edition& edition,
                                 const rating::Evidence& evidence,
                                 const EligibleCases& eligible = {});

}  // namespace northlight::report
