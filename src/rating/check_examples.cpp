#include "rating/check_examples.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <unordered_map>

#include "base/error_code.hpp"
#include "base/text.hpp"
#include "rating/judgements.hpp"
#include "rating/rate.hpp"

namespace northlight::rating {

using framework::Edition;
using framework::Example;

namespace {

Result<framework::Rating> rating_called(const Edition& edition, const std::string& name) {
  if (const auto rating = edition.find_rating(name)) return *rating;
  return Error{ErrorCode::Invalid,
               fmt::format("\"{}\" is not a rating. Write {}.", name,
                           list_in_words(framework::level_names(edition), "or"))};
}

Result<std::vector<QuestionCount>> counts_of(const Edition& edition, const Example& example) {
  std::vector<QuestionCount> counts;
  for (const auto& count : example.counts)
    counts.push_back({framework::StandardCode{count.standard}, framework::LensCode{count.lens},
                      count.yes, count.of, count.not_applicable});
  if (example.judgements.empty()) return counts;
  const QuestionFinder finder(edition);
  Judgements judgements;
  std::unordered_map<std::string, std::uint32_t> places;
  for (const auto& row : example.judgements) {
    NL_TRY(place, finder.find(row.domain, row.standard, row.lens));
    NL_TRY(answer, parse_answer(row.answer));
    const auto fresh = static_cast<std::uint32_t>(places.size());
    judgements.rows.push_back(
        {places.try_emplace(row.case_name, fresh).first->second, place, answer});
  }
  for (auto& count : tally(edition, judgements)) counts.push_back(std::move(count));
  return counts;
}

Result<Evidence> evidence_of(const Edition& edition, const Example& example) {
  Evidence evidence;
  NL_TRY(counts, counts_of(edition, example));
  evidence.counts = std::move(counts);
  for (const auto& [standard, name] : example.ratings) {
    NL_TRY(rating, rating_called(edition, name));
    evidence.stated.push_back({framework::StandardCode{standard}, rating});
  }
  for (const auto& decision : example.decisions) {
    NL_TRY(rating, rating_called(edition, decision.rating));
    evidence.decisions.push_back({framework::StandardCode{decision.standard}, rating, decision.by,
                                  decision.on.value_or(Date{}), decision.reason});
  }
  for (const auto& entry : example.unrated) evidence.unrated.push_back({entry.what, entry.why});
  return evidence;
}

std::string shown(const std::string& text) { return fmt::format("\"{}\"", text); }

/// Gathers the differences between what an example expects and what came out.
class Comparison {
 public:
  Comparison(const Edition& edition, const Example& example)
      : edition_(edition), example_(example) {}

  void differ(std::string_view key, std::string_view expected, std::string_view found) {
    while (found.ends_with('.') || found.ends_with('\n')) found.remove_suffix(1);
    differences_.push_back(
        Error{ErrorCode::Invalid,
              fmt::format(
                  "The example \"{}\" expects {} but gets {}. Correct the example or the edition.",
                  example_.name, expected, found),
              fmt::format("{}:{}: {}", example_.file, example_.line, key)});
  }

  void same_rating(const std::string& key, const std::optional<std::string>& expected,
                   const std::optional<framework::Rating>& found) {
    if (!expected) return;
    const auto wanted = edition_.find_rating(*expected);
    if (!wanted && *expected != "none")
      return differ(key, shown(*expected),
                    "no such rating in the edition; write \"none\" for no rating");
    if (wanted != found)
      differ(key, wanted ? std::string(edition_.name(*wanted)) : "no rating",
             found ? std::string(edition_.name(*found)) : "no rating");
  }

  template <typename Value>
  void same(const std::string& key, const std::optional<Value>& expected, const Value& found) {
    if (expected && *expected != found)
      differ(key, fmt::format("{}", *expected), fmt::format("{}", found));
  }

  void same_list(const std::string& key, const std::optional<std::vector<std::string>>& expected,
                 const std::vector<std::string>& found) {
    if (expected && *expected != found)
      differ(key, expected->empty() ? "none" : join(*expected, ", "),
             found.empty() ? "none" : join(found, ", "));
  }

  void says(const std::string& key, const std::vector<std::string>& fragments,
            const std::string& text) {
    for (const auto& fragment : fragments)
      if (text.find(fragment) == std::string::npos) differ(key, shown(fragment), shown(text));
  }

  std::vector<Error> take() { return std::move(differences_); }

