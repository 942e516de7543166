#include "rating/rate.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/required.hpp"
#include "base/text.hpp"
#include "rating/decide.hpp"
#include "rating/judgements.hpp"
#include "rating/wording.hpp"

namespace northlight::rating {

using framework::Domain;
using framework::Edition;
using framework::RatedBy;
using framework::Standard;

namespace {

Error unknown_standard(const Edition& edition, const std::string& name) {
  std::vector<std::string> allowed;
  for (const auto& standard : edition.standards) allowed.push_back(standard.code.text());
  return invalid(fmt::format("There is no standard \"{}\" in {}. Write {}.", name,
                             edition.code.text(), list_in_words(allowed, "or")),
                 name);
}

template <typename Entry>
Status check_each_once(const Edition& edition, const std::vector<Entry>& entries,
                       std::string_view what) {
  for (std::size_t i = 0; i < entries.size(); ++i) {
    const auto& name = entries[i].standard.text();
    if (!edition.find(entries[i].standard)) return unknown_standard(edition, name);
    if (entries[i].rating.place >= edition.scale.size())
      return invalid(fmt::format("The {} of {} is not one of {}.", what, name, edition.code.text()),
                     name);
    for (std::size_t j = 0; j < i; ++j)
      if (entries[j].standard == entries[i].standard)
        return invalid(fmt::format("There are two {}s for {}. Keep one of them.", what, name),
                       name);
  }
  return done();
}

/// Everything that can be said against the evidence before anything is rated.
Status check_evidence(const Edition& edition, const Evidence& evidence) {
  for (const auto& count : evidence.counts) {
    const auto* standard = edition.find(count.standard);
    if (!standard) return unknown_standard(edition, count.standard.text());
    if (standard->rated_by == RatedBy::Panel)
      return invalid(
          fmt::format("Standard {} is not rated from counts of cases. Give its rating instead.",
                      standard->code.text()),
          standard->code.text());
  }
  for (const auto& decision : evidence.decisions)
    if (edition.find(decision.standard)) NL_CHECK(check_decision(edition, decision));
  NL_CHECK(check_each_once(edition, evidence.stated, "stated rating"));
  NL_CHECK(check_each_once(edition, evidence.decisions, "decision"));
  for (const auto& entry : evidence.unrated)
    if (!edition.find(framework::StandardCode{entry.what}) &&
        !edition.find(framework::DomainCode{entry.what}))
      return invalid(fmt::format("\"{}\" is neither a standard nor a domain of {}.", entry.what,
                                 edition.code.text()),
                     entry.what);
  return done();
}

template <typename Entry>
const Entry* entry_for(const std::vector<Entry>& entries, const Standard& standard) {
  const auto found = std::ranges::find(entries, standard.code, &Entry::standard);
  return found == entries.end() ? nullptr : &*found;
}

/// The cases of a domain: the most that any of its questions was put to.
std::int64_t cases_of(const Edition& edition, const Domain& domain,
                      const std::vector<QuestionCount>& counts) {
  std::int64_t cases = 0;
  for (const auto& count : counts)
    if (edition.find(count.standard)->domain == domain.code)
      cases = std::max(cases, count.of + count.not_applicable);
  return cases;
}

/// Why a standard is left out although there may be something to rate it from; nothing otherwise.
std::optional<std::string> left_out(const Edition& edition, const Standard& standard,
                                    const Evidence& evidence) {
  for (const auto& entry : evidence.unrated)
    if (entry.what == standard.code.text() || entry.what == standard.domain.text())
      return entry.why.empty() ? std::string("It was left out of the inspection.") : entry.why;
  const auto* domain = edition.find(standard.domain);
  if (!domain->minimum_cases || standard.rated_by != RatedBy::WeakestQuestion) return std::nullopt;
  const auto cases = cases_of(edition, *domain, evidence.counts);
  if (cases == 0 || cases >= *domain->minimum_cases) return std::nullopt;
  return fmt::format("{} in this domain; the edition rates it from {} up.",
                     cases == 1 ? "There was 1 case" : fmt::format("There were {} cases", cases),
                     *domain->minimum_cases);
}

Result<StandardRating> rate_one(const Edition& edition, const Standard& standard,
                                const Evidence& evidence) {
  const auto* stated = entry_for(evidence.stated, standard);
  const auto* decision = entry_for(evidence.decisions, standard);
  StandardRating rated;
  rated.standard = standard.code;
  rated.counts_in_score = standard.counts_in_score;
  if (entry_for(evidence.counts, standard)) {
    NL_TRY(computed, rate_standard(edition, standard, evidence.counts));
    rated = std::move(computed);
  }
  if (stated) {
    rated.stated = stated->rating;
    rated.rating = stated->rating;
    rated.from = RatingFrom::Stated;
  }
  if (decision) {
    if (stated && standard.rated_by == RatedBy::Panel)
      return invalid(fmt::format("{} has both a stated rating and a decision. Keep one of them.",
                                 standard.code.text()),
                     standard.code.text());
    if (standard.rated_by == RatedBy::WeakestQuestion)
      NL_CHECK(allows(edition, standard, rated, *decision));
    rated.discretion.decision = *decision;
    rated.rating = decision->rating;
    rated.from = RatingFrom::Decision;
  }
  add_departures(edition, rated);
  return rated;
}

Error not_known_how(const Edition& edition, const Standard& standard) {
  auto error = edition.incomplete(framework::Part::Bands);
  error.message = fmt::format(
      "{} cannot be rated under {}: how its answers combine into a rating is not known. {}",
      standard.code.text(), edition.code.text(), error.message);
  error.where = standard.code.text();
  return error;
}

/// "2.1 and 2.2": what counts towards the score, has no rating and is known or not known to have
/// none.
std::vector<std::string> missing(const Edition& edition, const InspectionRating& rated,
                                 bool not_known) {
  std::vector<std::string> codes;
  for (const auto& entry : rated.not_rated)
    if (entry.not_known == not_known && edition.find(entry.standard)->counts_in_score)
      codes.push_back(entry.standard.text());
  return codes;
}

/// The number of standards behind a published score; nothing where the known ratings contradict it.
std::optional<std::int64_t> standards_behind(const PublishedWhole& published,
                                             const InspectionRating& known, std::int64_t unknown,
                                             std::int64_t most) {
  if (!published.score || !published.score_maximum || *published.score_maximum % most != 0)
    return std::nullopt;
  const auto standards = *published.score_maximum / most;
  const auto others = standards - known.standards_counted;
  const auto others_score = *published.score - known.score;
  if (others < 1 || others > unknown || others_score < 0 || others_score > others * most)
    return std::nullopt;
  return standards;
}

/// Only some ratings are known: the score is the published one, or there is none.
void take_published_score(const Edition& edition, const PublishedWhole& published,
                          const std::vector<std::string>& unknown, std::int64_t most,
                          InspectionRating& rated) {
  const bool one = unknown.size() == 1;
  auto sentence = fmt::format(
      "The {} of {} {} not known from the source, so the score cannot be worked out again from "
      "those that are known.",
      one ? "rating" : "ratings", list_in_words(unknown), one ? "is" : "are");
  const auto count = static_cast<std::int64_t>(unknown.size());
  rated.score_from = ScoreFrom::NotKnown;
  if (const auto standards = standards_behind(published, rated, count, most)) {
    sentence += fmt::format(" The published score is {} of {}.", required(published.score),
                            required(published.score_maximum));
    if (const auto left = rated.standards_counted + count - *standards; left > 0)
      sentence += fmt::format(" As it is not out of {}, {} of these {} not rated.",
                              most * (*standards + left), left, left == 1 ? "was" : "were");
    if (auto overall = overall_rating(edition, required(published.score), *standards)) {
      rated.score_from = ScoreFrom::Published;
      rated.score = required(published.score);
      rated.score_maximum = required(published.score_maximum);
      rated.standards_counted = *standards;
      rated.overall = *overall;
    }
  }
  rated.trace.push_back({.sentence = sentence, .rule = {}, .basis = {}});
  rated.notices.push_back(std::move(sentence));
}

/// A published maximum that the known ratings fill leaves room for no other: the rest was not
/// rated.
void settle_what_is_known(const Edition& edition, const PublishedWhole& published,
                          InspectionRating& rated) {
  if (rated.standards_counted == 0 || published.score_maximum != rated.score_maximum) return;
  for (auto& entry : rated.not_rated)
    if (entry.not_known && edition.find(entry.standard)->counts_in_score) {
      entry.not_known = false;
      entry.why = fmt::format("The published score is out of {}, so it was not rated.",
                              rated.score_maximum);
    }
}

Status add_score(const Edition& edition, const Evidence& evidence, InspectionRating& rated) {
  NL_TRY(most, most_points(edition));
  for (const auto& standard : rated.standards) {
    if (!standard.counts_in_score) continue;
    rated.score += required(edition.level(standard.rating).points);
    rated.score_maximum += most;
    ++rated.standards_counted;
  }
  if (evidence.published) {
    settle_what_is_known(edition, *evidence.published, rated);
    if (const auto unknown = missing(edition, rated, true); !unknown.empty()) {
      take_published_score(edition, *evidence.published, unknown, most, rated);
      return done();
    }
  }
  if (rated.standards_counted == 0) {
    rated.notices.push_back(
        "No standard that counts towards the score was rated, so there is no overall rating.");
    return done();
  }
  NL_TRY(overall, overall_rating(edition, rated.score, rated.standards_counted));
  rated.overall = overall;
  rated.trace = overall_trace(edition, rated);
  return done();
}

void add_what_is_missing(const Edition& edition, InspectionRating& rated) {
  const auto unrated = missing(edition, rated, false);
  if (unrated.empty() || rated.standards_counted == 0 || rated.score_from != ScoreFrom::Ratings)
    return;
  const auto full = rated.score_maximum / rated.standards_counted *
                    (rated.standards_counted + static_cast<std::int64_t>(unrated.size()));
  auto sentence = fmt::format("{} {} not rated, so the score is out of {} instead of {}.",
                              list_in_words(unrated), unrated.size() == 1 ? "was" : "were",
                              rated.score_maximum, full);
  TraceStep step{.sentence = sentence, .rule = {}, .basis = {}};
  if (edition.unrated_rule) {
    step.rule = edition.unrated_rule->text;
    step.basis = edition.unrated_rule->basis;
  }
  rated.trace.insert(rated.trace.begin(), std::move(step));
  rated.notices.push_back(std::move(sentence));
}

}  // namespace

Result<InspectionRating> rate(const Edition& edition, const Evidence& evidence) {
  NL_CHECK(check_evidence(edition, evidence));
  InspectionRating rated;
  rated.edition = edition.code;
  for (const auto& standard : edition.standards) {
    const bool counts = entry_for(evidence.counts, standard) != nullptr;
    const bool anything =
        counts || entry_for(evidence.stated, standard) || entry_for(evidence.decisions, standard);
    if (auto why = left_out(edition, standard, evidence)) {
      rated.not_rated.push_back({standard.code, *std::move(why)});
    } else if (!anything) {
      rated.not_rated.push_back(
          evidence.published
              ? NotRated{standard.code, "Its rating is not known from the source.", true}
              : NotRated{standard.code, "Neither judgements nor a rating were given for it."});
    } else {
      if (standard.rated_by == RatedBy::NotKnown && counts) return not_known_how(edition, standard);
      NL_TRY(one, rate_one(edition, standard, evidence));
      rated.standards.push_back(std::move(one));
    }
  }
  if (rated.standards.empty())
    return Error{ErrorCode::Incomplete,
                 "There is nothing to rate: no standard has a judged case or a rating. Give "
                 "judgements or ratings."};
  NL_CHECK(add_score(edition, evidence, rated));
  add_what_is_missing(edition, rated);
  for (auto& gap : gaps_in(edition, evidence.counts)) rated.notices.push_back(std::move(gap));
  return rated;
}

}  // namespace northlight::rating
