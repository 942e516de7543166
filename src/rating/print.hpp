#pragma once

#include <string>

#include "base/json.hpp"
#include "framework/edition.hpp"
#include "rating/inspection_rating.hpp"

namespace northlight::rating {

/// The document that `northlight rate --format json` prints. Standards that were not rated are
/// there with a null rating.
Json to_json(const framework::Edition& edition, const InspectionRating& rated);

/// The same for people, to be read from top to bottom, or aloud.
std::string to_text(const framework::Edition& edition, const InspectionRating& rated);

/// "published: East Sussex, September 2024", "unverified: …": why a rule is believed, in words.
std::string words_of(const framework::Edition& edition, const framework::Basis& basis);

}  // namespace northlight::rating
