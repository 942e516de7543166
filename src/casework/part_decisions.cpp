#include <algorithm>

#include "accounts/acts.hpp"
#include "base/text.hpp"
#include "casework/reviewing.hpp"

namespace northlight::casework {
namespace {

using accounts::Trace;
using domain::Action;
using domain::Decision;
using store::AuditOperation;
using store::Grant;
using store::HidingDecision;
using store::Transaction;

store::DecisionRow row_of(const store::FileKey& key, const domain::HeldLine& line,
                          const domain::Stretch& stretch, HidingDecision decision) {
  return {.key = key_of(key, line, stretch),
          .decision = decision,
          .place = line.place,
          .text_hash = key.hash(line.text),
          .starts = static_cast<std::int64_t>(stretch.from),
          .ends = static_cast<std::int64_t>(stretch.until),
          .by = domain::PersonId(IdBits{})};
}

/// What was sent of one part, checked against the review as it stands.
class PartDecisions {
 public:
  PartDecisions(const SubjectReview& review, const store::FileKey& key, const PartReview& sent)
      : review_(review), key_(key), sent_(sent) {}

  Result<std::vector<store::DecisionRow>> rows() {
    const auto at = std::ranges::find(review_.holding.parts, sent_.part, &domain::HeldPart::code);
    if (at == review_.holding.parts.end())
      return Error{ErrorCode::NotFound, "There is no such part."};
    part_ = static_cast<std::size_t>(at - review_.holding.parts.begin());
    if (review_.parts[part_].hash != sent_.hash)
      return Error{ErrorCode::Conflict,
                   "What is held here has changed since you opened the page. Look at it again."};
    NL_CHECK(decide());
    NL_CHECK(add());
    take_off();
    return std::move(rows_);
  }

 private:
  Status decide() {
    for (const auto& hiding : review_.hidings) {
      if (hiding.decided.hiding.at.part != part_) continue;
      const auto sent = std::ranges::find(sent_.decisions, hiding.key, &SentDecision::key);
      if (sent == sent_.decisions.end()) {
        if (sent_.confirm_rest && !hiding.covered && hiding.decided.decision == Decision::Unchecked)
          keep(hiding, HidingDecision::Confirmed);
        continue;
      }
      const bool added = hiding.decided.hiding.rule == "added";
      if (sent->decision == HidingDecision::Lifted && added) {
        keep(hiding, HidingDecision::TakenBack);
      } else if (sent->decision == HidingDecision::Lifted) {
        if (trim(sent->reason).empty())
          return Error{ErrorCode::Invalid, "Say why this may be shown", "reason-" + hiding.key};
        keep(hiding, HidingDecision::Lifted);
        rows_.back().reason = Sensitive<std::string>(std::string(trim(sent->reason)));
      } else if (!added) {
        keep(hiding, HidingDecision::Confirmed);
      }
    }
    return done();
  }

  void keep(const ReviewedHiding& hiding, HidingDecision decision) {
    const auto& at = hiding.decided.hiding;
    rows_.push_back(row_of(key_, domain::line_at(review_.holding, at.at), at.stretch, decision));
  }

  Status add() {
    for (const auto& addition : sent_.additions) {
      if (trim(addition.words).empty()) continue;
      bool found = false;
      for (const auto& entry : review_.holding.parts[part_].entries)
        for (const auto& line : entry.lines) {
          if (line.place != addition.place) continue;
          for (const auto& stretch : domain::find_words(line.text, addition.words)) {
            rows_.push_back(row_of(key_, line, stretch, HidingDecision::Added));
            found = true;
          }
        }
      if (!found)
        return Error{ErrorCode::Invalid,
                     "These words do not stand here. Copy them from the text as they are",
                     "add-" + addition.place};
    }
    return done();
  }

  void take_off() {
    for (const auto& lost : review_.lost) {
      if (lost.part != part_ ||
          std::ranges::find(sent_.taken_off, lost.key()) == sent_.taken_off.end())
        continue;
      for (auto row : lost.rows) {
        row.decision = HidingDecision::TakenBack;
        rows_.push_back(std::move(row));
      }
    }
  }

  const SubjectReview& review_;
  const store::FileKey& key_;
  const PartReview& sent_;
  std::size_t part_ = 0;
  std::vector<store::DecisionRow> rows_{};
};

}  // namespace

Status review_part(Gate& gate, const AccessDesk& desk, const Asker& asker, FileId file,
                   SubjectRequestId id, const PartReview& sent) {
  return gate.change(
      asker, Action::PrepareSubjectAccess, file,
      {.operation = AuditOperation::Alteration,
       .called = accounts::act("access-decided", {{"request", id.text()}})},
      [&](Transaction& transaction, const Grant& grant, Trace&) -> Status {
        NL_TRY(review, review_of(transaction, grant, desk, id));
        if (!review.request.open())
          return Error{ErrorCode::Conflict, "This request is closed. Reload the page."};
        for (const auto& part : review.holding.parts)
          if (part.code == sent.part && part.unshown)
            return Error{ErrorCode::Conflict,
                         "This record cannot be shown, so there is nothing to decide on."};
        NL_TRY(key, store::file_key(transaction, grant, desk.archive.keys));
        NL_TRY(rows, PartDecisions(review, key, sent).rows());
        for (const auto& row : rows)
          NL_CHECK(store::decide_hiding(transaction, grant, desk.archive, id, row));
        if (!sent.read) return done();
        return store::note_part_read(transaction, grant, id, sent.part, sent.hash);
      });
}

}  // namespace northlight::casework
