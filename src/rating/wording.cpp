#include "rating/wording.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/required.hpp"
#include "base/text.hpp"
#include "rating/rate.hpp"

namespace northlight::rating {

using framework::Edition;
using framework::Rating;

namespace {

TraceStep fact(std::string sentence) {
  return {.sentence = std::move(sentence), .rule = {}, .basis = {}};
}

TraceStep by_rule(std::string sentence, const framework::Rule& rule) {
  return {.sentence = std::move(sentence), .rule = rule.text, .basis = rule.basis};
}

TraceStep by_rule(std::string sentence, const std::optional<framework::Rule>& rule) {
  return rule ? by_rule(std::move(sentence), *rule) : fact(std::move(sentence));
}

std::string cases_and_percent(Share share) {
  return fmt::format("{} cases, {}%", share.text(), share.percent_text());
}

std::string capitalised(std::string text) {
  if (!text.empty() && text[0] >= 'a' && text[0] <= 'z')
    text[0] = static_cast<char>(text[0] - 'a' + 'A');
  return text;
}

std::string lenses_in_words(const Edition& edition, const std::vector<framework::LensCode>& lenses,
                            std::string_view last) {
  std::vector<std::string> names;
  for (const auto& lens : lenses) names.push_back(lens_in_words(edition, lens));
  return list_in_words(names, last);
}

TraceStep rounding_step(const Edition& edition, const QuestionRating& question) {
  const auto& rule = required(edition.bands);
  const bool exact = rule.compared == framework::Compared::Exact;
  return by_rule(fmt::format("{} is {}% and prints as {}%. By the exact figure that is {}, by the "
                             "printed one {}. This "
                             "edition compares the {} figure.",
                             capitalised(question.share.text()), question.share.percent_text(),
                             question.share.printed().value, edition.name(question.exact_band),
                             edition.name(question.printed_band), exact ? "exact" : "printed"),
                 rule.rounding);
}

TraceStep lowest_step(const Edition& edition, const StandardRating& rated) {
  const auto& lowest = *std::ranges::find_if(rated.questions, &QuestionRating::decides);
  const auto names = lenses_in_words(edition, rated.decided_by, "and");
  const auto share = fmt::format("{} ({}%)", lowest.share.text(), lowest.share.percent_text());
  auto sentence =
      rated.decided_by.size() == 1
          ? fmt::format("The lowest figure decides: {}, at {}.", names, share)
          : fmt::format("The lowest figure decides, and {} share it, at {}.", names, share);
  sentence += fmt::format(" The rule gives {}.", edition.name(lowest.band));
  return by_rule(std::move(sentence), edition.lowest_decides);
}

void add_discretion_steps(const Edition& edition, const StandardRating& rated,
                          std::vector<TraceStep>& trace) {
  if (!edition.discretion) {
    trace.push_back(fact("When a panel may depart from this is not known for this edition."));
    return;
  }
  const auto& rule = required(edition.discretion).rule;
  if (!rated.discretion.may_be_considered()) {
    trace.push_back(by_rule("There is no ground for a panel to consider another rating.", rule));
    return;
  }
  for (const auto& reason : rated.discretion.because)
    trace.push_back(by_rule("A panel may consider another rating. " + reason.sentence, rule));
  const auto& lowest = *std::ranges::find_if(rated.questions, &QuestionRating::decides);
  std::vector<std::string> others;
  for (const auto& question : rated.questions)
    if (!question.decides)
      others.push_back(fmt::format("{} at {}% ({})", lens_in_words(edition, question.lens),
                                   question.share.percent_text(), edition.name(question.band)));
  if (!others.empty())
    trace.push_back(
        fact(fmt::format("What a panel would weigh: {}; the lowest figure rests on {}.",
                         list_in_words(others), counted(lowest.share.judged(), "case", "cases"))));
}

}  // namespace

std::string lens_in_words(const Edition& edition, const framework::LensCode& lens) {
  const auto* found = edition.find(lens);
  auto name = found ? found->name : lens.text();
  if (name.size() > 1 && name[0] >= 'A' && name[0] <= 'Z' && !(name[1] >= 'A' && name[1] <= 'Z'))
    name[0] = static_cast<char>(name[0] - 'A' + 'a');
  return name;
}

std::string range_in_words(const framework::BandRule& rule, Rating rating) {
  const auto band = std::ranges::find(rule.bands, rating, &framework::Band::rating);
  if (band == rule.bands.end()) return "";
  if (band == rule.bands.begin()) return fmt::format("below {}%", band->below.value);
  if (band + 1 == rule.bands.end()) return fmt::format("{}% or more", band->from.value);
  return fmt::format("from {}% to below {}%", band->from.value, band->below.value);
}

std::string near_edge_sentence(const Edition& edition, Share lowest, Direction direction,
                               Percent edge, framework::Fraction distance, Rating beyond) {
  const auto figure =
      fmt::format("The lowest figure, {}% ({}),", lowest.percent_text(), lowest.text());
  if (direction == Direction::Up)
    return fmt::format("{} is {} points below {}%, where {} begins.", figure,
                       distance.decimal_text(), edge.value, edition.name(beyond));
  if (distance.numerator() == 0)
    return fmt::format("{} stands exactly on {}%, below which lies {}.", figure, edge.value,
                       edition.name(beyond));
  return fmt::format("{} is {} points above {}%, below which lies {}.", figure,
                     distance.decimal_text(), edge.value, edition.name(beyond));
}

std::string changed_judgement_sentence(const Edition& edition, const framework::Standard& standard,
                                       const DiscretionReason& reason) {
  return fmt::format("One case judged {} on {} would make it {} ({}%) and {} {}.",
                     reason.direction == Direction::Up ? "yes instead of no" : "no instead of yes",
                     lenses_in_words(edition, reason.lenses, "or"), required(reason.after).text(),
                     required(reason.after).percent_text(), standard.code.text(),
                     edition.name(reason.would_give));
}

std::vector<TraceStep> computed_trace(const Edition& edition, const StandardRating& rated) {
  std::vector<TraceStep> trace;
  for (const auto& question : rated.questions) {
    auto sentence = fmt::format("{}: yes in {}. That is {}: {}.",
                                capitalised(lens_in_words(edition, question.lens)),
                                cases_and_percent(question.share), edition.name(question.band),
                                range_in_words(required(edition.bands), question.band));
    if (question.not_applicable > 0)
      sentence += fmt::format(" The question did not apply to {} and leaves {} out.",
                              counted(question.not_applicable, "case", "cases"),
                              question.not_applicable == 1 ? "it" : "them");
    trace.push_back(by_rule(std::move(sentence), required(edition.bands).rule));
    if (question.rounding_matters()) trace.push_back(rounding_step(edition, question));
  }
  trace.push_back(lowest_step(edition, rated));
  add_discretion_steps(edition, rated, trace);
  return trace;
}

void add_departures(const Edition& edition, StandardRating& rated) {
  const auto rule = edition.discretion ? edition.discretion->rule : framework::Rule{};
  if (rated.discretion.decision) {
    const auto& decision = *rated.discretion.decision;
    const auto when = words(decision.on);
    if (!rated.computed)
      rated.trace.push_back(
          by_rule(fmt::format("Rated {} on {}. The reason given: {}", edition.name(decision.rating),
                              when, decision.reason),
                  edition.panel_rule));
    else if (decision.rating == *rated.computed)
      rated.trace.push_back(
          by_rule(fmt::format("It was decided on {} to keep {}. The reason given: {}", when,
                              edition.name(decision.rating), decision.reason),
                  rule));
    else
      rated.trace.push_back(by_rule(
          fmt::format("It was decided on {} to rate it {}. The computed rating, {}, is kept beside "
                      "it. The reason given: {}",
                      when, edition.name(decision.rating), edition.name(*rated.computed),
                      decision.reason),
          rule));
  }
  if (!rated.stated) return;
  if (!rated.computed) {
    rated.trace.push_back(
        by_rule(fmt::format("The rating stated is {}; the figures behind it are not given.",
                            edition.name(*rated.stated)),
                edition.panel_rule));
    return;
  }
  rated.comparison =
      *rated.stated == *rated.computed
          ? fmt::format("Published {}, as the rule gives.", edition.name(*rated.stated))
          : fmt::format("Published {}; the rule gives {}; reason not stated.",
                        edition.name(*rated.stated), edition.name(*rated.computed));
  rated.trace.push_back(fact(rated.comparison));
}

std::vector<TraceStep> overall_trace(const Edition& edition, const InspectionRating& rated) {
  std::vector<TraceStep> trace;
  std::vector<std::string> parts;
  for (std::size_t place = edition.scale.size(); place-- > 0;) {
    const auto number = std::ranges::count_if(rated.standards, [&](const StandardRating& standard) {
      return standard.counts_in_score && standard.rating.place == place;
    });
    if (number == 0) continue;
    const auto points = required(edition.scale[place].points);
    parts.push_back(fmt::format("{} {} at {}", number, edition.scale[place].name,
                                counted(points, "point", "points")));
  }
  trace.push_back(by_rule(
      fmt::format("{} counted: {}. The score is {} of {}.",
                  capitalised(counted(rated.standards_counted, "standard is", "standards are")),
                  list_in_words(parts), rated.score, rated.score_maximum),
      edition.score_rule));
  for (const auto& standard : rated.standards)
    if (!standard.counts_in_score)
      trace.push_back(by_rule(fmt::format("{} is rated {} and is not part of the score.",
                                          standard.standard.text(), edition.name(standard.rating)),
                              edition.score_rule));
  const auto ranges = score_ranges(edition, rated.standards_counted);
  if (!ranges || !rated.overall) return trace;
  for (const auto& range : *ranges)
    if (range.rating == *rated.overall)
      trace.push_back(
          by_rule(fmt::format("With {}, {} to {} is {}. The overall rating is {}.",
                              counted(rated.standards_counted, "standard", "standards"), range.from,
                              range.to, edition.name(range.rating), edition.name(range.rating)),
                  required(edition.overall).rule));
  return trace;
}

}  // namespace northlight::rating
