#include "report/walk.hpp"

#include <algorithm>

#include "rating/published.hpp"
#include "rating/rate.hpp"
#include "rating/what_if.hpp"

namespace northlight::report {
namespace {

namespace fw = northlight::framework;

Error lacks(std::string_view what) {
  return {ErrorCode::Incomplete, "The library does not hold " + std::string(what) +
                                     " of the inspection that this guide "
                                     "walks through."};
}

std::string question_text(const fw::Standard& standard, const fw::LensCode& lens) {
  const auto* question = fw::find_question(standard, lens);
  return question ? question->text : std::string();
}

std::string lens_name(const fw::Edition& edition, const fw::LensCode& code) {
  const auto* lens = edition.find(code);
  return lens ? lens->name : code.text();
}

std::string shares_of(const fw::Band& band, bool highest) {
  const auto per_cent = [](std::int64_t value) { return std::to_string(value) + "%"; };
  if (highest) return per_cent(band.from.value) + " or more";
  if (band.from.value == 0) return "below " + per_cent(band.below.value);
  return per_cent(band.from.value) + " up to, not including, " + per_cent(band.below.value);
}

std::vector<WalkBand> bands_of(const fw::Edition& edition, fw::Rating here) {
  std::vector<WalkBand> out;
  if (!edition.bands) return out;
  for (const auto& band : edition.bands->bands)
    out.push_back({std::string(edition.name(band.rating)),
                   shares_of(band, band.rating == edition.highest()), band.rating == here});
  std::ranges::reverse(out);
  return out;
}

WalkStandard row_of(const fw::Edition& edition, const rating::StandardRating& one) {
  const auto* standard = edition.find(one.standard);
  const auto points =
      one.counts_in_score ? edition.level(one.rating).points : std::optional<std::int64_t>{};
  return {one.standard.text(), standard ? standard->title : std::string(),
          std::string(edition.name(one.rating)), points};
}

/// The standard rated by the rule instead of as published, all else as it is.
Result<WalkDeparture> departure(const fw::Edition& edition, const rating::Evidence& evidence,
                                const rating::StandardRating& one) {
  if (!one.computed)
    return Error{ErrorCode::Invalid, "The rule gives no rating for this standard."};
  const auto row = row_of(edition, one);
  auto lowest = one.questions.front().share;
  for (const auto& question : one.questions) lowest = std::min(lowest, question.share);
  WalkDeparture out{row.id, row.title, lowest, row.rating, std::string(edition.name(*one.computed)),
                    {},     0,         {}};
  for (const auto& reason : one.discretion.because) out.discretion.push_back(reason.sentence);

  auto by_rule = evidence;
  std::erase_if(by_rule.stated,
                [&](const auto& stated) { return stated.standard == one.standard; });
  NL_TRY(rated, rating::rate(edition, by_rule));
  out.score_by_rule = rated.score;
  if (!rated.overall) return lacks("the overall rating");
  out.overall_by_rule = edition.name(*rated.overall);
  return out;
}

Status add_one_more(Walk& walk, const fw::Edition& edition, const rating::Evidence& evidence,
                    const rating::StandardRating& looked_at) {
  const auto lowest = std::ranges::find_if(looked_at.questions,
                                           [](const auto& question) { return question.decides; });
  if (lowest == looked_at.questions.end() || lowest->share.met() == lowest->share.judged())
    return done();
  rating::Change change{.standard = looked_at.standard, .lens = lowest->lens};
  change.yes = lowest->share.met() + 1;
  change.of = lowest->share.judged();
  NL_TRY(share, Share::of(change.yes, change.of));
  NL_TRY(tried, rating::what_if(edition, evidence, {change}));
  const auto* after = tried.after.find(looked_at.standard);
  if (!after) return done();
  walk.one_more_share = share;
  walk.after_one_more = std::string(edition.name(after->rating));
  return done();
}

void add_questions(Walk& walk, const fw::Edition& edition, const fw::Standard& standard,
                   const rating::StandardRating& looked_at) {
  for (const auto& question : looked_at.questions)
    walk.questions.push_back({question_text(standard, question.lens),
                              lens_name(edition, question.lens), question.share,
                              std::string(edition.name(question.band)), question.decides,
                              sample_says(question.share, std::nullopt)});
}

Status add_score(Walk& walk, const fw::Edition& edition, const rating::InspectionRating& rated) {
  for (const auto& one : rated.standards)
    (one.counts_in_score ? walk.standards : walk.left_out).push_back(row_of(edition, one));
  if (!rated.overall) return lacks("the overall rating");
  walk.score = rated.score;
  walk.score_maximum = rated.score_maximum;
  walk.overall = edition.name(*rated.overall);
  NL_TRY(most, rating::most_points(edition));
  walk.most_points = most;
  NL_TRY(ranges, rating::score_ranges(edition, rated.standards_counted));
  for (const auto& range : ranges)
    walk.ranges.push_back({std::string(edition.name(range.rating)), range.from, range.to,
                           range.rating == *rated.overall});
  std::ranges::reverse(walk.ranges);
  return done();
}

}  // namespace

const WalkQuestion& Walk::decisive() const {
  return *std::ranges::find_if(questions, [](const auto& one) { return one.decides; });
}

std::int64_t Walk::decisive_yes() const { return decisive().share.met(); }

std::size_t Walk::tied() const {
  return static_cast<std::size_t>(
      std::ranges::count_if(questions, [](const auto& one) { return one.decides; }));
}

Result<Walk> walk_through(const framework::Edition& edition,
                          const domain::PublishedInspection& inspection,
                          const framework::StandardCode& code) {
  const auto* standard = edition.find(code);
  if (!standard || !edition.bands) return lacks("the standard");
  NL_TRY(evidence, rating::evidence_of(edition, inspection));
  NL_TRY(rated, rating::rate(edition, evidence));
  const auto* looked_at = rated.find(code);
  if (!looked_at || looked_at->questions.empty() || looked_at->decided_by.empty())
    return lacks("the counts");

  Walk walk;
  walk.service = inspection.service;
  walk.service_full_name =
      inspection.service_full_name.empty() ? inspection.service : inspection.service_full_name;
  walk.published = inspection.published.text;
  walk.standard_id = code.text();
  walk.standard_title = standard->title;
  walk.standard_rating = edition.name(looked_at->rating);
  if (const auto* domain = edition.find(standard->domain)) walk.domain_title = domain->title;
  walk.samples = inspection.samples;
  if (edition.lowest_decides) walk.lowest_decides = *edition.lowest_decides;
  add_questions(walk, edition, *standard, *looked_at);
  if (walk.tied() == 0) return lacks("the deciding question");
  walk.cases = walk.decisive().share.judged();
  walk.bands = bands_of(edition, looked_at->computed.value_or(looked_at->rating));
  walk.sample_says =
      sample_says(walk.decisive().share, eligible_cases(inspection, standard->domain.text()));
  NL_CHECK(add_one_more(walk, edition, evidence, *looked_at));
  NL_CHECK(add_score(walk, edition, rated));
  for (const auto& one : rated.standards) {
    if (!one.departs_from_rule() || one.questions.empty()) continue;
    NL_TRY(departed, departure(edition, evidence, one));
    walk.departures.push_back(std::move(departed));
  }
  return walk;
}

}  // namespace northlight::report
