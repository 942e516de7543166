#pragma once

#include <vector>

#include "domain/inspection.hpp"
#include "framework/edition.hpp"
#include "report/library_entry.hpp"

namespace northlight::report {

/// What the rule gives for each standard whose counts are known, with the edition's names. Empty
/// where the edition is not known, or does not say how to rate.
std::vector<ComputedRating> computed_ratings(const framework::Edition* edition,
                                             const domain::PublishedInspection& inspection);

}  // namespace northlight::report
