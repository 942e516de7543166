#include "report/computed_ratings.hpp"

#include "rating/published.hpp"
#include "rating/rate.hpp"

namespace northlight::report {

std::vector<ComputedRating> computed_ratings(const framework::Edition* edition,
                                             const domain::PublishedInspection& inspection) {
  if (!edition) return {};
  const auto evidence = rating::evidence_of(*edition, inspection);
  if (!evidence) return {};
  const auto rated = rating::rate(*edition, *evidence);
  if (!rated) return {};
  std::vector<ComputedRating> out;
  for (const auto& one : rated->standards) {
    if (!one.computed) continue;
    ComputedRating computed{one.standard.text(), std::string(edition->name(*one.computed))};
    for (const auto& lens : one.decided_by) computed.decided_by.push_back(lens.text());
    out.push_back(std::move(computed));
  }
  return out;
}

}  // namespace northlight::report
