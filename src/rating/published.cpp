#include "rating/published.hpp"

#include <fmt/format.h>

#include "base/text.hpp"

namespace northlight::rating {

Result<Evidence> evidence_of(const framework::Edition& edition,
                             const domain::PublishedInspection& inspection) {
  Evidence evidence;
  evidence.published =
      PublishedWhole{.score = inspection.score, .score_maximum = inspection.score_maximum};
  for (const auto& result : inspection.standards) {
    const framework::StandardCode code{result.id};
    const auto* standard = edition.find(code);
    if (!standard)
      return Error{
          ErrorCode::Invalid,
          fmt::format(
              "There is no standard \"{}\" in {}. Was the report made under another edition?",
              result.id, edition.code.text()),
          result.id};
    if (result.rating) {
      const auto rating = edition.find_rating(*result.rating);
      if (!rating)
        return Error{
            ErrorCode::Invalid,
            fmt::format("\"{}\" is not a rating of {}. Its ratings are {}.", *result.rating,
                        edition.code.text(), list_in_words(framework::level_names(edition))),
            result.id};
      evidence.stated.push_back({code, *rating});
    }
    // Counts are given for all of a standard's questions or for none: half of them rate nothing.
    std::vector<QuestionCount> counts;
    for (const auto& question : result.key_questions) {
      const framework::LensCode lens{question.lens};
      if (standard->rated_by != framework::RatedBy::WeakestQuestion ||
          !framework::find_question(*standard, lens))
        return Error{ErrorCode::Invalid,
                     fmt::format("Standard {} has no question of the lens \"{}\" in {}.", result.id,
                                 question.lens, edition.code.text()),
                     result.id};
      if (question.share)
        counts.push_back({code, lens, question.share->met(), question.share->judged(), 0});
    }
    if (counts.size() == standard->questions.size())
      evidence.counts.insert(evidence.counts.end(), counts.begin(), counts.end());
  }
  return evidence;
}

}  // namespace northlight::rating
