#include "store/uploads.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>

#include "platform/random.hpp"
#include "store/backup_file.hpp"
#include "store/checksum.hpp"
#include "store/file_handle.hpp"

namespace northlight::store {
namespace {

namespace fs = std::filesystem;

Error damaged() {
  return {ErrorCode::Unavailable,
          "This file is missing or damaged on the server. Tell whoever looks after the system."};
}

Status make_folder(const fs::path& folder) {
  std::error_code failed;
  fs::create_directories(folder, failed);
  if (!failed) fs::permissions(folder, fs::perms::owner_all, failed);
  if (failed) return file_error(failed.value(), "make", folder);
  return done();
}

}  // namespace

// Only such names are ever looked for: nothing that is sent can lead out of the folder.
bool is_upload_hash(std::string_view text) {
  return text.size() == 64 && std::ranges::all_of(text, [](char c) {
           return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
         });
}

Result<UploadFolder> UploadFolder::of(const DatabaseUrl& url, const fs::path& named) {
  if (!named.empty()) return UploadFolder(named);
  if (url.engine == Engine::Sqlite) return UploadFolder(fs::path(url.place + ".uploads"));
  return Error{
      ErrorCode::Invalid,
      "Documents that are sent in need a folder of their own beside a PostgreSQL database. "
      "Name it: --uploads FOLDER"};
}

Result<UploadFolder> UploadFolder::ready(const DatabaseUrl& url, const fs::path& named) {
  NL_TRY(folder, of(url, named));
  std::error_code unknown;
  const bool there = fs::exists(folder.path(), unknown);
  if (!there && named.empty()) return std::move(folder);  // It is made with the first document.
  if (!fs::is_directory(folder.path(), unknown))
    return Error{ErrorCode::NotFound,
                 there ? "Documents that are sent in cannot be kept: this is no folder"
                       : "There is no such folder for documents that are sent in. Make it, for "
                         "Northlight's account alone, or correct --uploads",
                 folder.path().string()};
  if (::access(folder.path().c_str(), R_OK | W_OK | X_OK) != 0)
    return file_error(errno, "write", folder.path());
  return std::move(folder);
}

fs::path UploadFolder::place_of(std::string_view hash) const {
  return folder_ / std::string(hash.substr(0, 2)) / std::string(hash);
}

Result<std::string> UploadFolder::keep(std::string_view content) const {
  auto hash = checksum_of(content);
  const auto place = place_of(hash);
  NL_CHECK(make_folder(folder_));
  NL_CHECK(make_folder(place.parent_path()));
  auto temporary = place;
  temporary += "." + platform::random_id_bits().text();
  const auto written = [&]() -> Status {
    NL_TRY(file, FileHandle::open(temporary, O_WRONLY | O_CREAT | O_EXCL));
    NL_CHECK(file.write(content));
    NL_CHECK(file.flush());
    // Renaming over the same content is no change; what was damaged is mended.
    if (::rename(temporary.c_str(), place.c_str()) != 0) return file_error(errno, "write", place);
    return flush_folder_of(place);
  }();
  if (written) return hash;
  ::unlink(temporary.c_str());
  return written.error();
}

Result<std::string> UploadFolder::read(std::string_view hash) const {
  if (!is_upload_hash(hash)) return Error{ErrorCode::NotFound, "There is no such file."};
  auto file = FileHandle::open(place_of(hash), O_RDONLY);
  if (!file) return damaged();
  NL_TRY(content, file->read_exactly(largest_upload));
  if (checksum_of(content) != hash) return damaged();
  return std::move(content);
}

Result<std::string> keep_upload(Transaction& transaction, const Grant& grant,
                                const UploadFolder& folder, domain::UploadKind kind,
                                std::string_view content) {
  NL_CHECK(transaction.run("delete from upload_to_remove where hash = :hash",
                           {{"hash", checksum_of(content)}}));
  // On the disk before the row that names it is kept, so that no row is without its content.
  NL_TRY(hash, folder.keep(content));
  NL_CHECK(add_upload(transaction, grant, hash, kind, content.size()));
  return hash;
}

Status add_upload(Transaction& transaction, const Grant& grant, std::string_view hash,
                  domain::UploadKind kind, std::size_t bytes) {
  NL_CHECK(
      transaction.run("insert into upload (file_id, hash, kind, bytes, added_by, added_at) values "
                      "(:file_id, :hash, "
                      ":kind, :bytes, :added_by, :added_at) on conflict (file_id, hash) do nothing",
                      {{"file_id", grant.file().text()},
                       {"hash", hash},
                       {"kind", domain::code(kind)},
                       {"bytes", static_cast<std::int64_t>(bytes)},
                       {"added_by", grant.person().text()},
                       {"added_at", platform::iso(grant.at())}}));
  return done();
}

Result<UploadRow> upload_row(Session& session, const Grant& grant, std::string_view hash) {
  NL_TRY(found, (session.row<std::string, std::int64_t, std::string, std::string>(
                    "select kind, bytes, added_by, added_at from upload where file_id = :file_id "
                    "and hash = :hash",
                    {{"file_id", grant.file().text()}, {"hash", hash}})));
  if (!found) return Error{ErrorCode::NotFound, "There is no such file."};
  const auto& [kind, bytes, added_by, added_at] = *found;
  const auto known = domain::parse_upload_kind(kind);
  if (!known) return damaged();
  NL_TRY(person, domain::PersonId::parse(added_by));
  NL_TRY(at, platform::parse_instant(added_at));
  return UploadRow{std::string(hash), *known, bytes, person, at};
}

Result<std::vector<std::string>> upload_hashes(Session& session) {
  return session.rows<std::string>("select distinct hash from upload order by hash");
}

}  // namespace northlight::store
