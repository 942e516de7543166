#include <algorithm>
#include <chrono>
#include <map>
#include <set>

#include "forms/words.hpp"
#include "store/asked_actions.hpp"
#include "store/changed_version.hpp"
#include "store/drafts.hpp"
#include "store/holding.hpp"
#include "store/people.hpp"
#include "store/versions.hpp"

namespace northlight::store {
namespace {

using domain::HeldEntry;
using domain::HeldFact;
using domain::HeldLine;
using forms::FieldPath;

/// What its writer changed again within this time was still being typed.
constexpr auto still_typing = std::chrono::minutes(10);

std::string_view state_words(domain::VersionState state) {
  switch (state) {
    case domain::VersionState::Saved:
      return "saved";
    case domain::VersionState::Signed:
      return "signed";
    case domain::VersionState::Countersigned:
      return "countersigned";
    case domain::VersionState::Returned:
      return "sent back";
  }
  return "";
}

using RowNames = std::map<domain::RowId, std::string>;
using Lines = std::vector<HeldLine>;

void name_rows(const forms::Form& form, const forms::Answers& answers, RowNames& names) {
  for (const auto& section : form.sections)
    for (const auto& group : section.groups) {
      std::size_t number = 0;
      for (const auto& row : answers.rows(group.code))
        names[row.id] = group.row_label + " " + std::to_string(++number);
    }
}

/// Reads the records of one file as lines.
class Records {
 public:
  Records(Session& session, const Grant& grant, const Archive& archive)
      : session_(session), grant_(grant), archive_(archive) {}

  Result<std::vector<domain::HeldPart>> gather() {
    NL_TRY(heads, records_of(session_, grant_));
    std::ranges::reverse(heads);
    for (const auto& head : heads) {  // References point from one record into another.
      NL_TRY(form, form_of(archive_, head.form, head.edition));
      const auto draft = draft_of(session_, grant_, archive_, head.id);
      if (draft)
        name_rows(*form, draft->answers, rows_);
      else if (is_changed_version(draft.error()))
        unshown_.insert(head.id);
      else
        return draft.error();
    }
    std::vector<domain::HeldPart> parts;
    for (const auto& head : heads) {
      auto part = record(head);
      if (!part && is_changed_version(part.error())) part = unshown(head);
      if (!part) return std::move(part).error();
      parts.push_back(*std::move(part));
    }
    return parts;
  }

 private:
  Result<std::string> name_of(domain::PersonId id) {
    if (const auto at = names_.find(id); at != names_.end()) return at->second;
    NL_TRY(found, person(session_, id));
    return names_.emplace(id, found ? found->name : "somebody who is gone").first->second;
  }

  HeldLine line(const RecordHead& head, const forms::Field& field, const FieldPath& at,
                const forms::Answer& answer, std::string_view row) const {
    HeldLine made{.place = head.id.text() + "/" + at.text(),
                  .about = field.about,
                  .names_somebody = field.kind == forms::FieldKind::Person};
    made.label = row.empty() ? field.label : std::string(row) + ": " + field.label;
    if (const auto* reference = std::get_if<forms::RowReference>(&answer)) {
      const auto found = rows_.find(reference->row);
      made.text = found != rows_.end() ? found->second
                  : reference->record && unshown_.contains(*reference->record)
                      ? "One of a record that cannot be shown"
                      : "One that is no longer there";
    } else {
      made.text = forms::answer_words(field, answer);
    }
    return made;
  }

  Lines lines(const RecordHead& head, const forms::Form& form,
              const forms::Answers& answers) const {
    Lines all;
    const auto add = [&](const forms::AnswerMap& map, const forms::Field& field,
                         const FieldPath& at, std::string_view row) {
      if (const auto found = map.find(field.code); found != map.end())
        all.push_back(line(head, field, at, found->second, row));
    };
    for (const auto& section : form.sections) {
      for (const auto& field : section.fields)
        add(answers.fields, field, {.field = field.code}, {});
      for (const auto& group : section.groups) {
        std::size_t number = 0;
        for (const auto& row : answers.rows(group.code)) {
          const auto name = group.row_label + " " + std::to_string(++number);
          for (const auto& field : group.fields)
            add(row.answers, field, {.field = group.code, .row = row.id, .cell = field.code}, name);
        }
      }
    }
    return all;
  }

  /// The lines that are not among those.
  static Lines other_than(Lines lines, const Lines& those) {
    std::erase_if(lines, [&](const HeldLine& one) {
      return std::ranges::any_of(those, [&](const HeldLine& other) {
        return other.place == one.place && other.text == one.text;
      });
    });
    return lines;
  }

  Result<domain::HeldPart> record(const RecordHead& head) {
    NL_TRY(form, form_of(archive_, head.form, head.edition));
    domain::HeldPart part{head.id.text(), record_title(*form, head)};
    Lines seen;
    NL_CHECK(versions(head, *form, part, seen));
    NL_TRY(draft, draft_of(session_, grant_, archive_, head.id));
    auto unsaved = other_than(lines(head, *form, draft.answers), seen);
    seen.insert(seen.end(), unsaved.begin(), unsaved.end());
    if (!unsaved.empty())
      part.entries.push_back({"Being written, and in no version yet", std::move(unsaved)});
    NL_CHECK(typed(head, *form, part, seen));
    NL_CHECK(asked(head, part));
    return part;
  }

