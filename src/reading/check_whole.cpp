#include "reading/check_whole.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "base/text.hpp"

namespace northlight::reading {

namespace {

using framework::Edition;
using framework::RatedBy;

bool by_cases(const Edition& edition, std::string_view id) {
  return std::ranges::any_of(edition.standards, [&](const framework::Standard& standard) {
    return standard.code.text() == id && standard.rated_by == RatedBy::WeakestQuestion;
  });
}

/// The questions of one standard beside which no percentage was read.
std::vector<std::string> not_read(const domain::StandardResult& standard, const Edition& edition) {
  std::vector<std::string> missing;
  for (const auto& lens : edition.lenses)
    if (std::ranges::find(standard.key_questions, lens.code.text(),
                          &domain::KeyQuestionResult::lens) == standard.key_questions.end())
      missing.push_back(lens.name);
  return missing;
}

}  // namespace

void check_whole(const domain::PublishedInspection& inspection, const Edition& edition,
                 Checked& into) {
  // Of an edition that does not say how its standards are rated, nothing can be missed.
  if (std::ranges::find(edition.standards, RatedBy::WeakestQuestion,
                        &framework::Standard::rated_by) == edition.standards.end())
    return;
  std::vector<std::string> without_figures;
  std::vector<std::string> without_words;
  for (const auto& standard : inspection.standards) {
    if (!standard.rating) continue;
    if (!by_cases(edition, standard.id)) {
      if (standard.strengths.empty() && standard.areas_for_improvement.empty())
        without_words.push_back(standard.id);
      continue;
    }
    const auto missing = not_read(standard, edition);
    if (missing.size() == edition.lenses.size())
      without_figures.push_back(standard.id);
    else if (!missing.empty())
      into.questions.push_back({standard.id, standard.key_questions.front().line,
                                "No percentage could be read for " + list_in_words(missing) + "."});
  }
  constexpr std::string_view why =
      " The text may have been cut, or set in a way that could not be read.";
  if (!without_figures.empty())
    into.questions.push_back({"text", std::nullopt,
                              "Ratings are given for " + list_in_words(without_figures) +
                                  ", and no percentages of their key questions were found." +
                                  std::string(why)});
  if (!without_words.empty())
    into.questions.push_back({"text", std::nullopt,
                              "Ratings are given for " + list_in_words(without_words) +
                                  ", and neither strengths nor areas for improvement were found." +
                                  std::string(why)});
}

}  // namespace northlight::reading
