#pragma once

#include <filesystem>

#include "base/result.hpp"

namespace northlight::store {

/// Copies a SQLite database as it stands at one moment, while others read and write it.
Status copy_sqlite_file(const std::filesystem::path& from, const std::filesystem::path& to);

/// Reads the whole file against its own structure, and leaves it without a log beside it, so that
/// it can be moved as one file. Nobody else may have it open.
Status settle_sqlite_file(const std::filesystem::path& file);

}  // namespace northlight::store
