#include "rating/what_if.hpp"

#include <fmt/format.h>

#include <algorithm>

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
  }
  return evidence;
}

std::string name_of(const Edition& edition, const StandardRating* rated) {
  return rated ? std::string(edition.name(rated->rating)) : "not rated";
}

std::string overall_of(const Edition& edition, const InspectionRating& rated) {
  return rated.overall ? std::string(edition.name(*rated.overall)) : "not rated";
}

std::vector<std::string> differences(const Edition& edition, const InspectionRating& before,
                                     const InspectionRating& after) {
  std::vector<std::string> sentences;
  for (const auto& standard : edition.standards) {
    const auto was = name_of(edition, before.find(standard.code));
    const auto is = name_of(edition, after.find(standard.code));
    if (was != is)
      sentences.push_back(fmt::format("{} {} would be {} instead of {}.", standard.code.text(),
                                      standard.title, is, was));
  }
  if (before.score != after.score || before.score_maximum != after.score_maximum)
    sentences.push_back(fmt::format("The score would be {} of {} instead of {} of {}.", after.score,
                                    after.score_maximum, before.score, before.score_maximum));
  const auto was = overall_of(edition, before);
  const auto is = overall_of(edition, after);
  sentences.push_back(was == is
                          ? fmt::format("The overall rating would stay {}.", is)
                          : fmt::format("The overall rating would be {} instead of {}.", is, was));
  return sentences;
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
  NL_TRY(after, rate(edition, tried));
  auto sentences = differences(edition, before, after);
  return WhatIf{std::move(before), std::move(after), std::move(sentences)};
}

}  // namespace northlight::rating
