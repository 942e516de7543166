#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/sensitive.hpp"
#include "store/records.hpp"

namespace northlight::store {

/// One version of a record, without its content.
struct VersionHead {
  std::int64_t n = 0;
  domain::VersionState state = domain::VersionState::Saved;
  std::optional<Date> effective_on{};
  platform::Instant recorded_at{};
  domain::PersonId recorded_by;
  std::optional<std::int64_t> made_from{};
  std::int64_t edition = 1;
  std::int64_t draft_seq = 0;                     ///< All that was typed up to here is in it.
  std::optional<Sensitive<std::string>> words{};  ///< Said on countersigning or sending back.
  std::string hash;
};

struct Version {
  VersionHead head;
  forms::Answers answers;
};

/// Every version of a record, first to last.
Result<std::vector<VersionHead>> versions_of(Session& session, const Grant& grant,
                                             domain::RecordId record);

/// One version, proved against its hash: Unavailable when it is not what was recorded.
Result<Version> version_of(Session& session, const Grant& grant, const Archive& archive,
                           domain::RecordId record, std::int64_t n);

/// The number of the version that stood at the end of that day in London, by when it was recorded;
/// 0 where there was none yet.
Result<std::int64_t> version_number_on(Session& session, const Grant& grant,
                                       domain::RecordId record, Date day);

/// The version itself; nothing where there was none yet.
Result<std::optional<Version>> version_on(Session& session, const Grant& grant,
                                          const Archive& archive, domain::RecordId record,
                                          Date day);

/// What is to become the next version.
struct NextVersion {
  domain::VersionState state = domain::VersionState::Saved;
  std::optional<std::int64_t> made_from{};  ///< Must be the last version; nothing: the first.
  std::int64_t draft_seq = 0;
  std::optional<std::string> words{};
};

/// Records the next version with these answers, and projects it. Conflict when another was recorded
/// since `made_from`.
Result<std::int64_t> add_version(Transaction& transaction, const Grant& grant,
                                 const Archive& archive, domain::RecordId record,
                                 const NextVersion& next, const forms::Answers& answers);

}  // namespace northlight::store
