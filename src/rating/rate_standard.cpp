#include <fmt/format.h>

#include <algorithm>

#include "base/required.hpp"
#include "base/text.hpp"
#include "rating/decide.hpp"
#include "rating/rate.hpp"
#include "rating/wording.hpp"

namespace northlight::rating {

using framework::Edition;
using framework::KeyQuestion;
using framework::Standard;

namespace {

/// So that a percentage times a denominator is exact in 64 bits.
constexpr std::int64_t most_cases = 10'000'000;

Error refused(const Standard& standard, const QuestionCount& count, std::string_view what) {
  const auto where = fmt::format("{} {}", standard.code.text(), count.lens.text());
  return Error{ErrorCode::Invalid, fmt::format("{}: {}", where, what), where};
}

Status check_counts(const Standard& standard, std::span<const QuestionCount> counts) {
  for (std::size_t i = 0; i < counts.size(); ++i) {
    const auto& count = counts[i];
    if (count.standard != standard.code) continue;
    if (!framework::find_question(standard, count.lens)) {
      std::vector<std::string> lenses;
      for (const auto& question : standard.questions)
        if (question.lens) lenses.push_back(question.lens->text());
      return refused(standard, count,
                     fmt::format("the standard has no question of this lens. Write {}.",
                                 list_in_words(lenses, "or")));
    }
    if (count.yes < 0 || count.of < count.yes || count.not_applicable < 0)
      return refused(
          standard, count,
          fmt::format("{} of {} is not possible. The cases judged yes are among those judged.",
                      count.yes, count.of));
    if (count.of > most_cases || count.not_applicable > most_cases)
      return refused(standard, count,
                     "more than ten million cases are not possible. Correct the count.");
    for (std::size_t j = 0; j < i; ++j)
      if (counts[j].standard == count.standard && counts[j].lens == count.lens)
        return refused(standard, count, "this question is counted twice. Give one count for each.");
  }
  return done();
}

Error no_judged_case(const Standard& standard, const KeyQuestion& question,
                     const QuestionCount* count) {
  const auto why = count && count->not_applicable > 0
                       ? fmt::format("it was not applicable to any of {}",
                                     counted(count->not_applicable, "case", "cases"))
                       : std::string("there is no count for it");
  return Error{
      ErrorCode::Incomplete,
      fmt::format("{} cannot be rated: no case has been judged yes or no on key question "
                  "{} ({}); {}. Judge at least "
                  "one case on it, or leave the whole standard out.",
                  standard.code.text(), question.code.text(), required(question.lens).text(), why),
      question.code.text()};
}

Result<QuestionRating> rate_question(const Edition& edition, const Standard& standard,
                                     const KeyQuestion& question,
                                     std::span<const QuestionCount> counts) {
  const auto count = std::ranges::find_if(counts, [&](const QuestionCount& one) {
    return one.standard == standard.code && one.lens == question.lens;
  });
  // "Not applicable" is in neither number. Where nothing is left there is no share, and none is
  // made up.
  if (count == counts.end() || count->of == 0)
    return no_judged_case(standard, question, count == counts.end() ? nullptr : &*count);
  NL_TRY(share, Share::of(count->yes, count->of));
  const auto& bands = required(edition.bands);
  return QuestionRating{.question = question.code,
                        .lens = required(question.lens),
                        .share = share,
                        .not_applicable = count->not_applicable,
                        .band = band_of(bands, share),
                        .exact_band = band_of_exact(bands, share),
                        .printed_band = band_of_printed(bands, share.printed()),
                        .decides = false};
}

/// Compares as the edition does, so that what prints alike ties where the printed figure counts.
bool lower(const Edition& edition, const QuestionRating& a, const QuestionRating& b) {
  if (required(edition.bands).compared == framework::Compared::Printed)
    return a.share.printed() < b.share.printed();
  return a.share < b.share;
}

}  // namespace

Result<StandardRating> rate_standard(const Edition& edition, const Standard& standard,
                                     std::span<const QuestionCount> counts) {
  if (standard.rated_by != framework::RatedBy::WeakestQuestion)
    return Error{
        ErrorCode::Invalid,
        fmt::format("Standard {} is not rated from counts of cases. Give its rating instead.",
                    standard.code.text()),
        standard.code.text()};
  if (!edition.bands) return edition.incomplete(framework::Part::Bands);
  NL_CHECK(check_counts(standard, counts));

  StandardRating rated;
  rated.standard = standard.code;
  rated.counts_in_score = standard.counts_in_score;
  for (const auto& question : standard.questions) {
    NL_TRY(one, rate_question(edition, standard, question, counts));
    rated.questions.push_back(std::move(one));
  }

  // "The rating for the standard is driven by the lowest score on each of the key questions."
  const auto& lowest = *std::ranges::min_element(
      rated.questions, [&](const auto& a, const auto& b) { return lower(edition, a, b); });
  for (auto& question : rated.questions) {
    question.decides = !lower(edition, lowest, question);
    if (question.decides) rated.decided_by.push_back(question.lens);
  }
  rated.rating = lowest.band;
  rated.computed = lowest.band;
  rated.discretion.because = reasons_for_discretion(edition, standard, rated.questions);
  rated.trace = computed_trace(edition, rated);
  return rated;
}

}  // namespace northlight::rating
