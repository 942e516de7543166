#include <algorithm>
#include <map>

#include "accounts/acts.hpp"
#include "base/text.hpp"
#include "casework/reviewing.hpp"
#include "store/files.hpp"
#include "store/holding.hpp"
#include "store/people.hpp"

namespace northlight::casework {
namespace {

using accounts::Trace;
using domain::Action;
using domain::Decision;
using domain::Hiding;
using store::AuditOperation;
using store::Grant;
using store::HidingDecision;
using store::Session;
using store::Transaction;

/// Every line of the holding with that place and that text.
std::vector<domain::LineAt> lines_of(const domain::Holding& holding, const store::FileKey& key,
                                     const store::DecisionRow& row) {
  std::vector<domain::LineAt> found;
  for (std::size_t p = 0; p < holding.parts.size(); ++p)
    for (std::size_t e = 0; e < holding.parts[p].entries.size(); ++e)
      for (std::size_t l = 0; l < holding.parts[p].entries[e].lines.size(); ++l) {
        const auto& line = holding.parts[p].entries[e].lines[l];
        if (line.place == row.place && key.hash(line.text) == row.text_hash)
          found.push_back({p, e, l});
      }
  return found;
}

/// What the rules propose and what reviewers added, with what was decided of each.
std::vector<ReviewedHiding> reviewed(const domain::Holding& holding, const store::FileKey& key,
                                     std::vector<Hiding> proposed,
                                     const std::vector<store::DecisionRow>& rows) {
  std::map<std::string_view, const store::DecisionRow*> by_key;
  for (const auto& row : rows) by_key[row.key] = &row;
  std::vector<ReviewedHiding> all;
  for (auto& hiding : proposed) {
    ReviewedHiding one{.key = key_of(key, domain::line_at(holding, hiding.at), hiding.stretch)};
    if (const auto at = by_key.find(one.key); at != by_key.end()) {
      const auto decision = at->second->decision;
      one.decided.decision = decision == HidingDecision::Lifted      ? Decision::Lifted
                             : decision == HidingDecision::TakenBack ? Decision::Unchecked
                                                                     : Decision::Confirmed;
      one.reason = at->second->reason;
    }
    one.decided.hiding = std::move(hiding);
    all.push_back(std::move(one));
  }
  for (const auto& row : rows) {
    if (row.decision != HidingDecision::Added ||
        std::ranges::find(all, row.key, &ReviewedHiding::key) != all.end())
      continue;
    for (const auto& at : lines_of(holding, key, row))
      all.push_back(
          {.key = row.key,
           .decided = {{at,
                        {static_cast<std::size_t>(row.starts), static_cast<std::size_t>(row.ends)},
                        "added"},
                       Decision::Confirmed}});
  }
  std::ranges::stable_sort(all, {}, [](const ReviewedHiding& one) {
    const auto& hiding = one.decided.hiding;
    return std::pair(hiding.at, hiding.stretch.from);
  });
  return all;
}

/// What was added and stands in no line: of each line together.
std::vector<LostHiding> lost_of(const SubjectReview& review,
                                const std::vector<store::DecisionRow>& rows) {
  std::vector<LostHiding> lost;
  const auto& parts = review.holding.parts;
  for (const auto& row : rows) {
    if (row.decision != HidingDecision::Added ||
        std::ranges::find(review.hidings, row.key, &ReviewedHiding::key) != review.hidings.end())
      continue;
    const auto same = std::ranges::find_if(lost, [&](const LostHiding& one) {
      return one.place() == row.place && one.rows.front().text_hash == row.text_hash;
    });
    if (same != lost.end()) {
      same->rows.push_back(row);
      continue;
    }
    // A place in a record begins with the record, which is its part; all others are of the file.
    const auto part =
        std::ranges::find(parts, row.place.substr(0, row.place.find('/')), &domain::HeldPart::code);
    lost.push_back(
        {part == parts.end() ? 0 : static_cast<std::size_t>(part - parts.begin()), {row}});
  }
  return lost;
}

/// When somebody else came to be who asks, if they did. Corrections stand the latest first, each
/// with what it took the place of.
std::optional<platform::Instant> other_since(const SubjectReview& review) {
  auto after = review.request.asked_by;
  for (const auto& each : review.corrections) {
    if (each.asked_by != after) return each.at;
    after = each.asked_by;
  }
  return std::nullopt;
}

/// What was read, and shown in spite of a rule, for one who asks was not so for another.
void forget_for_another(const SubjectReview& review, std::vector<store::DecisionRow>& rows,
                        std::vector<store::PartRead>& read) {
  const auto since = other_since(review);
  if (!since) return;
  std::erase_if(rows, [&](const store::DecisionRow& row) {
    return row.decision == HidingDecision::Lifted && row.at <= *since;
  });
  std::erase_if(read, [&](const store::PartRead& part) { return part.at <= *since; });
}

void count_parts(SubjectReview& review, const store::FileKey& key,
                 const std::vector<store::PartRead>& read) {
  const auto decided = review.decided();
  for (const auto& part : review.holding.parts) {
    ReviewedPart one{.hash = key.hash(text_of(part))};
    const auto at = std::ranges::find(read, part.code, &store::PartRead::part);
    if (at != read.end()) {
      one.read = *at;
      one.reading = at->hash == one.hash ? Reading::Read : Reading::ChangedSince;
    }
    review.parts.push_back(std::move(one));
  }
  for (const auto& lost : review.lost) {
    auto& part = review.parts.at(lost.part);
    ++part.lost;
    // It was read before what is lost was added: of that nobody has seen the page.
    if (part.reading == Reading::Read && part.read && part.read->at <= lost.added_at())
      part.reading = Reading::ChangedSince;
  }
  for (std::size_t i = 0; i < review.hidings.size(); ++i) {
    auto& hiding = review.hidings[i];
    hiding.covered = domain::is_covered(decided, decided[i]);
    auto& part = review.parts.at(hiding.decided.hiding.at.part);
    if (hiding.covered) continue;
    ++part.hidings;
    if (hiding.decided.decision == Decision::Unchecked) ++part.unchecked;
  }
}

}  // namespace

std::string text_of(const domain::HeldPart& part) {
  JoinedText all;
  all.add(part.code).add(part.title);
  for (const auto& entry : part.entries) {
    all.add("entry").add(entry.title);
    for (const auto& line : entry.lines) all.add(line.place).add(line.label).add(line.text);
  }
  return all.text();
}

std::string key_of(const store::FileKey& key, const domain::HeldLine& line,
                   const domain::Stretch& stretch) {
  return key.hash(JoinedText()
                      .add(line.place)
                      .add(line.text)
                      .add(std::to_string(stretch.from))
                      .add(std::to_string(stretch.until))
                      .text());
}

Result<SubjectReview> review_of(Session& session, const Grant& grant, const AccessDesk& desk,
                                SubjectRequestId id) {
  NL_TRY(request, store::subject_request(session, grant, desk.archive, id));
  SubjectReview review{.request = std::move(request)};
  NL_TRY(subject, store::whose_file(session, grant));
  review.subject = std::move(subject);
  NL_TRY(service, store::service_of(session, grant));
  NL_TRY(organisation, store::organisation(session, service));
  if (organisation) review.service = organisation->name;
  NL_TRY(copies, store::copies_of(session, grant, id));
  review.copies = std::move(copies);
  NL_TRY(documents, store::documents_given(session, grant, id));
  review.documents = std::move(documents);
  if (!review.request.open()) return review;
  NL_TRY(holding, store::held_on(session, grant, desk.archive, review.request.recorded_at));
  NL_TRY(names, store::known_names(session, grant, desk.archive));
  NL_TRY(rows, store::subject_decisions(session, grant, desk.archive, id));
  NL_TRY(read, store::parts_read(session, grant, id));
  NL_TRY(key, store::file_key(session, grant, desk.archive.keys));
  NL_TRY(corrections, store::corrections_of(session, grant, review.request.id));
  review.corrections = std::move(corrections);
  review.prepared_by.insert(review.request.recorded_by);
  for (const auto& each : review.corrections) review.prepared_by.insert(each.by);
  for (const auto& row : rows) review.prepared_by.insert(row.by);
  for (const auto& part : read) review.prepared_by.insert(part.by);
  forget_for_another(review, rows, read);
  review.hidings =
      reviewed(holding, key,
               domain::propose_hidings(desk.policy, holding, names, review.request.asked_by), rows);
  review.holding = std::move(holding);
  review.lost = lost_of(review, rows);
  count_parts(review, key, read);
  return review;
}

platform::Instant LostHiding::added_at() const {
  return std::ranges::max(rows, {}, &store::DecisionRow::at).at;
}

std::vector<domain::Decided> SubjectReview::decided() const {
  std::vector<domain::Decided> all;
  for (const auto& one : hidings) all.push_back(one.decided);
  return all;
}

std::vector<std::string> SubjectReview::in_the_way() const {
  std::vector<std::string> all;
  if (!request.identity_on) all.emplace_back("Nobody has noted how it was made sure who they are.");
  if (request.asked_by != domain::Requester::Child && !request.basis)
    all.push_back(
        replace_all("It was not the child who asked: say that the child agreed, or that "
                    "the law requires it.",
                    "the child", subject.of_victim ? "the victim" : "the child"));
  std::size_t unchecked = 0;
  std::size_t unread = 0;
  std::size_t changed = 0;
  std::size_t lost_now = 0;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const auto& part = parts[i];
    if (const auto& held = holding.parts.at(i); held.unshown) {
      all.push_back("“" + held.title +
                    "” cannot be shown: a version of it is not what was recorded, for somebody "
                    "changed it in the database, past this service. Tell whoever looks after the "
                    "system: they find what was recorded in a backup. Nothing can be given out "
                    "until it is put back.");
      continue;
    }
    lost_now += part.reading == Reading::Read ? 0 : part.lost;
    unchecked += part.unchecked;
    unread += part.reading == Reading::NotRead ? 1 : 0;
    changed += part.reading == Reading::ChangedSince ? 1 : 0;
  }
  if (unchecked > 0)
    all.push_back(counted(static_cast<long long>(unchecked), "place is", "places are") +
                  " not decided yet.");
  if (unread > 0)
    all.push_back(counted(static_cast<long long>(unread), "part was", "parts were") +
                  " not read to the end yet.");
  if (changed > 0)
    all.push_back(counted(static_cast<long long>(changed), "part has", "parts have") +
                  " changed since it was read. Read it again.");
  if (lost_now > 0)
    all.push_back(counted(static_cast<long long>(lost_now),
                          "hiding that was added no longer finds its words",
                          "hidings that were added no longer find their words") +
                  ". Look in its part whether they stand elsewhere now.");
  return all;
}

Result<SubjectReview> open_review(Gate& gate, const AccessDesk& desk, const Asker& asker,
                                  FileId file, SubjectRequestId id) {
  return gate.read(
      asker, Action::PrepareSubjectAccess, file,
      {.operation = AuditOperation::Combination,
       .called = accounts::act("access-gathered", {{"request", id.text()}})},
      [&](Session& session, const Grant& grant) { return review_of(session, grant, desk, id); });
}

}  // namespace northlight::casework
