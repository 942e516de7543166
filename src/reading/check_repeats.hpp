#pragma once

#include <string_view>

#include "reading/check_report.hpp"
#include "reading/reading_in_progress.hpp"

namespace northlight::reading {

/// Items that one list names twice, as repeated-item notices.
void check_repeats(const ReadingInProgress& reading, Checked& into);

/// The item that a list in one sentence names twice; empty when it names none twice.
std::string_view repeated_item(std::string_view sentence);

}  // namespace northlight::reading
