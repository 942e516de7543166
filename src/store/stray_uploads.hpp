#pragma once

#include <cstddef>
#include <filesystem>

#include "base/result.hpp"
#include "platform/clock.hpp"
#include "store/database.hpp"
#include "store/uploads.hpp"

namespace northlight::store {

/// What a look through the folder of uploads found.
struct StrayUploads {
  std::size_t removed = 0;
  std::size_t left = 0;  ///< More than the database holds there: perhaps another one's folder.
};

/// Takes away content that no file holds and no erasure knows of: what a program was keeping when
/// it was killed, or whose change was not kept. Only what was written before that moment is looked
/// at, for somebody may be keeping the rest just now. Where there are more of these than there is
/// content that the database knows, nothing is taken: the folder may not be this database's.
Result<StrayUploads> remove_stray_uploads(Database& database, const UploadFolder& folder,
                                          std::filesystem::file_time_type written_before,
                                          platform::Instant now);

}  // namespace northlight::store
