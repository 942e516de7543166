#pragma once

#include <cstdint>

#include "base/result.hpp"
#include "base/share.hpp"
#include "stats/hypergeometric.hpp"

namespace northlight::stats {

/// How much weight the urn gives to what was not seen (docs/method/uncertainty.md). Policy data;
/// handed in, never assumed.
struct BaseWeight {
  double alpha = 0;
};

/// The most eligible cases that another draw is worked out for, so that it always takes a moment.
constexpr std::int64_t most_cases_redrawn = 10'000;

/// How many yeses another draw of as many cases from the same eligible cases could give, for one
/// question of which `yes` is the published count.
///
/// The cases that were not judged are completed by a Polya urn that holds each judged answer once
/// and a base of weight alpha in which yes and no are alike; then as many cases are drawn from all.
/// Exact: no simulation. One question only, because a report publishes margins: which cases
/// answered which questions together is not known, so nothing is said here of a standard that is
/// rated by the lowest of several questions. The caller turns counts into bands.
///
/// Refuses fewer eligible cases than were judged, more than `most_cases_redrawn`, and a negative
/// weight.
Result<Distribution> another_draw(Share yes, std::int64_t population, BaseWeight base);

}  // namespace northlight::stats
