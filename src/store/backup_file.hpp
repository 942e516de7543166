#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "store/database_url.hpp"
#include "store/table_contents.hpp"

namespace northlight::store {

/// One upload in a backup.
struct UploadContents {
  std::string hash;
  std::int64_t bytes = 0;

  friend bool operator==(const UploadContents&, const UploadContents&) = default;
};

/// What a backup says of itself.
struct Manifest {
  Engine engine = Engine::Sqlite;
  std::int64_t schema = 0;
  std::vector<TableContents> tables{};
  std::int64_t bytes = 0;                 ///< Of what follows the manifest.
  std::string checksum{};                 ///< SHA-256 of the same.
  std::vector<UploadContents> uploads{};  ///< One after another, behind what the engine made.
  std::int64_t database_bytes = 0;  ///< Of what the engine made; 0 where nothing is behind it.

  friend bool operator==(const Manifest&, const Manifest&) = default;
};

/// Writes a backup: a line that names it, the manifest's length and the manifest as JSON, then what
/// the engine made (a database file, or pg_dump's custom format). Fills in bytes and checksum. To a
/// temporary name, flushed, then renamed; Conflict when `file` exists.
Result<Manifest> write_backup_file(const std::filesystem::path& file, Manifest manifest,
                                   const std::filesystem::path& payload);

/// The manifest, after reading the whole file against it. Refuses what is not a backup, cut short,
/// damaged, or of a later form. Where `payload` is named, what follows the manifest is written
/// there.
Result<Manifest> open_backup_file(const std::filesystem::path& file,
                                  const std::filesystem::path& payload = {});

/// Makes a rename last: flushes the folder that holds the file.
Status flush_folder_of(const std::filesystem::path& file);

}  // namespace northlight::store
