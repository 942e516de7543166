#include "casework/cut_version.hpp"

#include <algorithm>

#include "accounts/acts.hpp"
#include "base/toml.hpp"
#include "casework/date_of_birth.hpp"
#include "forms/project.hpp"
#include "store/children.hpp"

namespace northlight::casework {
namespace {

using accounts::Trace;
using domain::Action;
using domain::VersionState;
using forms::Purpose;
using store::AuditOperation;
using store::DraftStanding;
using store::Grant;
using store::Transaction;

// What others wrote and the signer has not seen, and what nobody has settled: one for each field.
Result<std::vector<Error>> unseen(Transaction& transaction, const Grant& grant,
                                  const store::Archive& archive, RecordId record,
                                  std::int64_t seen) {
  std::vector<Error> problems;
  const auto add = [&](const forms::FieldPath& at, std::string message) {
    if (std::ranges::find(problems, at.text(), &Error::where) == problems.end())
      problems.push_back({ErrorCode::Conflict, std::move(message), at.text()});
  };
  NL_TRY(clashes, store::open_clashes(transaction, grant, archive, record));
  for (const auto& clash : clashes)
    add(clash.change.at, "Two people wrote here. Choose which text stays, then sign.");
  NL_TRY(lines, store::draft_since(transaction, grant, archive, record, seen));
  for (const auto& line : lines)
    if (line.by != grant.person() && line.standing == DraftStanding::Made)
      add(line.change.at,
          "Somebody else changed this after you opened the page. Read it, then sign.");
  return problems;
}

const std::string* column_text(const forms::ProjectedRow& row, std::string_view column) {
  const auto at = row.columns.find(column);
  return at == row.columns.end() ? nullptr : std::get_if<std::string>(&at->second);
}

// Lists and searches know a child by the name that was signed last.
Status keep_child_in_step(Transaction& transaction, const Grant& grant, const forms::Form& form,
                          const forms::Answers& answers) {
  for (const auto& row : project(form, answers)) {
    if (row.to != forms::Projection::ChildName) continue;
    auto child = store::child(transaction, grant);
    if (!child && child.error().code == ErrorCode::NotFound) return done();
    if (!child) return std::move(child).error();
    if (const auto* name = column_text(row, "family_name")) child->family_name = Sensitive(*name);
    if (const auto* name = column_text(row, "given_names")) child->given_names = Sensitive(*name);
    const auto* known_as = column_text(row, "known_as");
    child->known_as =
        Sensitive(known_as == nullptr ? std::nullopt : std::optional<std::string>(*known_as));
    const auto born = row.columns.find("date_of_birth");
    if (born != row.columns.end())
      if (const auto* day = std::get_if<Date>(&born->second))
        child->born_on = Sensitive(std::optional<Date>(*day));
    return store::put_child(transaction, grant, *child);
  }
  return done();
}

struct Ready {
  store::RecordHead head;
  const forms::Form* form;
  store::Draft draft;
};

Result<std::int64_t> record_it(Transaction& transaction, const Grant& grant,
                               const store::Archive& archive, const Ready& ready,
                               VersionState state) {
  store::NextVersion next{.state = state, .draft_seq = ready.draft.seq};
  if (ready.head.last_version > 0) next.made_from = ready.head.last_version;
  NL_TRY(n,
         store::add_version(transaction, grant, archive, ready.head.id, next, ready.draft.answers));
  if (domain::is_signed(state))
    NL_CHECK(keep_child_in_step(transaction, grant, *ready.form, ready.draft.answers));
  return n;
}

}  // namespace

Result<Recorded> cut_version(Gate& gate, const store::Archive& archive, const Asker& asker,
                             FileId file, RecordId record, const Cutting& cutting) {
  std::vector<Error> problems;
  const bool is_signed = cutting.purpose == Purpose::Sign;
  const auto called = [&](const std::string& form) {
    return accounts::act(is_signed ? "record-signed" : "record-saved", {{"form", form}});
  };
  auto made = gate.change(
      asker, is_signed ? Action::SignRecord : Action::WriteRecord, file,
      {.operation = AuditOperation::Alteration, .record = record, .called = called({})},
      [&](Transaction& transaction, const Grant& grant, Trace& trace) -> Result<Recorded> {
        problems.clear();
        NL_TRY(head, store::record_head(transaction, grant, record));
        trace.called = called(head.form.text());
        NL_TRY(form, store::form_of(archive, head.form, head.edition));
        const bool sign = cutting.purpose == Purpose::Sign;
        if (form->quick && !sign)
          return Error{ErrorCode::Invalid, "This record is signed when it is saved. Sign it."};
        NL_TRY(draft, store::draft_of(transaction, grant, archive, record));
        if (!head.has_draft() && head.state && (!sign || domain::is_signed(*head.state)))
          return Recorded{head.last_version};
        if (sign) {
          NL_TRY(found, unseen(transaction, grant, archive, record, cutting.seen));
          problems = std::move(found);
        }
        const auto missing =
            validate(*form, draft.answers, cutting.purpose, platform::day_in_london(grant.at()));
        problems.insert(problems.end(), missing.begin(), missing.end());
        if (sign) {
          NL_TRY(wrong, wrong_date_of_birth(transaction, grant, *form, draft.answers));
          if (wrong && std::ranges::find(problems, wrong->where, &Error::where) == problems.end())
            problems.push_back(*std::move(wrong));
        }
        if (!problems.empty()) return in_one(problems);
        const Ready ready{std::move(head), form, std::move(draft)};
        NL_TRY(n, record_it(transaction, grant, archive, ready,
                            sign ? VersionState::Signed : VersionState::Saved));
        trace.version = n;
        return Recorded{n};
      });
  if (!made && !problems.empty() && made.error() == in_one(problems)) return Recorded{0, problems};
  return made;
}

}  // namespace northlight::casework
