#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "accounts/gate.hpp"
#include "base/result.hpp"
#include "domain/retention.hpp"
#include "store/marks.hpp"
#include "store/retention.hpp"

/// Looking at files whose time is over, and deciding what becomes of them. Nothing goes by itself:
/// a person decides, and where the policy says so another confirms it. What is typed as the reason
/// stays with the file and goes with it; the audit trail has the ground's code.
namespace northlight::casework {

using accounts::Asker;
using accounts::Gate;

/// Where a file stands in the queue.
enum class ReviewState {
  Waiting,   ///< Decided, and to be confirmed by another.
  Now,       ///< Its day has come.
  Soon,      ///< Its day comes within the months that the policy says.
  Held,      ///< Its day has come, and a legal hold keeps it.
  NoPeriod,  ///< A rule keeps it longer and names no day: somebody must.
  NotKnown,  ///< A fact is missing, or no rule fits.
  Later,
};

struct ReviewItem {
  store::RetentionFile file;
  domain::Retention rule;           ///< What the policy says of it, and why.
  std::optional<Date> review_on{};  ///< By the rule, or the later day that somebody set.
  ReviewState due = ReviewState::Later;
  std::optional<Date> last_action{};  ///< From which the time runs.
  bool may_reduce = false;            ///< By the rule, from today on or before.
};

/// Why nothing of the file may be erased now, whatever its period says: a legal hold, a request for
/// what is held that nobody has closed, an inspection whose sample it is in. Sentences without
/// their full stop; none where nothing keeps it.
std::vector<std::string> bars_of(const store::RetentionFile& file);

/// Whether somebody is asked to look at a file that stands so: its day has come, or another waits
/// for it to be confirmed.
bool is_to_be_reviewed(ReviewState due);

/// What the rules say of a file, today.
ReviewItem reviewed(const domain::RetentionPolicy& policy, store::RetentionFile file, Date today);

struct ReviewQueue {
  std::vector<ReviewItem> items{};    ///< Of the page that was asked for, the longest due first.
  std::size_t count = 0;              ///< Of that kind.
  std::vector<std::size_t> counts{};  ///< Of each kind, in the order of ReviewState.
};
struct ReviewPage {
  ReviewState due = ReviewState::Now;
  std::size_t number = 1;
  std::size_t size = 25;
};
/// Of all files that the asker may review and on which no work goes on.
Result<ReviewQueue> review_queue(Gate& gate, const domain::RetentionPolicy& policy,
                                 const Asker& asker, const ReviewPage& page);

/// One file, and what the asker may do with it besides.
struct Review {
  ReviewItem item;
  std::vector<store::MarkRow> holds{};  ///< Legal holds, the latest first.
  bool may_hold = false;
  bool may_erase = false;
  /// Why what waits to be confirmed cannot be carried out now; empty when it can, or nothing waits.
  std::string stopped{};
};
/// The line says so where the file is to be reviewed: that is why somebody opens it who does not
/// work with it.
Result<Review> open_review(Gate& gate, const domain::RetentionPolicy& policy, const Asker& asker,
                           domain::FileId file);

/// Facts that the rules ask for: how a case ended, and what of the file has a rule of its own.
/// Invalid for codes that the policy does not name.
struct RetentionFactsTyped {
  std::vector<std::pair<domain::CaseId, std::string>> outcomes{};  ///< Empty text: not recorded.
  std::vector<std::string> features{};
};
Status record_retention_facts(Gate& gate, const domain::RetentionPolicy& policy, const Asker& asker,
                              domain::FileId file, const RetentionFactsTyped& typed);

struct NewDecision {
  store::DecisionKind kind = store::DecisionKind::Keep;
  std::string ground{};
  std::string reason{};
  std::optional<Date> keep_until{};
};
/// What came of a decision.
enum class Decided { Kept, Waiting, Gone, Reduced };

/// Fails with Invalid (where: "kind", "ground", "reason", "keep_until"), and with Conflict where
/// something keeps the file (bars_of), while work with the child goes on, or before the period has
/// run out where the ground asks for that. Where the policy asks for no second person it is carried
/// out at once, by somebody who may erase.
Result<Decided> decide_retention(Gate& gate, const domain::RetentionPolicy& policy,
                                 const Asker& asker, domain::FileId file,
                                 const NewDecision& decision);

/// By a second person, who may erase. Forbidden for whoever decided it; Conflict for any decision
/// but the one that waits, and for none.
Result<Decided> confirm_retention(Gate& gate, const domain::RetentionPolicy& policy,
                                  const Asker& asker, domain::FileId file,
                                  std::optional<store::RetentionDecisionId> id);
Status refuse_retention(Gate& gate, const Asker& asker, domain::FileId file,
                        store::RetentionDecisionId id, std::string_view words);

}  // namespace northlight::casework
