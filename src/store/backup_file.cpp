#include "store/backup_file.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

#include "base/json.hpp"
#include "base/text.hpp"
#include "store/checksum.hpp"
#include "store/file_handle.hpp"

namespace northlight::store {
namespace {

constexpr std::string_view mark = "northlight-backup 1\n";
constexpr std::string_view any_mark = "northlight-backup ";
constexpr std::size_t chunk = 1U << 20U;
constexpr std::int64_t longest_manifest = 16LL << 20U;

Json as_json(const Manifest& manifest) {
  auto tables = Json::array();
  for (const auto& table : manifest.tables)
    tables.add(
        Json::object({{"name", table.name}, {"rows", table.rows}, {"contents", table.checksum}}));
  auto json = Json::object({{"engine", name_of(manifest.engine)},
                            {"schema", manifest.schema},
                            {"bytes", manifest.bytes},
                            {"sha256", manifest.checksum},
                            {"tables", std::move(tables)}});
  if (manifest.uploads.empty()) return json;
  auto uploads = Json::array();
  for (const auto& upload : manifest.uploads)
    uploads.add(Json::object({{"sha256", upload.hash}, {"bytes", upload.bytes}}));
  json.set("database_bytes", manifest.database_bytes);
  json.set("uploads", std::move(uploads));
  return json;
}

// What stands behind the database; nothing in a backup without uploads. False when it cannot be.
bool read_uploads(const Json& json, Manifest& manifest) {
  const auto* uploads = json.find("uploads");
  if (uploads == nullptr) return true;
  const auto* first = json.find("database_bytes");
  if (uploads->items() == nullptr || first == nullptr || first->whole() == nullptr) return false;
  manifest.database_bytes = *first->whole();
  auto left = manifest.bytes - manifest.database_bytes;
  if (manifest.database_bytes < 0 || left < 0) return false;
  for (const auto& upload : *uploads->items()) {
    const auto* hash = upload.find("sha256");
    const auto* bytes = upload.find("bytes");
    if (hash == nullptr || hash->string() == nullptr || bytes == nullptr ||
        bytes->whole() == nullptr || *bytes->whole() < 0 || *bytes->whole() > left)
      return false;
    left -= *bytes->whole();
    manifest.uploads.push_back({*hash->string(), *bytes->whole()});
  }
  return left == 0;
}

std::optional<Manifest> manifest_in(const Json& json) {
  const auto text = [](const Json& from, std::string_view key) {
    const auto* found = from.find(key);
    return found == nullptr ? nullptr : found->string();
  };
  const auto whole = [](const Json& from, std::string_view key) {
    const auto* found = from.find(key);
    return found == nullptr ? nullptr : found->whole();
  };
  const auto* engine = text(json, "engine");
  const auto* schema = whole(json, "schema");
  const auto* bytes = whole(json, "bytes");
  const auto* checksum = text(json, "sha256");
  const auto* tables = json.find("tables");
  if (!engine || !schema || !bytes || !checksum || !tables || !tables->items()) return std::nullopt;
  if (*engine != name_of(Engine::Sqlite) && *engine != name_of(Engine::Postgres))
    return std::nullopt;
  Manifest manifest;
  manifest.engine = *engine == name_of(Engine::Sqlite) ? Engine::Sqlite : Engine::Postgres;
  manifest.schema = *schema;
  manifest.bytes = *bytes;
  manifest.checksum = *checksum;
  for (const auto& table : *tables->items()) {
    const auto* name = text(table, "name");
    const auto* rows = whole(table, "rows");
    const auto* contents = text(table, "contents");
    if (!name || !rows || !contents) return std::nullopt;
    manifest.tables.push_back({*name, *rows, *contents});
  }
  if (!read_uploads(json, manifest)) return std::nullopt;
  return manifest;
}

Error refused(const std::filesystem::path& file, std::string message) {
  return {ErrorCode::Invalid, std::move(message), file.string()};
}

Status copy(FileHandle& from, FileHandle& to) {
  std::string buffer(chunk, '\0');
  for (;;) {
    NL_TRY(count, from.read(buffer));
    if (count == 0) return done();
    NL_CHECK(to.write(std::string_view(buffer).substr(0, count)));
  }
}

Status measure(const std::filesystem::path& payload, Manifest& manifest) {
  NL_TRY(from, FileHandle::open(payload, O_RDONLY));
  std::string buffer(chunk, '\0');
  Checksum checksum;
  for (;;) {
    NL_TRY(count, from.read(buffer));
    if (count == 0) break;
    checksum.add(std::string_view(buffer).substr(0, count));
    manifest.bytes += static_cast<std::int64_t>(count);
  }
  manifest.checksum = checksum.hex();
  return done();
}

// The manifest at the head of the file; leaves `from` where the payload begins.
Result<Manifest> read_head(FileHandle& from, const std::filesystem::path& file) {
  NL_TRY(found, from.read_exactly(mark.size()));
  if (!found.starts_with(any_mark) && found != std::string(mark).substr(0, found.size()))
    return refused(file, "This file is not a backup of this program.");
  if (found.size() < mark.size() || found.empty())
    return refused(file, "This backup is cut short.");
  if (found != mark)
    return refused(file,
                   "This backup was made by a newer version of this program. Update the program.");
  constexpr std::size_t length_digits = 10;
  NL_TRY(length_text, from.read_exactly(length_digits + 1));
  if (length_text.size() <= length_digits) return refused(file, "This backup is cut short.");
  const auto length = parse_whole_number(std::string_view(length_text).substr(0, length_digits));
  if (!length || *length > longest_manifest || length_text.back() != '\n')
    return refused(file, "This backup is damaged: its manifest cannot be read.");
  NL_TRY(text, from.read_exactly(static_cast<std::size_t>(*length)));
  if (text.size() < static_cast<std::size_t>(*length))
    return refused(file, "This backup is cut short.");
  const auto json = Json::parse(text);
  auto manifest = json ? manifest_in(*json) : std::nullopt;
  if (!manifest) return refused(file, "This backup is damaged: its manifest cannot be read.");
  return *std::move(manifest);
}

std::string head_of(const Manifest& manifest) {
  const auto text = as_json(manifest).text() + "\n";
  auto length = std::to_string(text.size());
  length.insert(0, 10 - length.size(), '0');
  return std::string(mark) + length + "\n" + text;
}

}  // namespace

Status flush_folder_of(const std::filesystem::path& file) {
  const auto folder = file.has_parent_path() ? file.parent_path() : std::filesystem::path(".");
  NL_TRY(handle, FileHandle::open(folder, O_RDONLY | O_DIRECTORY));
  return handle.flush();
}

Result<Manifest> write_backup_file(const std::filesystem::path& file, Manifest manifest,
                                   const std::filesystem::path& payload) {
  NL_CHECK(measure(payload, manifest));
  auto temporary = file;
  temporary += ".part";
  const auto written = [&]() -> Status {
    NL_TRY(from, FileHandle::open(payload, O_RDONLY));
    NL_TRY(to, FileHandle::open(temporary, O_WRONLY | O_CREAT | O_TRUNC));
    NL_CHECK(to.write(head_of(manifest)));
    NL_CHECK(copy(from, to));
    NL_CHECK(to.flush());
    // Never over another file, even one that has appeared meanwhile.
    if (::renameat2(AT_FDCWD, temporary.c_str(), AT_FDCWD, file.c_str(), RENAME_NOREPLACE) != 0)
      return file_error(errno, "write", file);
    return flush_folder_of(file);
  }();
  if (written) return manifest;
  ::unlink(temporary.c_str());
  return written.error();
}

Result<Manifest> open_backup_file(const std::filesystem::path& file,
                                  const std::filesystem::path& payload) {
  NL_TRY(from, FileHandle::open(file, O_RDONLY));
  NL_TRY(manifest, read_head(from, file));
  std::optional<FileHandle> to;
  if (!payload.empty()) {
    NL_TRY(opened, FileHandle::open(payload, O_WRONLY | O_CREAT | O_TRUNC));
    to.emplace(std::move(opened));
  }
  std::string buffer(chunk, '\0');
  Checksum checksum;
  std::int64_t bytes = 0;
  for (;;) {
    NL_TRY(count, from.read(buffer));
    if (count == 0) break;
    const auto part = std::string_view(buffer).substr(0, count);
    checksum.add(part);
    bytes += static_cast<std::int64_t>(count);
    if (to) NL_CHECK(to->write(part));
  }
  if (bytes < manifest.bytes) return refused(file, "This backup is cut short.");
  if (bytes > manifest.bytes || checksum.hex() != manifest.checksum)
    return refused(file,
                   "This backup is damaged: its contents are not what was written. Use another.");
  if (to) NL_CHECK(to->flush());
  return manifest;
}

}  // namespace northlight::store
