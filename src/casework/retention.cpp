#include "casework/retention.hpp"

#include <algorithm>

#include "accounts/acts.hpp"
#include "accounts/may.hpp"
#include "accounts/scope.hpp"
#include "base/text.hpp"
#include "platform/random.hpp"
#include "store/erasure.hpp"
#include "store/marks.hpp"

namespace northlight::casework {
namespace {

using accounts::Trace;
using domain::Action;
using domain::FileId;
using domain::Retention;
using domain::RetentionPolicy;
using store::AuditOperation;
using store::DecisionKind;
using store::Grant;
using store::Session;
using store::Transaction;

constexpr std::size_t due_count = 7;
constexpr std::size_t most_of_a_reason = 2'000;

ReviewState due_of(const RetentionPolicy& policy, const ReviewItem& item, Date today) {
  if (item.file.waiting() != nullptr) return ReviewState::Waiting;
  if (item.review_on) {
    if (*item.review_on <= today) return item.file.held ? ReviewState::Held : ReviewState::Now;
    const Date soon = today + std::chrono::months{static_cast<int>(policy.review.months_ahead)};
    const auto last = soon.ok() ? soon : Date{soon.year() / soon.month() / std::chrono::last};
    return *item.review_on <= last ? ReviewState::Soon : ReviewState::Later;
  }
  switch (item.rule.state) {
    case Retention::State::NoPeriod:
      return ReviewState::NoPeriod;
    case Retention::State::NotKnown:
      return ReviewState::NotKnown;
    case Retention::State::Open:
    case Retention::State::Counted:
      break;
  }
  return ReviewState::Later;
}

Result<std::string> checked_reason(std::string_view typed) {
  const auto reason = std::string(trim(typed));
  if (reason.empty()) return invalid("Enter why you decide so", "reason");
  if (reason.size() > most_of_a_reason || !is_utf8(reason))
    return invalid("Enter a reason of 2,000 letters or fewer", "reason");
  return reason;
}

/// Whether this may be done to the file at all, whoever asks.
Status may_go(const RetentionPolicy& policy, const ReviewItem& item, DecisionKind kind,
              const std::string& ground_code, Date today) {
  const auto conflict = [](std::string message) {
    return Error{ErrorCode::Conflict, std::move(message), "kind"};
  };
  if (const auto bars = bars_of(item.file); !bars.empty()) return conflict(bars.front());
  if (item.rule.state == Retention::State::Open)
    return conflict("Work with the child goes on. Close the case first");
  const auto* const ground = policy.ground(ground_code);
  if (ground == nullptr) return invalid("Choose why it may go", "ground");
  if (!ground->needs_period) return done();
  if (kind == DecisionKind::Reduce)
    return item.may_reduce ? done()
                           : Status(conflict("No rule says that a basic record is enough today"));
  if (!item.review_on || today < *item.review_on)
    return invalid(
        "The time for which it may be kept is not over. Choose another ground, or keep "
        "it",
        "ground");
  return done();
}

Status check_keep(const RetentionPolicy& policy, const NewDecision& decision, Date today) {
  if (!decision.keep_until) return invalid("Enter the day until which it is kept", "keep_until");
  if (*decision.keep_until <= today) return invalid("Enter a day to come", "keep_until");
  if (domain::years_after(today, policy.review.most_years_kept) < *decision.keep_until)
    return invalid("Enter a day within " + std::to_string(policy.review.most_years_kept) +
                       " years: somebody should look at it again before",
                   "keep_until");
  return done();
}

Result<ReviewItem> item_of(Session& session, const Grant& grant, const RetentionPolicy& policy) {
  NL_TRY(file, store::retention_file(session, grant));
  return reviewed(policy, std::move(file), platform::day_in_london(grant.at()));
}

Result<Decided> carry_out(Transaction& transaction, const Grant& grant, DecisionKind kind) {
  if (kind == DecisionKind::Reduce) {
    NL_CHECK(store::reduce_file(transaction, grant));
    return Decided::Reduced;
  }
  NL_CHECK(store::erase_file(transaction, grant));
  return Decided::Gone;
}

store::RetentionDecision row_of(const NewDecision& decision, const Grant& grant) {
  return {.id = platform::random_id<store::RetentionDecisionId>(),
          .kind = decision.kind,
          .ground = decision.kind == DecisionKind::Keep ? "" : decision.ground,
          .reason = decision.reason,
          .keep_until = decision.kind == DecisionKind::Keep ? decision.keep_until : std::nullopt,
          .decided_by = grant.person(),
          .decided_at = grant.at()};
}

/// What the trail says of it: words of the policy, never what was typed.
std::string on_the_trail(const RetentionPolicy& policy, DecisionKind kind,
                         std::string_view ground_code) {
  const auto* const ground = policy.ground(ground_code);
  return std::string(kind == DecisionKind::Erase ? "Erase it: " : "Reduce it: ") +
         (ground == nullptr ? std::string(ground_code)
                            : lower(ground->title.substr(0, 1)) + ground->title.substr(1));
}

bool may_on(const Gate& gate, const Asker& asker, Action action, const accounts::Standing& stands) {
  return std::holds_alternative<accounts::Allowed>(
      accounts::may(gate.policy(), asker, action, stands));
}

}  // namespace

std::vector<std::string> bars_of(const store::RetentionFile& file) {
  std::vector<std::string> bars;
  if (file.held)
    bars.emplace_back(
        "The file is under a legal hold: nothing in it may be erased until it is lifted");
  for (const auto& received : file.open_requests)
    bars.push_back("The request of " + words(received) +
                   " for what is held is not answered yet: nothing in the file may be erased until "
                   "it is closed");
  for (const auto& title : file.running_samples)
    bars.push_back(
        "The inspection " + title +
        " may still look at this file: nothing in it may be erased until its evidence is "
        "signed or it is called off");
  return bars;
}

bool is_to_be_reviewed(ReviewState due) {
  return due == ReviewState::Waiting || due == ReviewState::Now || due == ReviewState::Held;
}

ReviewItem reviewed(const RetentionPolicy& policy, store::RetentionFile file, Date today) {
  const auto facts = store::facts_of(policy, file);
  auto rule = domain::retention(policy, facts);
  ReviewItem item{.file = std::move(file), .rule = std::move(rule)};
  item.last_action = facts.last_action;
  item.review_on = item.rule.review_on;
  const auto kept = item.file.kept_until();
  if (kept && (!item.review_on || *item.review_on < *kept)) item.review_on = kept;
  if (item.rule.state == Retention::State::Open) item.review_on.reset();
  item.may_reduce = item.rule.reduce_on && *item.rule.reduce_on <= today && !item.file.reduced;
  item.due = due_of(policy, item, today);
  return item;
}

Result<ReviewQueue> review_queue(Gate& gate, const RetentionPolicy& policy, const Asker& asker,
                                 const ReviewPage& page) {
  const auto today = platform::day_in_london(asker.at);
  return gate.list(
      asker, Action::ReviewRetention, accounts::any_relation,
      [&](Session& session, const store::ListGrant& grant) -> Result<ReviewQueue> {
        NL_TRY(files, store::retention_files(session, grant));
        ReviewQueue queue{.counts = std::vector<std::size_t>(due_count)};
        std::vector<ReviewItem> wanted;
        for (auto& file : files) {
          auto item = reviewed(policy, std::move(file), today);
          ++queue.counts[static_cast<std::size_t>(item.due)];
          if (item.due == page.due) wanted.push_back(std::move(item));
        }
        std::ranges::stable_sort(wanted, {}, &ReviewItem::review_on);
        queue.count = wanted.size();
        const auto from = std::min((page.number - 1) * page.size, wanted.size());
        const auto until = std::min(from + page.size, wanted.size());
        queue.items.assign(
            std::make_move_iterator(wanted.begin() + static_cast<std::ptrdiff_t>(from)),
            std::make_move_iterator(wanted.begin() + static_cast<std::ptrdiff_t>(until)));
        return queue;
      },
      [](const ReviewQueue& queue) {
        std::vector<accounts::Shown> shown;
        for (const auto& item : queue.items) shown.push_back({item.file.file, item.file.service});
        return shown;
      });
}

Result<Review> open_review(Gate& gate, const RetentionPolicy& policy, const Asker& asker,
                           FileId file) {
  return gate.read(
      asker, Action::ReviewRetention, file, {},
      [&](Session& session, const Grant& grant, accounts::Trace& told) -> Result<Review> {
        NL_TRY(item, item_of(session, grant, policy));
        if (is_to_be_reviewed(item.due))
          told.called = accounts::act(domain::code(Action::ReviewRetention), {{"review", "due"}});
        Review review{.item = std::move(item)};
        NL_TRY(marks, store::marks_of(session, grant));
        for (auto& mark : marks)
          if (mark.mark == domain::Mark::LegalHold) review.holds.push_back(std::move(mark));
        if (const auto* const waiting = review.item.file.waiting())
          if (const auto goes = may_go(policy, review.item, waiting->kind, waiting->ground,
                                       platform::day_in_london(asker.at));
              !goes)
            review.stopped = goes.error().message;
        NL_TRY(stands, accounts::standing(session, asker, file));
        review.may_hold = may_on(gate, asker, Action::MarkFile, stands);
        // A hold stops erasing, not those who may do it once it is lifted.
        if (stands.marks.has(domain::Mark::LegalHold)) {
          domain::Marks others;
          for (const auto mark : {domain::Mark::Restricted, domain::Mark::VictimWalled,
                                  domain::Mark::ConflictOfInterest})
            if (stands.marks.has(mark)) others.set(mark);
          stands.marks = others;
        }
        review.may_erase = may_on(gate, asker, Action::EraseFile, stands);
        return review;
      });
}

Status record_retention_facts(Gate& gate, const RetentionPolicy& policy, const Asker& asker,
                              FileId file, const RetentionFactsTyped& typed) {
  const auto known = [](const std::vector<std::string>& codes, const std::string& code) {
    return std::ranges::find(codes, code) != codes.end();
  };
  const auto outcomes = policy.outcomes();
  const auto features = policy.features();
  for (const auto& [id, outcome] : typed.outcomes)
    if (!outcome.empty() && !known(outcomes, outcome))
      return invalid("Choose how the case ended from the list", "outcome-" + id.text());
  for (const auto& feature : typed.features)
    if (!known(features, feature)) return invalid("Choose from the list", "features");
  return gate.change(
      asker, Action::ReviewRetention, file,
      {.operation = AuditOperation::Alteration, .called = accounts::act("retention-facts")},
      [&](Transaction& transaction, const Grant& grant, Trace&) -> Status {
        for (const auto& [id, outcome] : typed.outcomes)
          NL_CHECK(store::put_outcomes(
              transaction, grant, id,
              outcome.empty() ? std::vector<std::string>{} : std::vector<std::string>{outcome}));
        return store::put_features(transaction, grant, typed.features);
      });
}

Result<Decided> decide_retention(Gate& gate, const RetentionPolicy& policy, const Asker& asker,
                                 FileId file, const NewDecision& typed) {
  auto decision = typed;
  NL_TRY(reason, checked_reason(typed.reason));
  decision.reason = std::move(reason);
  const auto today = platform::day_in_london(asker.at);
  if (decision.kind == DecisionKind::Keep) NL_CHECK(check_keep(policy, decision, today));
  const bool at_once = decision.kind != DecisionKind::Keep && !policy.review.second_person;
  return gate.change(
      asker, at_once ? Action::EraseFile : Action::ReviewRetention, file,
      {.operation = at_once ? AuditOperation::Erasure : AuditOperation::Alteration,
       .called = decision.kind == DecisionKind::Keep ? accounts::act("retention-kept")
                 : at_once                           ? std::string()
                                                     : accounts::act("erasure-decided")},
      [&](Transaction& transaction, const Grant& grant, Trace& told) -> Result<Decided> {
        NL_TRY(item, item_of(transaction, grant, policy));
        if (decision.kind != DecisionKind::Keep)
          NL_CHECK(may_go(policy, item, decision.kind, decision.ground, today));
        told.justification = decision.kind == DecisionKind::Keep
                                 ? "Keep it until " + words(*decision.keep_until)
                                 : on_the_trail(policy, decision.kind, decision.ground);
        NL_CHECK(store::add_decision(transaction, grant, row_of(decision, grant)));
        if (decision.kind == DecisionKind::Keep) return Decided::Kept;
        if (!at_once) return Decided::Waiting;
        NL_TRY(decided, store::retention_file(transaction, grant));
        if (decision.kind == DecisionKind::Reduce)
          NL_CHECK(store::settle_decision(transaction, grant, decided.waiting()->id,
                                          store::Settled::Done, ""));
        return carry_out(transaction, grant, decision.kind);
      });
}

Result<Decided> confirm_retention(Gate& gate, const RetentionPolicy& policy, const Asker& asker,
                                  FileId file, std::optional<store::RetentionDecisionId> id) {
  const auto today = platform::day_in_london(asker.at);
  return gate.change(
      asker, Action::EraseFile, file,
      {.operation = AuditOperation::Erasure, .called = accounts::act("erasure-confirmed")},
      [&](Transaction& transaction, const Grant& grant, Trace& told) -> Result<Decided> {
        NL_TRY(item, item_of(transaction, grant, policy));
        const auto* const waiting = item.file.waiting();
        if (waiting == nullptr || waiting->id != id)
          return Error{ErrorCode::Conflict, "This was decided otherwise in the meantime.",
                       "decision"};
        if (waiting->decided_by == grant.person())
          return Error{ErrorCode::Forbidden,
                       "You decided this yourself: another person has to confirm it."};
        NL_CHECK(may_go(policy, item, waiting->kind, waiting->ground, today));
        told.justification = on_the_trail(policy, waiting->kind, waiting->ground);
        told.about = waiting->decided_by;
        const auto kind = waiting->kind;
        NL_CHECK(store::settle_decision(transaction, grant, waiting->id, store::Settled::Done, ""));
        return carry_out(transaction, grant, kind);
      });
}

Status refuse_retention(Gate& gate, const Asker& asker, FileId file, store::RetentionDecisionId id,
                        std::string_view words) {
  NL_TRY(why, checked_reason(words));
  return gate.change(
      asker, Action::ReviewRetention, file,
      {.operation = AuditOperation::Alteration, .called = accounts::act("erasure-refused")},
      [&](Transaction& transaction, const Grant& grant, Trace& told) {
        told.justification = "Not confirmed";
        return store::settle_decision(transaction, grant, id, store::Settled::Refused, why);
      });
}

}  // namespace northlight::casework
