#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "domain/ids.hpp"
#include "store/session.hpp"

/// A version as its row has it, before anything of it is read or opened. For store/versions and
/// store/prove_versions.
namespace northlight::store {

struct VersionText {
  std::int64_t n, edition, draft_seq;
  std::string state, recorded_at, recorded_by, hash, answers;
  std::optional<std::string> effective_on, words;
  std::optional<std::int64_t> made_from;
};

/// What its hash is over: every column of the version, as JSON, so that no two say the same.
std::string hashed_text(domain::RecordId record, const VersionText& text);

/// That version of the record, or without a number all of them, first to last: then without their
/// answers, which are the weight of a version.
Result<std::vector<VersionText>> version_texts(Session& session, domain::RecordId record,
                                               std::optional<std::int64_t> n);

}  // namespace northlight::store