 private:
  const Edition& edition_;
  const Example& example_;
  std::vector<Error> differences_{};
};

std::string text_of(const std::vector<TraceStep>& trace) {
  std::string text;
  for (const auto& step : trace) text += step.sentence + "\n";
  return text;
}

std::vector<std::string> codes_of(const std::vector<framework::LensCode>& lenses) {
  std::vector<std::string> codes;
  for (const auto& lens : lenses) codes.push_back(lens.text());
  return codes;
}

void compare_reasons(const framework::ExpectedStandard& expected, const StandardRating& rated,
                     const std::string& key, Comparison& comparison) {
  const auto& because = rated.discretion.because;
  comparison.same(key + ".may_be_considered", expected.may_be_considered,
                  rated.discretion.may_be_considered());
  if (!expected.because) return;
  if (expected.because->size() != because.size()) {
    std::string all;
    for (const auto& reason : because) all += " " + reason.sentence;
    comparison.differ(
        key + ".because", fmt::format("{} reasons", expected.because->size()),
        because.empty() ? std::string("none") : fmt::format("{}:{}", because.size(), all));
    return;
  }
  for (std::size_t i = 0; i < because.size(); ++i)
    comparison.says(key + ".because", {(*expected.because)[i]}, because[i].sentence);
}

void compare_standard(const framework::ExpectedStandard& expected, const InspectionRating& result,
                      Comparison& comparison) {
  const auto key = fmt::format("expect.standards.{}", expected.standard);
  const auto* rated = result.find(framework::StandardCode{expected.standard});
  comparison.same(key + ".not_rated", expected.not_rated, rated == nullptr);
  if (expected.not_rated.value_or(false)) return;
  if (!rated) return comparison.differ(key, "a rating", "none");
  comparison.same_rating(key + ".rating", expected.rating, rated->rating);
  comparison.same_rating(key + ".computed", expected.computed, rated->computed);
  comparison.same_list(key + ".decided_by", expected.decided_by, codes_of(rated->decided_by));
  for (const auto& [lens, band] : expected.bands) {
    const auto question =
        std::ranges::find(rated->questions, framework::LensCode{lens}, &QuestionRating::lens);
    const auto found =
        question == rated->questions.end() ? std::nullopt : std::optional{question->band};
    comparison.same_rating(std::string(key).append(".bands.").append(lens), band, found);
  }
  compare_reasons(expected, *rated, key, comparison);
  if (expected.comparison)
    comparison.says(key + ".comparison", {*expected.comparison}, rated->comparison);
  comparison.says(key + ".trace_says", expected.trace_says, text_of(rated->trace));
}

void compare(const framework::Expected& expected, const InspectionRating& result,
             Comparison& comparison) {
  for (const auto& standard : expected.standards) compare_standard(standard, result, comparison);
  comparison.same("expect.score", expected.score, result.score);
  comparison.same("expect.score_maximum", expected.score_maximum, result.score_maximum);
  comparison.same_rating("expect.overall", expected.overall, result.overall);
  std::vector<std::string> not_rated;
  for (const auto& entry : result.not_rated) not_rated.push_back(entry.standard.text());
  comparison.same_list("expect.not_rated", expected.not_rated, not_rated);
  comparison.says("expect.trace_says", expected.trace_says, text_of(result.trace));
  comparison.says("expect.notices_say", expected.notices_say, join(result.notices, "\n"));
}

/// A score alone gives an overall rating and nothing else.
Result<InspectionRating> result_of(const Edition& edition, const Example& example) {
  if (!example.score) {
    NL_TRY(evidence, evidence_of(edition, example));
    return rate(edition, evidence);
  }
  NL_TRY(overall, overall_rating(edition, example.score->score, example.score->standards));
  NL_TRY(most, most_points(edition));
  InspectionRating result;
  result.edition = edition.code;
  result.score = example.score->score;
  result.score_maximum = most * example.score->standards;
  result.standards_counted = example.score->standards;
  result.overall = overall;
  return result;
}

}  // namespace

std::vector<Error> check_example(const Edition& edition, const Example& example) {
  Comparison comparison(edition, example);
  const auto& expected = example.expect;
  const auto result = result_of(edition, example);
  if (!result) {
    const auto& error = result.error();
    const std::string kind(leaves_as(error.code).name);
    if (expected.refused != kind)
      comparison.differ("expect",
                        expected.refused ? "a refusal as " + *expected.refused : "a rating",
                        fmt::format("a refusal as {}: {}", kind, error.message));
    comparison.says("expect.says", expected.says, error.message);
  } else if (expected.refused) {
    comparison.differ("expect.refused", "a refusal as " + *expected.refused, "a rating");
  } else {
    compare(expected, *result, comparison);
  }
  return comparison.take();
}

std::vector<Error> check_examples(const Edition& edition, std::span<const Example> examples) {
  std::vector<Error> all;
  for (const auto& example : examples)
    for (auto& difference : check_example(edition, example)) all.push_back(std::move(difference));
  return all;
}

}  // namespace northlight::rating
