#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"
#include "base/result.hpp"
#include "domain/child_case.hpp"

namespace northlight::domain {

/// "Youth caution" for "youth-caution": an outcome, a feature or a ground, which policy names.
std::string code_in_words(std::string_view code);

/// One rule of policy/retention.toml: how long files of a kind are kept after the last action.
struct RetentionRule {
  enum class Whichever { Later, Earlier };

  std::string code;                     ///< "statutory-order"
  std::string title;                    ///< "Court orders other than referral orders"
  std::vector<std::string> outcomes{};  ///< Of the child's cases: "youth-caution".
  std::vector<std::string> features{};  ///< Of the file: "sexual-offence".
  std::optional<std::int64_t> years_after_last_action{};
  std::optional<std::int64_t> until_age{};  ///< Of the child, in years.
  Whichever whichever = Whichever::Later;   ///< Where both are given.
  std::optional<std::int64_t> reduce_to_basic_record_after_years{};
  bool no_period = false;  ///< Kept longer than any number that the source names.
  std::string source;
  std::string status;  ///< "published", "computed" or "unverified".
};

/// Why something is taken away, as the person who decides says it: of a closed list, because it
/// stands on the audit trail, which is never erased.
struct RetentionGround {
  std::string code;           ///< "period-over"
  std::string title;          ///< "The period is over"
  bool needs_period = false;  ///< Only once the period has run out.
};

/// How a review goes.
struct RetentionReview {
  bool second_person = true;          ///< What one person decides, another confirms.
  std::int64_t months_ahead = 6;      ///< The queue shows what falls due so soon.
  std::int64_t most_years_kept = 25;  ///< "Keep until" reaches no further.
  std::string source;
  std::string status;
};

struct RetentionPolicy {
  std::string title;
  Date in_force_from;
  std::vector<RetentionRule> rules;
  RetentionReview review{};
  std::vector<RetentionGround> grounds{};

  /// Null when there is none of that code.
  const RetentionGround* ground(std::string_view code) const;
  /// Every outcome, and every feature, that a rule names, in their order.
  std::vector<std::string> outcomes() const;
  std::vector<std::string> features() const;
};

/// What the rules look at. What is not known is absent, and then nothing is due.
struct RetentionFacts {
  std::optional<Date> born{};
  std::optional<Date> last_action{};    ///< The day of the last record or of the last case's end.
  std::vector<std::string> outcomes{};  ///< Of every case that the child had.
  std::vector<std::string> features{};
  bool open = false;                   ///< Work with the child goes on.
  std::vector<std::string> lacking{};  ///< What is not recorded, in words: nothing is due then.
};

/// One case of the file, as far as it matters here.
struct CaseOfFile {
  CaseKind kind = CaseKind::Prevention;
  Date opened_on{};
  std::optional<Date> closed_on{};
  std::vector<std::string> outcomes{};  ///< That were recorded.
};

/// From the cases and the last day on which something was recorded. A case of a kind that a rule
/// names (prevention) is its own outcome; any other without one is said to be lacking.
RetentionFacts retention_facts(const RetentionPolicy& policy, const std::vector<CaseOfFile>& cases,
                               std::vector<std::string> features, std::optional<Date> born,
                               std::optional<Date> last_recorded);

/// When somebody should look at a file again, and why then.
struct Retention {
  enum class State {
    Open,      ///< Work goes on: nothing is counted yet.
    Counted,   ///< `review_on` is known.
    NoPeriod,  ///< A rule keeps it longer than any number: somebody must set a day.
    NotKnown,  ///< No rule fits, or a rule needs a fact that the file lacks.
  };

  State state = State::NotKnown;
  std::optional<Date> review_on{};        ///< From this day; Counted alone.
  std::optional<Date> reduce_on{};        ///< From this day a basic record is enough.
  std::vector<std::string> decided_by{};  ///< Codes of the rules, ties included.
  std::vector<std::string> because{};     ///< In sentences, without names.
};

/// The longest period of all rules that apply decides. An outcome that no rule names leaves the
/// file NotKnown: it is never due by another's rule.
Retention retention(const RetentionPolicy& policy, const RetentionFacts& facts);

/// The same day so many years later. Who was born (or what ended) on 29 February has its day on
/// 1 March in a year without one: the later of the two, so that nothing goes too early.
Date years_after(Date day, std::int64_t years);

}  // namespace northlight::domain
