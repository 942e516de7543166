#pragma once

#include <filesystem>
#include <string>

#include "base/result.hpp"
#include "store/database_url.hpp"

// PostgreSQL's own pg_dump and pg_restore, run as child processes.
namespace northlight::store {

/// Writes the database, as the exported snapshot sees it, in pg_dump's custom format.
Status dump_postgres(const DatabaseUrl& url, const std::string& snapshot,
                     const std::filesystem::path& to);

/// Fills a database from such a file, in one transaction.
Status load_postgres(const DatabaseUrl& url, const std::filesystem::path& from);

}  // namespace northlight::store
