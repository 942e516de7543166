#include "rating/judgements.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/required.hpp"
#include "base/text.hpp"
#include "rating/in_quotes.hpp"

namespace northlight::rating {

namespace {

Error unknown(std::string_view column, std::string_view text,
              const std::vector<std::string>& allowed) {
  const auto choice = allowed.empty() ? "Judgements of cases cannot be given here."
                                      : fmt::format("Write {}.", list_in_words(allowed, "or"));
  return Error{ErrorCode::Invalid,
               fmt::format("There is no {} {} here. {}", column, in_quotes(text), choice),
               std::string(column)};
}

}  // namespace

std::vector<CountedQuestion> counted_questions(const framework::Edition& edition) {
  std::vector<CountedQuestion> questions;
  for (const auto& standard : edition.standards)
    if (standard.rated_by == framework::RatedBy::WeakestQuestion)
      for (const auto& question : standard.questions) questions.push_back({&standard, &question});
  return questions;
}

QuestionFinder::QuestionFinder(const framework::Edition& edition)
    : edition_(&edition), questions_(counted_questions(edition)) {}

Result<std::uint16_t> QuestionFinder::find(std::string_view domain, std::string_view standard,
                                           std::string_view lens) const {
  for (std::size_t place = 0; place < questions_.size(); ++place) {
    const auto& [of, question] = questions_[place];
    if (of->code.text() == standard && required(question->lens).text() == lens &&
        of->domain.text() == domain)
      return static_cast<std::uint16_t>(place);
  }
  const framework::DomainCode domain_code{std::string(domain)};
  std::vector<std::string> allowed;
  if (!edition_->find(domain_code)) {
    for (const auto& one : edition_->domains) allowed.push_back(one.code.text());
    return unknown("domain", domain, allowed);
  }
  const auto* found = edition_->find(framework::StandardCode{std::string(standard)});
  if (!found || found->domain != domain_code) {
    for (const auto* one : framework::standards_of(*edition_, domain_code))
      if (one->rated_by == framework::RatedBy::WeakestQuestion) allowed.push_back(one->code.text());
    if (found)
      return Error{
          ErrorCode::Invalid,
          fmt::format("Standard {} belongs to the domain {}, not {}. Correct one of the two.",
                      found->code.text(), found->domain.text(), in_quotes(domain)),
          "standard"};
    return unknown("standard", standard, allowed);
  }
  if (found->rated_by == framework::RatedBy::NotKnown) {
    auto error = edition_->incomplete(framework::Part::Bands);
    error.where = "standard";
    return error;
  }
  if (found->rated_by == framework::RatedBy::Panel)
    return Error{
        ErrorCode::Invalid,
        fmt::format(
            "Standard {} is not rated from judgements of cases. Give its rating as a decision.",
            found->code.text()),
        "standard"};
  for (const auto& question : found->questions) allowed.push_back(required(question.lens).text());
  return unknown("lens", lens, allowed);
}

Result<Answer> parse_answer(std::string_view text) {
  if (equals_ignoring_case(text, "yes")) return Answer::Yes;
  if (equals_ignoring_case(text, "no")) return Answer::No;
  if (equals_ignoring_case(text, "na")) return Answer::NotApplicable;
  return unknown("answer", text, {"yes", "no", "na"});
}

std::vector<QuestionCount> tally(const framework::Edition& edition, const Judgements& judgements) {
  const auto questions = counted_questions(edition);
  std::vector<std::array<std::int64_t, 3>> sums(questions.size(), {0, 0, 0});
  for (const auto& row : judgements.rows)
    ++sums[row.question_place][static_cast<std::size_t>(row.answer)];

  std::vector<QuestionCount> counts;
  for (std::size_t place = 0; place < questions.size(); ++place) {
    const auto& [yes, no, not_applicable] = sums[place];
    if (yes + no + not_applicable == 0) continue;
    counts.push_back({questions[place].standard->code, required(questions[place].question->lens),
                      yes, yes + no, not_applicable});
  }
  return counts;
}

std::string no_case_judged_on(const framework::Edition& edition,
                              const std::vector<framework::LensCode>& lenses) {
  std::vector<std::string> words;
  for (const auto& code : lenses) {
    const auto* lens = edition.find(code);
    words.push_back(lens ? lower(lens->name) : replace_all(code.text(), "_", " "));
  }
  return fmt::format("Not rated: no case was judged on {}.", list_in_words(words));
}

std::vector<Unrated> incomplete_standards(const framework::Edition& edition,
                                          const std::vector<QuestionCount>& counts) {
  std::vector<Unrated> incomplete;
  for (const auto& standard : edition.standards) {
    const auto is_of_it = [&](const QuestionCount& count) {
      return count.standard == standard.code;
    };
    if (standard.rated_by != framework::RatedBy::WeakestQuestion ||
        std::ranges::none_of(counts, is_of_it))
      continue;
    std::vector<framework::LensCode> without;
    for (const auto& question : standard.questions)
      if (std::ranges::none_of(counts, [&](const QuestionCount& count) {
            return is_of_it(count) && count.lens == question.lens && count.of > 0;
          }))
        without.push_back(required(question.lens));
    if (!without.empty())
      incomplete.push_back({standard.code.text(), no_case_judged_on(edition, without)});
  }
  return incomplete;
}

std::vector<std::string> gaps_in(const framework::Edition& edition,
                                 const std::vector<QuestionCount>& counts) {
  std::vector<std::string> sentences;
  for (const auto& standard : edition.standards) {
    std::vector<std::string> parts;
    std::int64_t fewest = 0;
    std::int64_t most = 0;
    for (const auto& count : counts) {
      if (count.standard != standard.code) continue;
      const auto answered = count.of + count.not_applicable;
      fewest = parts.empty() ? answered : std::min(fewest, answered);
      most = std::max(most, answered);
      parts.push_back(fmt::format("{} for {}", answered, count.lens.text()));
    }
    if (fewest == most) continue;
    sentences.push_back(fmt::format(
        "The questions of {} were not answered for the same number of cases: {}. A case "
        "that a question does not apply to should say so.",
        standard.code.text(), list_in_words(parts)));
  }
  return sentences;
}

}  // namespace northlight::rating
