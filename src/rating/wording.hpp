#pragma once

#include <string>
#include <vector>

#include "base/share.hpp"
#include "framework/edition.hpp"
#include "rating/inspection_rating.hpp"

/// The sentences of a trace. Of use inside rating/ only.
namespace northlight::rating {

/// What a lens is called in the middle of a sentence: "keeping the child safe".
std::string lens_in_words(const framework::Edition& edition, const framework::LensCode& lens);

/// "from 50% to below 65%", "below 50%", "80% or more".
std::string range_in_words(const framework::BandRule& rule, framework::Rating rating);

std::string near_edge_sentence(const framework::Edition& edition, Share lowest, Direction direction,
                               Percent edge, framework::Fraction distance,
                               framework::Rating beyond);

std::string changed_judgement_sentence(const framework::Edition& edition,
                                       const framework::Standard& standard,
                                       const DiscretionReason& reason);

/// The steps from the counts of a standard to its computed rating, and what a panel might weigh.
std::vector<TraceStep> computed_trace(const framework::Edition& edition,
                                      const StandardRating& rated);

/// What was decided or stated beside it.
void add_departures(const framework::Edition& edition, StandardRating& rated);

/// From the standards' points to the overall rating.
std::vector<TraceStep> overall_trace(const framework::Edition& edition,
                                     const InspectionRating& rated);

}  // namespace northlight::rating
