#pragma once

#include <string>

#include "base/result.hpp"
#include "cli/progress.hpp"
#include "cli/streams.hpp"

namespace northlight::cli {

/// The text of a PDF or text file; what had to be done to read it is said as a note. An error names
/// the file.
Result<std::string> open_document(const std::string& file, Streams& streams, Progress& progress);

}  // namespace northlight::cli
