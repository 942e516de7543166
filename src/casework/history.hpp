#pragma once

#include <optional>
#include <vector>

#include "casework/records.hpp"

/// A record's past: a version as it was recorded, and what changed between two. The whole file as
/// it stood on a day: casework/stood_file.
namespace northlight::casework {

/// One record as it stood.
struct StoodRecord {
  store::RecordHead head;
  const forms::Form* form;
  store::Version version;
  /// The version is not what was recorded (store/changed_version.hpp): of it there is no more here
  /// than its number. So only where others stand beside it (casework/stood_file).
  bool unshown = false;
};

/// That version with the form by which it reads. Of use inside casework/ only.
Result<StoodRecord> stood_record(const store::Archive& archive, store::RecordHead head,
                                 store::Version version);

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
