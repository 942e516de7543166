#include "web/pages/rating_editions.hpp"

#include <algorithm>

namespace northlight::web {

bool can_rate(const framework::Edition& edition) {
  return edition.bands && edition.overall &&
         std::ranges::all_of(edition.scale,
                             [](const auto& level) { return level.points.has_value(); });
}

const framework::Edition* latest_rating_edition(const Site& site) {
  const framework::Edition* latest = nullptr;
  for (const auto& edition : site.editions)
    if (can_rate(edition)) latest = &edition;
  return latest;
}

}  // namespace northlight::web
