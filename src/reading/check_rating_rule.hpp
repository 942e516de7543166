#pragma once

#include "framework/edition.hpp"
#include "reading/check_report.hpp"

namespace northlight::reading {

/// Published ratings that the rule does not give, as rating-departs-from-rule notices: only where
/// exact and printed percentages both disagree with the rating.
void check_ratings(const domain::PublishedInspection& inspection, const framework::Edition& edition,
                   Checked& into);

}  // namespace northlight::reading
