#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/sensitive.hpp"
#include "domain/record.hpp"
#include "forms/answers.hpp"
#include "forms/projection.hpp"
#include "store/archive.hpp"
#include "store/grant.hpp"
#include "store/prove_versions.hpp"
#include "store/session.hpp"

namespace northlight::store {

/// Which version of each record a table speaks of: the last, or the last that somebody stands
/// behind.
enum class TakenFrom : std::uint8_t { Saved, Signed };

/// Puts what a new version projects to in the place of what its record projected to before.
/// Called by add_version; the file must be the one that was granted.
Status project_version(Transaction& transaction, domain::FileId file, domain::RecordId record,
                       const forms::Form& form, domain::VersionState state,
                       const forms::Answers& answers);

/// A row of a typed table as it is kept: dates as "2026-11-20", references as row ids.
struct KeptRow {
  domain::RecordId record;
  std::optional<domain::RowId> row{};
  std::map<std::string, Sensitive<std::string>, std::less<>> columns{};

  friend bool operator==(const KeptRow&, const KeptRow&) = default;
};

/// Of the file that the grant is for, by record and place.
Result<std::vector<KeptRow>> projected(Session& session, const Grant& grant,
                                       forms::Projection projection, TakenFrom taken_from);

/// What came of making all projections again.
struct Reindexed {
  std::int64_t records = 0;
  std::int64_t rows = 0;
  std::int64_t unreadable = 0;  ///< Versions whose form is not among the forms.
};

/// Throws away every projection of every file and makes them again from the versions, in one
/// transaction: not from those that are not what was recorded; and what was made of files whose key
/// does not open is left as it is. What was recorded since it was proved is taken as it is read.
/// For the command line alone: it needs nobody's grant and shows nothing.
Result<Reindexed> reindex(Transaction& transaction, const forms::Forms& forms,
                          const ProvedVersions& proved = {});

}  // namespace northlight::store
