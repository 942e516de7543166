#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "casework/records.hpp"

/// What a second person does with a signed record: stands behind it too, or sends it back; in
/// either case with words, and with work that stays open until a later version answers it.
namespace northlight::casework {

/// One thing to be done.
struct Ask {
  std::optional<forms::FieldPath> about{};  ///< Nothing: the whole record.
  std::string what;
  std::optional<domain::PersonId> owner{};  ///< Nothing: whoever signed it.
  std::optional<Date> due_on{};
};

/// Whether the asker signed any version since the last countersigned one, or typed any of what the
/// last one holds since: they would countersign their own.
Result<bool> had_a_hand(store::Session& session, const store::Grant& grant, RecordId record,
                        const std::vector<store::VersionHead>& versions);

/// Records the next version, countersigned. Refuses a record that is not signed or was written in
/// since, a form that is not countersigned, and whoever signed it or wrote any of it themself.
/// Fails with Invalid (where: "words", "asks.1") when nothing is said.
Result<std::int64_t> countersign_record(Gate& gate, const store::Archive& archive,
                                        const Asker& asker, FileId file, RecordId record,
                                        std::int64_t version, std::string_view words,
                                        const std::vector<Ask>& asks);

/// Sends it back with at least one thing to be done. The draft goes on where it stood.
Result<std::int64_t> return_record(Gate& gate, const store::Archive& archive, const Asker& asker,
                                   FileId file, RecordId record, std::int64_t version,
                                   std::string_view words, const std::vector<Ask>& asks);

/// Says what was done about something that was asked for, in a version after the one that asked.
Status answer_ask(Gate& gate, const Asker& asker, FileId file, RecordId record,
                  const IdBits& action, std::string_view words);

}  // namespace northlight::casework
