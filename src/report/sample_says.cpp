#include "report/sample_says.hpp"

#include "base/text.hpp"
#include "stats/clopper_pearson.hpp"
#include "stats/hypergeometric_interval.hpp"

namespace northlight::report {
namespace {

std::string per_cent(Percent percent) { return std::to_string(percent.value) + "%"; }

std::string cases_in_words(const stats::CaseInterval& interval) {
  const auto of = " of " + counted(interval.population, "case", "cases");
  if (interval.low == interval.high)
    return std::to_string(interval.low) + of + " (" + per_cent(interval.low_percent()) + ")";
  return std::to_string(interval.low) + " to " + std::to_string(interval.high) + of + " (" +
         per_cent(interval.low_percent()) + " to " + per_cent(interval.high_percent()) + ")";
}

}  // namespace

std::string SampleSays::of_practice() const {
  return per_cent(practice_low) + " to " + per_cent(practice_high);
}

SampleSays sample_says(Share yes, std::optional<std::int64_t> eligible) {
  SampleSays says;
  if (!eligible) {
    says.population_unknown = true;
    says.why_not_that_year =
        "The source does not say how many cases were eligible (population not published).";
  } else if (const auto interval = stats::hypergeometric_interval(yes, *eligible)) {
    says.of_that_year = cases_in_words(*interval);
  } else {
    says.why_not_that_year = "The source gives " +
                             counted(*eligible, "eligible case", "eligible cases") + ", but " +
                             counted(yes.judged(), "was", "were") + " judged.";
  }
  if (const auto interval = stats::clopper_pearson(yes)) {
    says.practice_low = interval->low_percent();
    says.practice_high = interval->high_percent();
  }
  return says;
}

std::optional<std::int64_t> eligible_cases(const domain::PublishedInspection& inspection,
                                           std::string_view domain) {
  const auto name = std::string(domain) + "_eligible";
  for (const auto& sample : inspection.samples)
    if (sample.what == name) return sample.count;
  return std::nullopt;
}

}  // namespace northlight::report
