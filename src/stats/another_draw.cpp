#include "stats/another_draw.hpp"

#include <cmath>
#include <string>

namespace northlight::stats {

Result<Distribution> another_draw(Share yes, std::int64_t population, BaseWeight base) {
  const std::int64_t judged = yes.judged();
  if (population < judged)
    return Error{ErrorCode::Invalid, "Fewer cases were eligible (" + std::to_string(population) +
                                         ") than were judged (" + std::to_string(judged) +
                                         "): check the number of eligible cases"};
  if (population > most_cases_redrawn)
    return Error{ErrorCode::Invalid, "Another draw is worked out for up to " +
                                         std::to_string(most_cases_redrawn) +
                                         " eligible cases: check the number of eligible cases"};
  if (!std::isfinite(base.alpha) || base.alpha < 0.0)
    return Error{ErrorCode::Invalid, "The weight of what was not seen cannot be less than nought"};

  // A base draw says yes with a chance that is itself uniform from 0 to 1: half of the time.
  const double half = base.alpha / 2.0;
  const Distribution unseen_yes =
      polya(static_cast<double>(yes.met()) + half, static_cast<double>(judged - yes.met()) + half,
            population - judged);

  Distribution result{0, std::vector<double>(static_cast<std::size_t>(judged) + 1, 0.0)};
  for (auto unseen = unseen_yes.first; unseen <= unseen_yes.last(); ++unseen) {
    const Distribution draw = hypergeometric(population, yes.met() + unseen, judged);
    for (auto count = draw.first; count <= draw.last(); ++count)
      result.probabilities[static_cast<std::size_t>(count)] +=
          unseen_yes.of(unseen) * draw.of(count);
  }
  return result;
}

}  // namespace northlight::stats
