#pragma once

#include <memory>
#include <string>

#include "base/result.hpp"
#include "cli/data_folders.hpp"
#include "store/database.hpp"

namespace northlight::cli {

/// Opens a database that is there and stands at the last step of this program's schema; otherwise
/// says what to do. Never makes a file: a mistyped name must not become an empty database.
Result<std::unique_ptr<store::Database>> open_current_database(const std::string& url,
                                                               const DataFolders& data);

}  // namespace northlight::cli
