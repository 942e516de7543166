#pragma once

#include <filesystem>
#include <string_view>

#include "base/result.hpp"
#include "store/backup_file.hpp"
#include "store/database.hpp"
#include "store/migration.hpp"

namespace northlight::store {

/// Writes all of the database as it stands at one moment into one file, while it goes on serving.
/// The file appears whole under its name or not at all; an existing one is refused (Conflict).
/// Uploads are in it; they are looked for in `uploads`, by default beside a SQLite file.
Result<Manifest> backup(Database& database, const std::filesystem::path& file,
                        const std::filesystem::path& uploads = {});

/// Fills an empty database from a backup and compares it, table by table, with what the backup
/// says of itself. Refuses, each in words of its own: a file that is no backup, cut short or
/// damaged; one of the other engine; one of a newer schema; a database that is not empty. An older
/// schema is restored as it was: migrate it afterwards.
/// Uploads are put into `uploads`, by default beside a SQLite file.
Result<Manifest> restore(const std::filesystem::path& file, std::string_view url,
                         const Schema& schema, const std::filesystem::path& uploads = {});

}  // namespace northlight::store
