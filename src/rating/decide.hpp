#pragma once

#include "base/result.hpp"
#include "framework/edition.hpp"
#include "rating/evidence.hpp"
#include "rating/inspection_rating.hpp"

namespace northlight::rating {

/// Every reason why a panel may consider departing from the computed rating; empty when there is
/// none, or when the edition states no discretion rule.
std::vector<DiscretionReason> reasons_for_discretion(const framework::Edition& edition,
                                                     const framework::Standard& standard,
                                                     const std::vector<QuestionRating>& questions);

/// Whether the edition allows this decision on a standard so rated. It needs a name, a reason and a
/// date. A decision to keep the computed rating is always allowed; one that moves it goes one band
/// at most (or as far as the edition says), in a direction for which discretion may be considered.
/// Incomplete when the edition states no discretion rule.
Status allows(const framework::Edition& edition, const framework::Standard& standard,
              const StandardRating& computed, const Decision& decision);

/// Whether a decision has all that a record of it needs, whatever it decides.
Status check_decision(const framework::Edition& edition, const Decision& decision);

}  // namespace northlight::rating
