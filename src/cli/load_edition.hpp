#pragma once

#include <string>

#include "base/result.hpp"
#include "cli/data_folders.hpp"
#include "framework/edition.hpp"

namespace northlight::cli {

/// The edition of that code among those that ship, or of a folder when `edition` is a path (it
/// holds a slash). NotFound names the editions that there are.
Result<framework::Edition> load_edition(const std::string& edition, const DataFolders& data);

/// The codes of the editions that ship, in order.
std::vector<std::string> edition_codes(const DataFolders& data);

}  // namespace northlight::cli
