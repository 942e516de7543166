#include <fmt/format.h>

#include <cassert>

#include "rating/rate.hpp"

namespace northlight::rating {

using framework::Rating;

namespace {

/// The highest band whose lower edge the figure reaches.
template <typename Reaches>
Rating highest_reached(const framework::BandRule& rule, Reaches reaches) {
  assert(!rule.bands.empty());
  Rating rating = rule.bands.front().rating;
  for (const auto& band : rule.bands)
    if (reaches(band.from)) rating = band.rating;
  return rating;
}

}  // namespace

Rating band_of_exact(const framework::BandRule& rule, Share share) {
  return highest_reached(rule, [&](Percent edge) { return share.reaches(edge); });
}

Rating band_of_printed(const framework::BandRule& rule, Percent printed) {
  return highest_reached(rule, [&](Percent edge) { return printed >= edge; });
}

Rating band_of(const framework::BandRule& rule, Share share) {
  switch (rule.compared) {
    case framework::Compared::Exact:
      return band_of_exact(rule, share);
    case framework::Compared::Printed:
      return band_of_printed(rule, share.printed());
  }
  return band_of_exact(rule, share);
}

}  // namespace northlight::rating
