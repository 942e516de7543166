#pragma once

#include "base/result.hpp"
#include "base/share.hpp"
#include "stats/confidence.hpp"

namespace northlight::stats {

/// Between which two proportions a share lies, from 0 to 1, both ends included.
struct Interval {
  double low = 0;
  double high = 1;

  // As printed: to the nearest whole per cent, once, here.
  Percent low_percent() const;
  Percent high_percent() const;
};

/// What `yes` says of practice in general: the exact two-sided interval of Clopper and Pearson
/// (1934), "as if from many like cases". 6 of 13 gives 19 to 75 per cent.
///
/// It is not about the cases of one year: where the number of eligible cases is known, what the
/// sample says of those is in stats/hypergeometric_interval.hpp.
/// Refuses a confidence that is not above 0 and below 100 per cent.
Result<Interval> clopper_pearson(Share yes, Confidence confidence = {});

}  // namespace northlight::stats
