#pragma once

#include <filesystem>

#include "base/result.hpp"
#include "store/migration.hpp"

namespace northlight::store {

/// Reads every step from a folder (the project's schema/). Refuses a name of another shape, an
/// engine's own file without the shared one, and what `in_order` refuses.
Result<Schema> read_migrations(const std::filesystem::path& folder);

}  // namespace northlight::store
