#pragma once

#include "web/site.hpp"

namespace northlight::web {

/// Whether the edition says enough to rate from counts: bands, points and an overall rule.
bool can_rate(const framework::Edition& edition);

/// The latest edition that can; null when none can.
const framework::Edition* latest_rating_edition(const Site& site);

}  // namespace northlight::web
