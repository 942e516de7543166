#include "reading/check_rating_rule.hpp"

#include <algorithm>
#include <set>
#include <string>

#include "rating/rate.hpp"
#include "reading/ratings_table.hpp"

namespace northlight::reading {

namespace {

using domain::Severity;
using framework::Edition;
using framework::Rating;

/// The lowest band that the printed percentages, and the lowest that the counts behind them, can
/// lie in. Where no sample is known the counts lie within half a point of the print.
struct LowestBands {
  std::set<Rating> exact{};
  Rating printed;
};

/// The percentage as it was printed, or as its counts would be.
std::optional<Percent> printed(const domain::KeyQuestionResult& question) {
  if (question.percent) return question.percent;
  if (question.share) return question.share->printed();
  return std::nullopt;
}

std::optional<LowestBands> lowest_bands(const framework::BandRule& rule,
                                        const domain::StandardResult& standard) {
  std::optional<Rating> lowest;
  std::optional<Rating> exact_low;
  std::optional<Rating> exact_high;
  const auto keep_lowest = [](std::optional<Rating>& so_far, Rating band) {
    if (!so_far || band < *so_far) so_far = band;
  };
  for (const auto& question : standard.key_questions) {
    const auto percent = printed(question);
    if (!percent) return std::nullopt;
    keep_lowest(lowest, rating::band_of_printed(rule, *percent));
    if (question.share) {
      const auto band = rating::band_of_exact(rule, *question.share);
      keep_lowest(exact_low, band);
      keep_lowest(exact_high, band);
      continue;
    }
    const auto least = Share::of(std::max<std::int64_t>(0, percent->value * 2 - 1), 200);
    const auto most = Share::of(std::min<std::int64_t>(200, percent->value * 2 + 1), 200);
    if (!least || !most) return std::nullopt;
    keep_lowest(exact_low, rating::band_of_exact(rule, *least));
    keep_lowest(exact_high, rating::band_of_exact(rule, *most));
  }
  if (!lowest || !exact_low || !exact_high) return std::nullopt;
  return LowestBands{{*exact_low, *exact_high}, *lowest};
}

}  // namespace

void check_ratings(const domain::PublishedInspection& inspection, const Edition& edition,
                   Checked& into) {
  if (!edition.bands) return;
  for (const auto& standard : inspection.standards) {
    const auto* known = edition.find(framework::StandardCode(standard.id));
    if (known == nullptr || known->rated_by != framework::RatedBy::WeakestQuestion ||
        !standard.rating || standard.key_questions.size() < known->questions.size())
      continue;
    const auto published = edition.find_rating(*standard.rating);
    const auto bands = lowest_bands(*edition.bands, standard);
    if (!published || !bands || bands->printed == *published || bands->exact.contains(*published))
      continue;
    const auto lowest = std::ranges::min_element(
        standard.key_questions, {}, [](const domain::KeyQuestionResult& question) {
          return printed(question).value_or(Percent{}).value;  // There is one: see lowest_bands.
        });
    const auto& percent = lowest->percent;
    const auto& share = lowest->share;
    std::string figure = percent ? std::to_string(percent->value) + "%" : "";
    if (share) figure += " (" + share->text() + ")";
    into.findings.push_back(
        {"rating-departs-from-rule", Severity::Notice, standard.id,
         lowest->line ? lowest->line : standard.line,
         standard.title + " was published as " + *standard.rating + "; its lowest key question, " +
             figure + ", gives " + std::string(edition.name(*bands->exact.begin())) +
             " by the rule. The report gives no reason here; a panel may have used its "
             "discretion."});
  }
}

}  // namespace northlight::reading
