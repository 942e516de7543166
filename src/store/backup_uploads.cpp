#include "store/backup_uploads.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>

#include "store/file_handle.hpp"

namespace northlight::store {

namespace fs = std::filesystem;

Status append_uploads(const fs::path& payload, Manifest& manifest,
                      const std::vector<std::string>& hashes, const Result<UploadFolder>& folder) {
  if (hashes.empty()) return done();
  if (!folder) return folder.error();
  std::error_code failed;
  if (!fs::is_directory(folder->path(), failed))
    return Error{ErrorCode::NotFound,
                 "The database names documents, and there is no such folder that holds them. "
                 "Correct --uploads.",
                 folder->path().string()};
  manifest.database_bytes = static_cast<std::int64_t>(fs::file_size(payload, failed));
  if (failed) return file_error(failed.value(), "read", payload);
  NL_TRY(to, FileHandle::open(payload, O_WRONLY | O_APPEND));
  for (const auto& hash : hashes) {
    const auto content = folder->read(hash);
    if (!content)
      return Error{ErrorCode::Unavailable,
                   "An upload is missing or damaged, so the backup would not be whole. Put it back "
                   "from an earlier backup.",
                   folder->place_of(hash).string()};
    NL_CHECK(to.write(*content));
    manifest.uploads.push_back({hash, static_cast<std::int64_t>(content->size())});
  }
  return to.flush();
}

Status take_out_uploads(const fs::path& payload, const Manifest& manifest,
                        const Result<UploadFolder>& folder) {
  if (manifest.uploads.empty()) return done();
  if (!folder) return folder.error();
  {
    NL_TRY(from, FileHandle::open(payload, O_RDONLY));
    for (auto left = manifest.database_bytes; left > 0;) {
      NL_TRY(part,
             from.read_exactly(static_cast<std::size_t>(std::min<std::int64_t>(left, 1 << 20))));
      if (part.empty()) break;
      left -= static_cast<std::int64_t>(part.size());
    }
    for (const auto& upload : manifest.uploads) {
      NL_TRY(content, from.read_exactly(static_cast<std::size_t>(upload.bytes)));
      NL_TRY(hash, folder->keep(content));
      if (hash != upload.hash)
        return Error{ErrorCode::Invalid,
                     "This backup is damaged: an upload is not what was written. Use another.",
                     payload.string()};
    }
  }
  if (::truncate(payload.c_str(), manifest.database_bytes) != 0)
    return file_error(errno, "write", payload);
  return done();
}

}  // namespace northlight::store
