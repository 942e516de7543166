#pragma once

#include <optional>
#include <string>
#include <vector>

#include "framework/edition.hpp"
#include "rating/evidence.hpp"
#include "rating/inspection_rating.hpp"

namespace northlight::rating {

/// One thing to try out: another count for one question, or another rating for one standard.
struct Change {
  framework::StandardCode standard;
  std::optional<framework::LensCode> lens{};  ///< With `yes` and `of`: a count.
  std::int64_t yes = 0;
  std::int64_t of = 0;
  std::optional<framework::Rating> rating{};  ///< Without a lens: a rating; nothing: not rated.
};

struct WhatIf {
  InspectionRating before;
  InspectionRating after;
  std::vector<std::string> differences{};  ///< Sentences; says so when nothing changes.
};

/// Rates before and after the changes. A changed count sets aside what was stated or decided for
/// that standard, because that was stated of other figures; a changed rating sets aside a decision.
/// Where only some published ratings are known, the points of a change are added to the published
/// score; where they cannot be told, there is no score and no overall rating afterwards, and the
/// differences say why. Fails as `rate` does.
Result<WhatIf> what_if(const framework::Edition& edition, const Evidence& evidence,
                       const std::vector<Change>& changes);

}  // namespace northlight::rating
