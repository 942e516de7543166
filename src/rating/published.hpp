#pragma once

#include "base/result.hpp"
#include "domain/inspection.hpp"
#include "framework/edition.hpp"
#include "rating/evidence.hpp"

namespace northlight::rating {

/// The evidence of a published inspection: counts where the report's percentages give them, and
/// every stated rating. No panel, name or date is made up. Refuses a rating, standard or lens that
/// the edition does not have.
Result<Evidence> evidence_of(const framework::Edition& edition,
                             const domain::PublishedInspection& inspection);

}  // namespace northlight::rating
