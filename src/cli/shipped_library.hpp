#pragma once

#include <vector>

#include "base/result.hpp"
#include "cli/data_folders.hpp"
#include "domain/inspection.hpp"
#include "framework/edition.hpp"

namespace northlight::cli {

/// The inspections of library/: the table of published ratings, and each inspection that has a file
/// of its own.
Result<std::vector<domain::PublishedInspection>> shipped_library(
    const DataFolders& data, const std::vector<framework::Edition>& editions);

}  // namespace northlight::cli
