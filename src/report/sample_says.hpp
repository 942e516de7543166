#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/share.hpp"
#include "domain/inspection.hpp"

namespace northlight::report {

/// What a finished sample says of one key question: two different answers, kept apart.
struct SampleSays {
  /// Of the eligible cases of that year, from which the sample was drawn: "6 to 7 of 14 cases (43%
  /// to 50%)". Empty where it cannot be said; `why_not_that_year` then says why, as a sentence.
  std::string of_that_year{};
  std::string why_not_that_year{};
  bool population_unknown =
      false;  ///< The reason is that the number of eligible cases is not known.

  /// Of practice in general, "as if from many like cases": 19 and 75 per cent.
  Percent practice_low{0};
  Percent practice_high{100};

  std::string of_practice() const;  ///< "19% to 75%"

  friend bool operator==(const SampleSays&, const SampleSays&) = default;
};

/// Both exact at 95 per cent: the hypergeometric interval where the number of eligible cases is
/// known, and the interval of Clopper and Pearson. An eligible number that cannot be (fewer than
/// were judged) is not used, and said to be wrong.
SampleSays sample_says(Share yes, std::optional<std::int64_t> eligible);

/// The number of eligible cases of a domain, which a source states as a sample called
/// "<domain>_eligible"; nothing where it states none.
std::optional<std::int64_t> eligible_cases(const domain::PublishedInspection& inspection,
                                           std::string_view domain);

}  // namespace northlight::report
