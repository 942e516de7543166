#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "accounts/gate.hpp"
#include "base/result.hpp"
#include "base/sensitive.hpp"
#include "forms/compare.hpp"
#include "forms/form.hpp"
#include "store/archive.hpp"
#include "store/asked_actions.hpp"
#include "store/drafts.hpp"
#include "store/records.hpp"
#include "store/versions.hpp"

/// What people do with the records of a file: begin one, write in it together, save and sign it.
/// Each call asks the gate first and is a line of the audit trail.
namespace northlight::casework {

using accounts::Asker;
using accounts::Gate;
using domain::FileId;
using domain::RecordId;

/// Begins an empty record in the edition that is in force today, or goes on with the one that the
/// asker began and wrote nothing in yet. NotFound when there is no such
/// form for such a file; Conflict when the file may have one of it only.
Result<RecordId> begin_record(Gate& gate, const store::Archive& archive, const Asker& asker,
                              FileId file, const forms::FormCode& form);

/// A row that a reference may point at: "Risk 2: …" of an assessment.
struct Referable {
  RecordId record;
  forms::FieldCode group;
  domain::RowId row;
  Sensitive<std::string> label;
};

/// Another record of the file whose rows cannot be shown: a version of it is not what was recorded
/// (store/changed_version.hpp).
struct UnshownRecord {
  RecordId record;
  forms::FormCode form;
  forms::FieldCode group;  ///< That is pointed at.
  std::string title;       ///< "Assessment, begun on 3 November 2026"
};

/// A record as its page shows it. `draft.seq` is what the page has seen: it comes back with
/// whatever is sent from that page.
struct OpenRecord {
  store::RecordHead head;
  const forms::Form* form;
  store::Draft draft;
  std::vector<store::DraftChange> clashes;   ///< Where two wrote, and nobody has settled it.
  std::vector<store::VersionHead> versions;  ///< First to last.
  std::vector<store::AskedAction> asked;
  std::vector<Referable> referable;  ///< In other records of the file.
  std::vector<UnshownRecord> unshown{};
  bool had_a_hand = false;  ///< The reader's (casework/sign_off.hpp), in the last version.
};
/// To read, or for a page on which something else is done (domain::Action::WriteRecord).
Result<OpenRecord> open_record(Gate& gate, const store::Archive& archive, const Asker& asker,
                               FileId file, RecordId record,
                               domain::Action action = domain::Action::ReadFile);

/// A change as a browser sends it, with the number that it gave it.
struct SentChange {
  std::string client_id;
  forms::ChangeText change;
};

/// What became of what was sent, and what others typed meanwhile.
struct Kept {
  std::vector<store::DraftChange> mine;    ///< In the order in which they were sent.
  std::vector<store::DraftChange> others;  ///< Since the page last heard.
  std::int64_t seq = 0;                    ///< The page has now seen up to here.
};

/// Keeps what was typed, as it is typed. Sending again what was answered for changes nothing. Where
/// somebody else has written meanwhile, the text is kept aside (DraftStanding::Clash).
Result<Kept> autosave(Gate& gate, const store::Archive& archive, const Asker& asker, FileId file,
                      RecordId record, std::int64_t seen, const std::vector<SentChange>& sent);

/// The same for a whole page that is sent without a script: keeps every difference between what the
/// page showed (`seen`) and what it holds now. `page` is the page's own number: sent again as it
/// was (a second press of the button) it changes nothing, and sent again with other words it keeps
/// those too.
Result<Kept> keep_page(Gate& gate, const store::Archive& archive, const Asker& asker, FileId file,
                       RecordId record, std::int64_t seen, std::string_view page,
                       const forms::Answers& answers);

/// What others typed since the page last heard: `mine` is empty. Nothing, and no line on the trail,
/// where nobody has.
Result<std::optional<Kept>> changes_since(Gate& gate, const store::Archive& archive,
                                          const Asker& asker, FileId file, RecordId record,
                                          std::int64_t seen);

/// How a clash is settled.
enum class Settle : std::uint8_t {
  KeepTheirs,   ///< What stands there stays.
  TakeAside,    ///< The text that was kept aside takes its place.
  WriteAnother  ///< A third text, mostly of both.
};

struct Settling {
  std::int64_t clash = 0;
  Settle how = Settle::KeepTheirs;
  /// What the page showed as standing there, so that what somebody wrote since is not lost either.
  std::optional<forms::Answer> stands{};
  std::optional<forms::Answer> another{};  ///< With WriteAnother alone.
};
Status settle_clash(Gate& gate, const store::Archive& archive, const Asker& asker, FileId file,
                    RecordId record, const Settling& settling);

/// A version that was recorded, or everything that stands in the way, each with its field. When
/// something does, nothing is recorded and nothing typed is lost.
struct Recorded {
  std::int64_t version = 0;
  std::vector<Error> problems{};

  bool done() const { return problems.empty(); }
};

/// Cuts a version from the draft. Where nothing was typed since the last version, that one is it. A
/// quick record (Form::quick) is signed by saving: its page's "Save" calls sign_record.
Result<Recorded> save_record(Gate& gate, const store::Archive& archive, const Asker& asker,
                             FileId file, RecordId record, std::int64_t seen);

/// Cuts a version that the asker stands behind. Refuses while an answer is missing, a clash is
/// open, or somebody else has written what the asker has not seen.
Result<Recorded> sign_record(Gate& gate, const store::Archive& archive, const Asker& asker,
                             FileId file, RecordId record, std::int64_t seen);

}  // namespace northlight::casework
