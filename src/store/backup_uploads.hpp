#pragma once

#include <filesystem>
#include <vector>

#include "base/result.hpp"
#include "store/backup_file.hpp"
#include "store/session.hpp"
#include "store/uploads.hpp"

namespace northlight::store {

/// Puts every upload that the database names behind what the engine made, and notes them in the
/// manifest. Each is held against its hash: a backup that lacks one is not made. `folder` is not
/// asked for where there are no uploads.
Status append_uploads(const std::filesystem::path& payload, Manifest& manifest,
                      const std::vector<std::string>& hashes, const Result<UploadFolder>& folder);

/// Takes them out again into the folder, and leaves the payload as the engine made it.
Status take_out_uploads(const std::filesystem::path& payload, const Manifest& manifest,
                        const Result<UploadFolder>& folder);

}  // namespace northlight::store
