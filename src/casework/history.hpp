#pragma once

#include <optional>
#include <vector>

#include "casework/records.hpp"

/// A file's past: its records as they stood on a day, and what changed between two versions.
namespace northlight::casework {

/// One record as it stood.
struct StoodRecord {
  store::RecordHead head;
  const forms::Form* form;
  store::Version version;
};

/// The file as it stood at the end of that day in London: what had been recorded by then. Records
/// begun later, or of which nothing had been saved yet, are not in it.
Result<std::vector<StoodRecord>> file_as_it_stood(Gate& gate, const store::Archive& archive,
                                                  const Asker& asker, FileId file, Date day);

/// The second view: what is known today of that day and the days before it, by the day that each
/// record is about; latest first. A record that is about no day is not in it.
Result<std::vector<StoodRecord>> file_up_to(Gate& gate, const store::Archive& archive,
                                            const Asker& asker, FileId file, Date day);

/// One version as it was recorded.
Result<StoodRecord> see_version(Gate& gate, const store::Archive& archive, const Asker& asker,
                                FileId file, RecordId record, std::int64_t version);

struct Comparison {
  const forms::Form* form;
  store::Version before;
  store::Version after;
  std::vector<forms::Change> changes;
  std::int64_t last = 0;  ///< The record's last version.
};

/// What changed between two versions of a record, whichever is the later.
Result<Comparison> compare_versions(Gate& gate, const store::Archive& archive, const Asker& asker,
                                    FileId file, RecordId record, std::int64_t before,
                                    std::int64_t after);

}  // namespace northlight::casework
