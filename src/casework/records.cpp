#include "casework/records.hpp"

#include <algorithm>
#include <set>

#include "accounts/acts.hpp"
#include "casework/cut_version.hpp"
#include "casework/sign_off.hpp"
#include "forms/words.hpp"
#include "platform/random.hpp"
#include "store/changed_version.hpp"
#include "store/files.hpp"

namespace northlight::casework {
namespace {

using accounts::Trace;
using domain::Action;
using store::AuditOperation;
using store::DraftChange;
using store::DraftStanding;
using store::Grant;
using store::Session;
using store::Transaction;

/// Rows of other records of the file that the form's references may point at, as those stand now,
/// and the records of which nobody can say how they stand.
struct OtherRows {
  std::vector<Referable> referable{};
  std::vector<UnshownRecord> unshown{};
};

Status add_rows_of(Session& session, const Grant& grant, const store::Archive& archive,
                   const store::RecordHead& record, const forms::FieldCode& group_code,
                   OtherRows& rows) {
  NL_TRY(form, store::form_of(archive, record.form, record.edition));
  const auto* group = form->find_group(group_code);
  if (group == nullptr) return done();
  const auto draft = store::draft_of(session, grant, archive, record.id);
  if (!draft && store::is_changed_version(draft.error())) {
    rows.unshown.push_back(
        {record.id, record.form, group_code, store::record_title(*form, record)});
    return done();
  }
  if (!draft) return draft.error();
  for (const auto& row : draft->answers.rows(group_code))
    rows.referable.push_back({record.id, group_code, row.id,
                              Sensitive<std::string>(row_words(*group, draft->answers, row.id))});
  return done();
}

Result<OtherRows> rows_of_others(Session& session, const Grant& grant,
                                 const store::Archive& archive, const forms::Form& form) {
  NL_TRY(records, store::records_of(session, grant));
  std::set<std::pair<forms::FormCode, forms::FieldCode>> wanted;
  each_field(form, [&](const forms::Field& field) {
    if (field.refers_to && field.refers_to->form)
      wanted.emplace(*field.refers_to->form, field.refers_to->group);
  });
  OtherRows rows;
  for (const auto& [code, group] : wanted)
    for (const auto& record : records)
      if (record.form == code) NL_CHECK(add_rows_of(session, grant, archive, record, group, rows));
  return rows;
}

Result<Kept> kept_so_far(Session& session, const Grant& grant, const store::Archive& archive,
                         RecordId record, std::int64_t seen, std::vector<DraftChange> mine) {
  NL_TRY(lines, store::draft_since(session, grant, archive, record, seen));
  Kept kept{.mine = std::move(mine), .others = {}, .seq = seen};
  for (auto& line : lines) {
    kept.seq = std::max(kept.seq, line.seq);
    const bool is_mine =
        std::ranges::find(kept.mine, line.seq, &DraftChange::seq) != kept.mine.end();
    if (!is_mine && line.standing == DraftStanding::Made) kept.others.push_back(std::move(line));
  }
  return kept;
}

Trace of_draft(std::string_view code, RecordId record) {
  return {.operation = AuditOperation::Alteration, .record = record, .called = accounts::act(code)};
}

/// A page that was sent whole carried what waited to be sent as well: where that was put aside, it
/// is not put aside a second time, and whoever settled it is not asked again. `line` is what became
/// of the change sent again; the answer is the line that it repeats, as nothing new.
Result<std::optional<DraftChange>> aside_before(Transaction& transaction, const Grant& grant,
                                                const store::Archive& archive, RecordId record,
                                                std::int64_t seen, std::string_view client_id,
                                                const DraftChange& line) {
  const auto page = client_id.substr(0, client_id.find('-'));
  if (page.size() == client_id.size()) return std::optional<DraftChange>{};
  NL_TRY(sent, store::sent_from_page(transaction, grant, archive, record, page));
  const auto same = std::ranges::find_if(sent, [&](const DraftChange& before) {
    return before.seq < line.seq && before.seq <= seen && before.standing == DraftStanding::Clash &&
           before.change.at == line.change.at && before.change.value == line.change.value;
  });
  if (same == sent.end()) return std::optional<DraftChange>{};
  const auto settled = store::settle_clash(transaction, grant, record, line.seq);
  if (!settled && settled.error().code != ErrorCode::NotFound) return settled.error();
  same->standing = DraftStanding::Already;
  return std::optional(std::move(*same));
}

/// Clashes that somebody has settled since are nothing to tell of.
Status forget_settled(Transaction& transaction, const Grant& grant, const store::Archive& archive,
                      RecordId record, std::vector<DraftChange>& lines) {
  NL_TRY(open, store::open_clashes(transaction, grant, archive, record));
  std::erase_if(lines, [&](const DraftChange& line) {
    return line.standing == DraftStanding::Clash &&
           std::ranges::find(open, line.seq, &DraftChange::seq) == open.end();
  });
  return done();
}

}  // namespace

Result<RecordId> begin_record(Gate& gate, const store::Archive& archive, const Asker& asker,
                              FileId file, const forms::FormCode& code) {
  const auto* form = archive.forms.in_force(code, platform::day_in_london(asker.at));
  if (form == nullptr) return Error{ErrorCode::NotFound, "There is no such form."};
  const bool of_victims = form->kept_in == forms::KeptIn::VictimsFile;
  const auto id = platform::random_id<RecordId>();
  return gate.change(
      asker, Action::WriteRecord, file,
      {.operation = AuditOperation::Collection,
       .record = id,
       .called = accounts::act("record-begun", {{"form", code.text()}})},
      [&](Transaction& transaction, const Grant& grant, Trace& trace) -> Result<RecordId> {
        NL_TRY(kind, store::kind_of(transaction, grant));
        if (of_victims != (kind == store::FileKind::Victim))
          return Error{ErrorCode::NotFound, "There is no such form."};
        // Pressed twice, or come back to: theirs that is empty yet.
        NL_TRY(empty, store::untouched_record(transaction, grant, code));
        if (empty && !form->single) {
          trace = {.record = empty, .called = accounts::act("record-opened")};
          return *empty;
        }
        NL_CHECK(store::begin_record(transaction, grant, archive, *form, id));
        return id;
      });
}

Result<OpenRecord> open_record(Gate& gate, const store::Archive& archive, const Asker& asker,
                               FileId file, RecordId record, Action action) {
  const auto called = accounts::act(action == Action::ReadFile ? "record-read" : "record-opened");
  return gate.read(asker, action, file, {.record = record, .called = called},
                   [&](Session& session, const Grant& grant) -> Result<OpenRecord> {
                     NL_TRY(head, store::record_head(session, grant, record));
                     NL_TRY(form, store::form_of(archive, head.form, head.edition));
                     NL_TRY(draft, store::draft_of(session, grant, archive, record));
                     NL_TRY(clashes, store::open_clashes(session, grant, archive, record));
                     NL_TRY(versions, store::versions_of(session, grant, record));
                     NL_TRY(asked, store::asked_actions(session, grant, record));
                     NL_TRY(others, rows_of_others(session, grant, archive, *form));
                     NL_TRY(hand, had_a_hand(session, grant, record, versions));
                     return OpenRecord{std::move(head),
                                       form,
                                       std::move(draft),
                                       std::move(clashes),
                                       std::move(versions),
                                       std::move(asked),
                                       std::move(others.referable),
                                       std::move(others.unshown),
                                       hand};
                   });
}

Result<Kept> autosave(Gate& gate, const store::Archive& archive, const Asker& asker, FileId file,
                      RecordId record, std::int64_t seen, const std::vector<SentChange>& sent) {
  return gate.change(
      asker, Action::WriteRecord, file, of_draft("draft-changed", record),
      [&](Transaction& transaction, const Grant& grant, Trace&) -> Result<Kept> {
        NL_TRY(head, store::record_head(transaction, grant, record));
        NL_TRY(form, store::form_of(archive, head.form, head.edition));
        std::vector<DraftChange> mine;
        for (const auto& one : sent) {
          NL_TRY(change, parse_change(*form, one.change, forms::Boxes::Refused));
          NL_TRY(line, store::add_typed(transaction, grant, archive, record,
                                        {one.client_id, std::move(change)}));
          if (line.standing == DraftStanding::Clash) {
            NL_TRY(before,
                   aside_before(transaction, grant, archive, record, seen, one.client_id, line));
            if (before) line = *std::move(before);
          }
          mine.push_back(std::move(line));
        }
        return kept_so_far(transaction, grant, archive, record, seen, std::move(mine));
      });
}

Result<Kept> keep_page(Gate& gate, const store::Archive& archive, const Asker& asker, FileId file,
                       RecordId record, std::int64_t seen, std::string_view page,
                       const forms::Answers& answers) {
  return gate.change(
      asker, Action::WriteRecord, file, of_draft("draft-changed", record),
      [&](Transaction& transaction, const Grant& grant, Trace&) -> Result<Kept> {
        NL_TRY(shown, store::draft_at(transaction, grant, archive, record, seen));
        NL_TRY(mine, store::sent_from_page(transaction, grant, archive, record, page));
        auto next = mine.size();
        // What was sent from it before stands on the page too: sent again it is no difference, and
        // what was typed since is one.
        for (const auto& line : mine)
          if (line.seq > seen) static_cast<void>(apply(shown.answers, line.change));
        NL_CHECK(forget_settled(transaction, grant, archive, record, mine));
        for (auto& change : compare(shown.answers, answers)) {
          auto number = std::string(page) + "-" + std::to_string(next++);
          NL_TRY(line, store::add_typed(transaction, grant, archive, record,
                                        {std::move(number), std::move(change)}));
          mine.push_back(std::move(line));
        }
        return kept_so_far(transaction, grant, archive, record, seen, std::move(mine));
      });
}

Result<std::optional<Kept>> changes_since(Gate& gate, const store::Archive& archive,
                                          const Asker& asker, FileId file, RecordId record,
                                          std::int64_t seen) {
  return gate.look_again(asker, Action::WriteRecord, file,
                         {.record = record, .called = accounts::act("others-shown")},
                         [&](Session& session, const Grant& grant) -> Result<std::optional<Kept>> {
                           NL_TRY(kept, kept_so_far(session, grant, archive, record, seen, {}));
                           if (kept.others.empty()) return std::optional<Kept>{};
                           return std::optional(std::move(kept));
                         });
}

Status settle_clash(Gate& gate, const store::Archive& archive, const Asker& asker, FileId file,
                    RecordId record, const Settling& settling) {
  return gate.change(
      asker, Action::WriteRecord, file, of_draft("clash-settled", record),
      [&](Transaction& transaction, const Grant& grant, Trace&) -> Status {
        NL_TRY(clashes, store::open_clashes(transaction, grant, archive, record));
        const auto line = std::ranges::find(clashes, settling.clash, &DraftChange::seq);
        if (line == clashes.end())
          return Error{ErrorCode::NotFound,
                       "This was settled already. Reload the page to see how."};
        if (settling.how != Settle::KeepTheirs) {
          auto change = line->change;
          if (change.kind == forms::ChangeKind::RowRemoved) {
            NL_TRY(draft, store::draft_of(transaction, grant, archive, record));
            if (const auto* row = draft.answers.find(change.at.field, *change.at.row))
              change.row = row->answers;
          } else {
            change.was = settling.stands;
            if (settling.how == Settle::WriteAnother) change.value = settling.another;
          }
          NL_CHECK(
              store::add_typed(transaction, grant, archive, record,
                               {"settle-" + std::to_string(settling.clash), std::move(change)}));
        }
        return store::settle_clash(transaction, grant, record, settling.clash);
      });
}

Result<Recorded> save_record(Gate& gate, const store::Archive& archive, const Asker& asker,
                             FileId file, RecordId record, std::int64_t seen) {
  return cut_version(gate, archive, asker, file, record, {forms::Purpose::Save, seen});
}

Result<Recorded> sign_record(Gate& gate, const store::Archive& archive, const Asker& asker,
                             FileId file, RecordId record, std::int64_t seen) {
  return cut_version(gate, archive, asker, file, record, {forms::Purpose::Sign, seen});
}

}  // namespace northlight::casework