  /// In the place of a record of which a version is not what was recorded.
  Result<domain::HeldPart> unshown(const RecordHead& head) const {
    NL_TRY(form, form_of(archive_, head.form, head.edition));
    return domain::HeldPart{
        .code = head.id.text(),
        .title = record_title(*form, head),
        .entries = {HeldEntry{"This record cannot be shown: a version of it is not what was "
                              "recorded"}},
        .unshown = true};
  }

  /// The last whole, then of each before it what read otherwise in the one after it.
  Status versions(const RecordHead& head, const forms::Form& form, domain::HeldPart& part,
                  Lines& seen) {
    NL_TRY(all, versions_of(session_, grant_, head.id));
    Lines after;
    for (auto at = all.rbegin(); at != all.rend(); ++at) {
      NL_TRY(version, version_of(session_, grant_, archive_, head.id, at->n));
      NL_TRY(by, name_of(at->recorded_by));
      auto now = lines(head, form, version.answers);
      HeldEntry entry{"Version " + std::to_string(at->n) + ", " +
                      std::string(state_words(at->state)) + " on " +
                      words(platform::day_in_london(at->recorded_at)) + " by " + by};
      entry.lines = at == all.rbegin() ? now : other_than(now, after);
      if (at->words) {
        HeldLine said{.place = head.id.text() + "/words/" + std::to_string(at->n),
                      .fact = HeldFact::Words};
        said.label = "Said with it";
        said.text = at->words->reveal();
        entry.lines.push_back(std::move(said));
      }
      seen.insert(seen.end(), now.begin(), now.end());
      after = std::move(now);
      if (!entry.lines.empty()) part.entries.push_back(std::move(entry));
    }
    return done();
  }

  /// What was typed and stands in no version: from the last, so that the longest text of a sitting
  /// is met before its beginnings.
  Status typed(const RecordHead& head, const forms::Form& form, domain::HeldPart& part,
               Lines& seen) {
    NL_TRY(changes, draft_since(session_, grant_, archive_, head.id, 0));
    struct Last {
      domain::PersonId by;
      platform::Instant at;
    };
    std::map<std::string, Last> last;  // By path: the change that came after.
    Lines left;
    for (auto at = changes.rbegin(); at != changes.rend(); ++at) {
      const auto& change = at->change;
      if (change.kind != forms::ChangeKind::Answered || !change.value) continue;
      const auto path = change.at.text();
      const auto after = last.find(path);
      const bool typing = at->standing != DraftStanding::Clash && after != last.end() &&
                          after->second.by == at->by && after->second.at - at->at < still_typing;
      last.insert_or_assign(path, Last{at->by, at->at});
      const auto* field = forms::field_at(form, change.at);
      if (typing || field == nullptr) continue;
      const auto row = change.at.row ? rows_.find(*change.at.row) : rows_.end();
      auto made = line(head, *field, change.at, *change.value,
                       row == rows_.end() ? std::string_view{} : std::string_view(row->second));
      const bool known = std::ranges::any_of(seen, [&](const HeldLine& one) {
        return one.place == made.place && one.text.find(made.text) != std::string::npos;
      });
      if (known) continue;
      made.fact = HeldFact::Typed;
      seen.push_back(made);
      left.push_back(std::move(made));
    }
    if (left.empty()) return done();
    std::ranges::reverse(left);
    part.entries.push_back({"Typed, and changed before it was saved", std::move(left)});
    return done();
  }

  Status asked(const RecordHead& head, domain::HeldPart& part) {
    NL_TRY(actions, asked_actions(session_, grant_, head.id));
    HeldEntry entry{"What was asked to be done"};
    for (const auto& action : actions) {
      NL_TRY(owner, name_of(action.owner));
      HeldLine asked{.place = head.id.text() + "/asked/" + action.id.text(),
                     .fact = HeldFact::AskedAction};
      asked.label = "Of " + owner + (action.due_on ? ", by " + words(*action.due_on) : "");
      asked.text = action.what.reveal();
      entry.lines.push_back(asked);
      if (!action.answer) continue;
      asked.place += "/answer";
      asked.label = "What was done";
      asked.text = action.answer->reveal();
      entry.lines.push_back(std::move(asked));
    }
    if (!entry.lines.empty()) part.entries.push_back(std::move(entry));
    return done();
  }

  Session& session_;
  const Grant& grant_;
  const Archive& archive_;
  RowNames rows_{};
  std::set<domain::RecordId> unshown_{};
  std::map<domain::PersonId, std::string> names_{};
};

}  // namespace

Result<std::vector<domain::HeldPart>> held_records(Session& session, const Grant& grant,
                                                   const Archive& archive) {
  return Records(session, grant, archive).gather();
}

Result<domain::Holding> held_on(Session& session, const Grant& grant, const Archive& archive,
                                platform::Instant asked_at) {
  domain::Holding holding;
  NL_TRY(facts, held_facts(session, grant, archive, asked_at));
  holding.parts.push_back(std::move(facts));
  NL_TRY(records, held_records(session, grant, archive));
  for (auto& record : records) holding.parts.push_back(std::move(record));
  return holding;
}

}  // namespace northlight::store
