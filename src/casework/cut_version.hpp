#pragma once

#include "casework/records.hpp"
#include "forms/validate.hpp"

namespace northlight::casework {

/// What a version is cut for, and what its writer had seen of the draft.
struct Cutting {
  forms::Purpose purpose = forms::Purpose::Save;
  std::int64_t seen = 0;
};

/// How save_record and sign_record work. Of use inside casework/ only.
Result<Recorded> cut_version(Gate& gate, const store::Archive& archive, const Asker& asker,
                             FileId file, RecordId record, const Cutting& cutting);

}  // namespace northlight::casework
