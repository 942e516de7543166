#pragma once

#include <filesystem>

#include "base/result.hpp"
#include "platform/crypto.hpp"

namespace northlight::platform {

/// A small file that holds keys and that its owner alone may read.

/// NotFound where there is none. Refuses a file that others on the machine may read or change.
Result<Secret> read_secret_file(const std::filesystem::path& file);

/// Makes the file, flushed to the disk. Conflict where there is one already: keys are never
/// overwritten.
Status make_secret_file(const std::filesystem::path& file, const Secret& text);

/// What was made or renamed in the folder of `file` is there after a power cut too.
void settle_folder_of(const std::filesystem::path& file);

}  // namespace northlight::platform
