#include "rating/what_if.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/required.hpp"
#include "base/text.hpp"
#include "rating/rate.hpp"

namespace northlight::rating {

using framework::Edition;
using framework::StandardCode;

namespace {

template <typename Entry>
void erase_for(std::vector<Entry>& entries, const StandardCode& standard) {
  std::erase_if(entries, [&](const Entry& entry) { return entry.standard == standard; });
}

Evidence changed(const Edition& edition, Evidence evidence, const Change& change) {
  const auto* standard = edition.find(change.standard);
  const auto is_this = [&](const Unrated& entry) {
    return entry.what == change.standard.text() ||
           (standard && entry.what == standard->domain.text());
  };
  std::erase_if(evidence.unrated, is_this);
  erase_for(evidence.decisions, change.standard);
  erase_for(evidence.stated, change.standard);
  if (change.lens) {
    const auto found = std::ranges::find_if(evidence.counts, [&](const QuestionCount& count) {
      return count.standard == change.standard && count.lens == *change.lens;
    });
    if (found == evidence.counts.end()) {
      evidence.counts.push_back({change.standard, *change.lens, change.yes, change.of, 0});
    } else {
      found->yes = change.yes;
      found->of = change.of;
    }
  } else if (change.rating) {
    evidence.stated.push_back({change.standard, *change.rating});
  } else {
    erase_for(evidence.counts, change.standard);
    evidence.unrated.push_back({change.standard.text(), "It is taken as not rated."});
  }
  return evidence;
}

std::string name_of(const Edition& edition, const InspectionRating& rated,
                    const StandardCode& standard) {
  if (const auto* one = rated.find(standard)) return std::string(edition.name(one->rating));
  return rated.is_not_known(standard) ? "not known" : "not rated";
}

std::string overall_of(const Edition& edition, const InspectionRating& rated) {
  if (rated.overall) return std::string(edition.name(*rated.overall));
  return rated.score_from == ScoreFrom::NotKnown ? "not known" : "not rated";
}

/// Standards of the score whose rating is not known and yet changed.
std::vector<std::string> changed_unknown(const Edition& edition, const InspectionRating& before,
                                         const InspectionRating& after) {
  std::vector<std::string> codes;
  for (const auto& standard : edition.standards)
    if (standard.counts_in_score && before.is_not_known(standard.code) &&
        !after.is_not_known(standard.code))
      codes.push_back(standard.code.text());
  return codes;
}

/// The published score with the points that the changes add or take; nothing where they cannot be
/// told, because what was published for a changed standard is not known.
Result<PublishedWhole> moved(const Edition& edition, PublishedWhole published,
                             const InspectionRating& before, const InspectionRating& after) {
  if (!published.score || !published.score_maximum ||
      !changed_unknown(edition, before, after).empty())
    return PublishedWhole{};
  NL_TRY(most, most_points(edition));
  const auto add = [&, most = most](const StandardRating* rated, std::int64_t sign) {
    if (!rated) return;
    *published.score += sign * required(edition.level(rated->rating).points);
    *published.score_maximum += sign * most;
  };
  for (const auto& standard : edition.standards) {
    if (!standard.counts_in_score) continue;
    add(before.find(standard.code), -1);
    add(after.find(standard.code), +1);
  }
  return published;
}

std::string why_no_overall(const Edition& edition, const InspectionRating& before,
                           const InspectionRating& after) {
  const auto codes = changed_unknown(edition, before, after);
  if (before.score_from == ScoreFrom::Published && !codes.empty())
    return fmt::format(
        "What was published for {} is not known, so what this changes in the published score "
        "cannot be told: there is no score and no overall rating to give.",
        list_in_words(codes));
  return "The ratings of only some standards are known, and no score that fits them, so there is "
         "no overall rating to give.";
}

void add_overall(const Edition& edition, const InspectionRating& before,
                 const InspectionRating& after, std::vector<std::string>& sentences) {
  if (after.score_from == ScoreFrom::NotKnown) {
    sentences.push_back(why_no_overall(edition, before, after));
    return;
  }
  if (before.score_from == ScoreFrom::NotKnown)
    sentences.push_back(
        fmt::format("The score would be {} of {}.", after.score, after.score_maximum));
  else if (before.score != after.score || before.score_maximum != after.score_maximum)
    sentences.push_back(fmt::format("The score would be {} of {} instead of {} of {}.", after.score,
                                    after.score_maximum, before.score, before.score_maximum));
  if (after.score_from == ScoreFrom::Published)
    sentences.push_back(
        "The ratings that are not known are taken as they were published: the change is added to "
        "the published score.");
  const auto was = overall_of(edition, before);
  const auto is = overall_of(edition, after);
  sentences.push_back(was == is
                          ? fmt::format("The overall rating would stay {}.", is)
                          : fmt::format("The overall rating would be {} instead of {}.", is, was));
}

std::vector<std::string> differences(const Edition& edition, const InspectionRating& before,
                                     const InspectionRating& after) {
  std::vector<std::string> sentences;
  for (const auto& standard : edition.standards) {
    const auto was = name_of(edition, before, standard.code);
    const auto is = name_of(edition, after, standard.code);
    if (was != is)
      sentences.push_back(fmt::format("{} {} would be {} instead of {}.", standard.code.text(),
                                      standard.title, is, was));
  }
  add_overall(edition, before, after, sentences);
  return sentences;
}

/// Rates what was tried. A published score is of what was published, so it is moved along.
Result<InspectionRating> rate_tried(const Edition& edition, Evidence tried,
                                    const InspectionRating& before) {
  if (!tried.published) return rate(edition, tried);
  const auto published = *tried.published;
  if (before.score_from == ScoreFrom::Ratings) {
    // Every rating is known, and the score follows from them.
    tried.published.reset();
    return rate(edition, tried);
  }
  tried.published = PublishedWhole{};
  NL_TRY(after, rate(edition, tried));
  NL_TRY(whole, moved(edition, published, before, after));
  tried.published = whole;
  return rate(edition, tried);
}

}  // namespace

Result<WhatIf> what_if(const Edition& edition, const Evidence& evidence,
                       const std::vector<Change>& changes) {
  NL_TRY(before, rate(edition, evidence));
  auto tried = evidence;
  for (const auto& change : changes) {
    if (!edition.find(change.standard))
      return Error{ErrorCode::Invalid,
                   fmt::format("There is no standard \"{}\" in {}.", change.standard.text(),
                               edition.code.text()),
                   change.standard.text()};
    tried = changed(edition, std::move(tried), change);
  }
  NL_TRY(after, rate_tried(edition, std::move(tried), before));
  auto sentences = differences(edition, before, after);
  return WhatIf{std::move(before), std::move(after), std::move(sentences)};
}

}  // namespace northlight::rating
