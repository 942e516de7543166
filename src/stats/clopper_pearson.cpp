#include "stats/clopper_pearson.hpp"

#include <boost/math/special_functions/beta.hpp>
#include <cmath>

namespace northlight::stats {
namespace {

Percent nearest(double proportion) {
  return Percent{static_cast<std::int64_t>(std::floor(proportion * 100.0 + 0.5))};
}

}  // namespace

Percent Interval::low_percent() const { return nearest(low); }
Percent Interval::high_percent() const { return nearest(high); }

Result<Interval> clopper_pearson(Share yes, Confidence confidence) {
  if (!confidence.is_usable())
    return Error{ErrorCode::Invalid, "A confidence lies above 0 and below 100 per cent"};
  const double tail = confidence.one_tail();
  const auto met = static_cast<double>(yes.met());
  const auto unmet = static_cast<double>(yes.judged() - yes.met());

  // Clopper and Pearson: the lower end is the proportion under which as many yeses or more have
  // probability `tail`; that is the `tail` quantile of Beta(y, n - y + 1). The upper end mirrors
  // it.
  Interval interval;
  if (yes.met() > 0) interval.low = boost::math::ibeta_inv(met, unmet + 1.0, tail);
  if (yes.met() < yes.judged()) interval.high = boost::math::ibetac_inv(met + 1.0, unmet, tail);
  return interval;
}

}  // namespace northlight::stats
