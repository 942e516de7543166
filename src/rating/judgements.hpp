#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "framework/edition.hpp"
#include "rating/evidence.hpp"

namespace northlight::rating {

enum class Answer : std::uint8_t { Yes, No, NotApplicable };

/// One case's answer to one key question. Holds places in lists, not names, so that ten thousand of
/// them are counted in microseconds.
struct Judgement {
  std::uint32_t case_place = 0;      ///< In Judgements::cases.
  std::uint16_t question_place = 0;  ///< In the edition's counted_questions.
  Answer answer = Answer::Yes;

  friend bool operator==(const Judgement&, const Judgement&) = default;
};

/// One key question that is counted over cases.
struct CountedQuestion {
  const framework::Standard* standard;
  const framework::KeyQuestion* question;
};

/// Every key question of every standard that is rated by its weakest question, in the edition's
/// order. Points into the edition, which must outlive it.
std::vector<CountedQuestion> counted_questions(const framework::Edition& edition);

/// Finds the place of a counted question by the words of a file. Holds on to the edition.
class QuestionFinder {
 public:
  explicit QuestionFinder(const framework::Edition& edition);

  /// Refuses what the edition does not have, naming what it does have; `where` is the column:
  /// "domain", "standard" or "lens".
  Result<std::uint16_t> find(std::string_view domain, std::string_view standard,
                             std::string_view lens) const;

  std::size_t size() const { return questions_.size(); }

 private:
  const framework::Edition* edition_;
  std::vector<CountedQuestion> questions_;
};

/// yes, no or na, in capitals or not. Refuses all else; `where` is "answer".
Result<Answer> parse_answer(std::string_view text);

/// The judgements of an inspection or an audit, each (case, question) once.
struct Judgements {
  std::vector<std::string> cases{};
  std::vector<Judgement> rows{};

  friend bool operator==(const Judgements&, const Judgements&) = default;
};

/// Counts judgements into one count a question, for the questions that have any row. A question
/// whose every row is "not applicable" is there with `of` nought.
std::vector<QuestionCount> tally(const framework::Edition& edition, const Judgements& judgements);

/// "Not rated: no case was judged on desistance."
std::string no_case_judged_on(const framework::Edition& edition,
                              const std::vector<framework::LensCode>& lenses);

/// The standards that have counts and cannot be rated from them, because a key question has no
/// judged case, with that reason: so that the others can be rated without them.
std::vector<Unrated> incomplete_standards(const framework::Edition& edition,
                                          const std::vector<QuestionCount>& counts);

/// What a reader of the counts should know: a standard whose questions were answered for different
/// numbers of cases. Sentences; empty when there is nothing to say.
std::vector<std::string> gaps_in(const framework::Edition& edition,
                                 const std::vector<QuestionCount>& counts);

}  // namespace northlight::rating
