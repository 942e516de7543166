#include "store/stray_uploads.hpp"

#include <set>
#include <string>
#include <system_error>
#include <vector>

#include "store/erasure_rest.hpp"

namespace northlight::store {
namespace {

namespace fs = std::filesystem;

struct OnDisk {
  std::vector<std::string> contents;  ///< Whole ones, by hash.
  std::vector<fs::path> unfinished;   ///< "<hash>.<id>": never renamed to what it was to be.
};

Error cannot_look(const fs::path& folder, const std::error_code& why) {
  return {ErrorCode::Unavailable,
          "The folder of uploads cannot be looked through: " + why.message(), folder.string()};
}

/// Files of two levels, as UploadFolder lays them: "ab/abcd…".
Result<OnDisk> written_until(const UploadFolder& folder, fs::file_time_type moment) {
  OnDisk found;
  std::error_code failed;
  if (!fs::exists(folder.path(), failed)) return found;
  for (fs::recursive_directory_iterator at(folder.path(), failed), end; !failed && at != end;
       at.increment(failed)) {
    std::error_code gone;  // Whoever was keeping it has renamed it meanwhile.
    if (at.depth() != 1 || !at->is_regular_file(gone) || gone) continue;
    const auto written = at->last_write_time(gone);
    if (gone || written >= moment) continue;
    const auto name = at->path().filename().string();
    const auto hash = name.substr(0, name.find('.'));
    if (!is_upload_hash(hash) || folder.place_of(hash).parent_path() != at->path().parent_path())
      continue;
    if (hash == name)
      found.contents.push_back(hash);
    else
      found.unfinished.push_back(at->path());
  }
  if (failed) return cannot_look(folder.path(), failed);
  return found;
}

/// By the way of an erasure, on which whoever sends the same content in at this moment waits.
Status note_to_remove(Transaction& transaction, const std::vector<std::string>& hashes,
                      platform::Instant now) {
  for (const auto& hash : hashes)
    NL_CHECK(transaction.run(
        "insert into upload_to_remove (hash, since) values (:hash, :now) on conflict do nothing",
        {{"hash", hash}, {"now", platform::iso(now)}}));
  return done();
}

}  // namespace

Result<StrayUploads> remove_stray_uploads(Database& database, const UploadFolder& folder,
                                          fs::file_time_type written_before,
                                          platform::Instant now) {
  NL_TRY(there, written_until(folder, written_before));
  StrayUploads strays;
  for (const auto& path : there.unfinished) {
    std::error_code gone;
    if (fs::remove(path, gone)) ++strays.removed;
  }
  NL_TRY(known, database.read([](Session& session) -> Result<std::set<std::string>> {
    NL_TRY(held, upload_hashes(session));
    NL_TRY(due, session.rows<std::string>("select hash from upload_to_remove"));
    std::set<std::string> all(held.begin(), held.end());
    all.insert(due.begin(), due.end());
    return all;
  }));
  const auto all = there.contents.size();
  std::erase_if(there.contents, [&](const std::string& hash) { return known.contains(hash); });
  const auto unknown = there.contents.size();
  if (unknown == 0) return strays;
  if (unknown > all - unknown) {
    strays.left = unknown;
    return strays;
  }
  const auto noted = database.write(
      [&](Transaction& transaction) { return note_to_remove(transaction, there.contents, now); });
  if (!noted) return noted.error();
  NL_TRY(removed, remove_uploads(database, folder));
  strays.removed += removed;
  return strays;
}

}  // namespace northlight::store
