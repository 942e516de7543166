#pragma once

#include <cstdint>

#include "base/result.hpp"
#include "store/database.hpp"
#include "store/migration.hpp"

namespace northlight::store {

/// Brings the database forward to the last step, each in one transaction; says how many were run.
/// Two programs may do so at the same time. Refuses when a step that was run has changed or is
/// missing from the schema, and when the database is newer than the program.
Result<std::int64_t> migrate(Database& database, const Schema& schema);

/// Refuses, with what to do, unless the database stands exactly at the last step.
Status check_is_current(Database& database, const Schema& schema);

/// The number of the last step that was run; 0 for an empty database.
Result<std::int64_t> schema_version(Session& session);

/// Whether the database holds no table at all.
Result<bool> is_empty(Session& session);

}  // namespace northlight::store
