#include "base/share.hpp"

namespace northlight {

Result<Share> Share::of(std::int64_t met, std::int64_t judged) {
  if (judged <= 0)
    return Error{ErrorCode::Incomplete, "No case was judged, so there is no share to count"};
  if (judged > most_cases)
    return Error{ErrorCode::Invalid, "More cases than any service has: check the number of cases"};
  if (met < 0) return Error{ErrorCode::Invalid, "A number of cases cannot be less than nought"};
  if (met > judged)
    return Error{ErrorCode::Invalid, "More cases met the requirement (" + std::to_string(met) +
                                         ") than were judged (" + std::to_string(judged) + ")"};
  return Share{met, judged};
}

std::string Share::text() const { return std::to_string(met_) + " of " + std::to_string(judged_); }

std::string Share::percent_text() const {
  const std::int64_t tenths = (met_ * 2000 + judged_) / (judged_ * 2);
  return std::to_string(tenths / 10) + "." + std::to_string(tenths % 10);
}

}  // namespace northlight
