#pragma once

#include <filesystem>

#include "base/result.hpp"

namespace northlight::store {

/// SQLite for many threads, each with its own connection, as a pool hands them out: no lock at each
/// call, and no count of all memory that every thread would wait for. Before the first connection;
/// asking again does nothing.
void set_up_sqlite();

/// Copies a SQLite database as it stands at one moment, while others read and write it.
Status copy_sqlite_file(const std::filesystem::path& from, const std::filesystem::path& to);

/// Reads the whole file against its own structure, and leaves it without a log beside it, so that
/// it can be moved as one file. Nobody else may have it open.
Status settle_sqlite_file(const std::filesystem::path& file);

}  // namespace northlight::store
