#pragma once

#include "reading/check_report.hpp"
#include "reading/reading_in_progress.hpp"

namespace northlight::reading {

/// What is found in the words of a report: quotations that are announced and missing, items named
/// twice in one list, counts that cannot be, and what sits oddly with a figure.
void check_words(const ReadingInProgress& reading, const domain::PublishedInspection& inspection,
                 Checked& into);

/// The item that a list in one sentence names twice; empty when it names none twice.
std::string_view repeated_item(std::string_view sentence);

}  // namespace northlight::reading
