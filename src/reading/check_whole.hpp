#pragma once

#include "reading/check_report.hpp"

namespace northlight::reading {

/// Questions about what a report rates and its text says no more of: key questions without their
/// percentages, or standards without strengths and areas for improvement. The text may have been
/// cut, or be set in a way that was not read.
void check_whole(const domain::PublishedInspection& inspection, const framework::Edition& edition,
                 Checked& into);

}  // namespace northlight::reading
