#pragma once

#include <string>

#include "reading/check_report.hpp"
#include "reading/reading_in_progress.hpp"

namespace northlight::reading {

/// What is found in the words of a report: quotations that are announced and missing, items named
/// twice in one list, counts that cannot be, and what sits oddly with a figure.
void check_words(const ReadingInProgress& reading, const domain::PublishedInspection& inspection,
                 Checked& into);

/// Where a section stands, as findings name it: a standard's id, "foreword", "background" …
std::string where_of(const Section& section);

}  // namespace northlight::reading
