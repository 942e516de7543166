#include "stats/hypergeometric_interval.hpp"

#include <string>

#include "stats/hypergeometric.hpp"

namespace northlight::stats {
namespace {

// A probability that equals the tail belongs to the interval; arithmetic on a machine may miss the
// equality by this much (1 in 40 is exactly 0.025), and then too it is kept.
constexpr double tie = 1e-11;

/// The first whole number from `from` to `to` on which `holds` is true; it is true on `to`, and
/// once true stays true.
template <typename Predicate>
std::int64_t first_where(std::int64_t from, std::int64_t to, const Predicate& holds) {
  while (from < to) {
    const std::int64_t middle = from + (to - from) / 2;
    if (holds(middle)) {
      to = middle;
    } else {
      from = middle + 1;
    }
  }
  return from;
}

Percent printed(std::int64_t cases, std::int64_t population) {
  return Percent{(cases * 200 + population) / (population * 2)};
}

}  // namespace

Percent CaseInterval::low_percent() const { return printed(low, population); }
Percent CaseInterval::high_percent() const { return printed(high, population); }

Result<CaseInterval> hypergeometric_interval(Share yes, std::int64_t population,
                                             Confidence confidence) {
  if (!confidence.is_usable())
    return Error{ErrorCode::Invalid, "A confidence lies above 0 and below 100 per cent"};
  if (population < yes.judged())
    return Error{ErrorCode::Invalid, "Fewer cases were eligible (" + std::to_string(population) +
                                         ") than were judged (" + std::to_string(yes.judged()) +
                                         "): check the number of eligible cases"};
  if (population > most_eligible_cases)
    return Error{ErrorCode::Invalid,
                 "More eligible cases than any service has: check the number of eligible cases"};

  const std::int64_t judged = yes.judged();
  const std::int64_t fewest = yes.met();
  const std::int64_t most = population - (judged - yes.met());
  const double tail = confidence.one_tail() - tie;

  // The more yeses among all cases, the likelier are at least as many as were found, and the less
  // likely at most as many: each end is where one of the two probabilities crosses the tail.
  const std::int64_t low = first_where(fewest, most, [&](std::int64_t all_yes) {
    return hypergeometric(population, all_yes, judged).at_least(yes.met()) >= tail;
  });
  const std::int64_t mirrored = first_where(0, most - fewest, [&](std::int64_t below_most) {
    return hypergeometric(population, most - below_most, judged).at_most(yes.met()) >= tail;
  });
  return CaseInterval{low, most - mirrored, population};
}

}  // namespace northlight::stats
