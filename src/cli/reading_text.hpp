#pragma once

#include <string>
#include <vector>

#include "domain/inspection.hpp"

namespace northlight::cli {

/// What was read from one report, for people; what the text does not state reads "not stated".
std::string reading_text(const std::string& file, const domain::PublishedInspection& inspection);

/// "report.txt:319: notice: rating-departs-from-rule (2.1): message", a line each, then the
/// questions, then a count of both.
std::string check_text(const std::string& file, const std::vector<domain::Finding>& findings,
                       const std::vector<domain::ReaderQuestion>& questions);

}  // namespace northlight::cli
