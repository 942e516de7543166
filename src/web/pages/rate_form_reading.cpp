#include "web/pages/rate_form_reading.hpp"

#include <algorithm>
#include <set>

#include "base/text.hpp"
#include "rating/judgements.hpp"
#include "stats/hypergeometric_interval.hpp"

namespace northlight::web {
namespace {

constexpr long long most_cases = 1'000'000;

std::string short_name(const views::RateStandardField& standard,
                       const views::RateQuestionField& question) {
  return standard.standard.text() + ", " + replace_all(question.lens.text(), "_", " ");
}

/// One question of the form. Counts where both boxes are right; nothing where both are empty.
class QuestionReader {
 public:
  QuestionReader(ReadRateForm& out, const views::RateStandardField& standard)
      : out_(out), standard_(standard) {}

  /// Whether a judged case was given, or something is wrong with what was.
  bool read(const views::RateQuestionField& question) {
    const auto yes_id = views::yes_field(standard_.standard, question.lens);
    const auto of_id = views::of_field(standard_.standard, question.lens);
    if (question.yes.empty() && question.of.empty()) return false;
    const auto name = short_name(standard_, question);
    if (question.of.empty())
      return refuse(of_id, name + ": enter in how many cases the question was asked");
    if (question.yes.empty())
      return refuse(yes_id, name + ": enter in how many cases the answer was yes");
    const auto yes = whole(yes_id, name, question.yes);
    const auto of = whole(of_id, name, question.of);
    if (!yes || !of) return true;
    if (*yes > *of)
      return refuse(yes_id, name + ": there cannot be more yeses (" + question.yes +
                                ") than cases (" + question.of + ")");
    if (*of == 0) return false;
    out_.evidence.counts.push_back(
        {.standard = standard_.standard, .lens = question.lens, .yes = *yes, .of = *of});
    return true;
  }

 private:
  bool refuse(const std::string& field, std::string message) {
    out_.form.errors.push_back({field, std::move(message)});
    return true;
  }
  std::optional<long long> whole(const std::string& field, const std::string& name,
                                 const std::string& text) {
    const auto number = parse_whole_number(text);
    if (number && *number <= most_cases) return number;
    refuse(field, name + ": enter a whole number, such as 8");
    return std::nullopt;
  }

  ReadRateForm& out_;
  const views::RateStandardField& standard_;
};

void read_counted(ReadRateForm& out, const framework::Edition& edition,
                  const views::RateStandardField& standard) {
  QuestionReader reader(out, standard);
  std::vector<framework::LensCode> without;
  for (const auto& question : standard.questions)
    if (!reader.read(question)) without.push_back(question.lens);
  if (without.empty()) return;
  const bool none = without.size() == standard.questions.size();
  out.evidence.unrated.push_back({.what = standard.standard.text(),
                                  .why = none ? "Not rated: no case was judged."
                                              : rating::no_case_judged_on(edition, without)});
}

void read_whole(ReadRateForm& out, const framework::Edition& edition,
                const views::RateStandardField& standard) {
  if (standard.rating.empty()) {
    out.evidence.unrated.push_back(
        {.what = standard.standard.text(), .why = "Not rated: no rating was given."});
    return;
  }
  const auto rating = edition.find_rating(standard.rating);
  if (!rating) {
    out.form.errors.push_back({views::rating_field(standard.standard),
                               standard.standard.text() + ": choose a rating from the list"});
    return;
  }
  out.evidence.stated.push_back({.standard = standard.standard, .rating = *rating});
}

}  // namespace

namespace {

// Fewer eligible cases than were judged cannot be; an empty box is no statement.
void read_eligible(ReadRateForm& out, const framework::Edition& edition,
                   const views::RateDomainField& domain) {
  if (domain.eligible.empty()) return;
  const auto refuse = [&](std::string message) {
    out.form.errors.push_back({views::eligible_field(domain.domain), std::move(message)});
  };
  const auto number = parse_whole_number(domain.eligible);
  if (!number || *number < 1 || *number > stats::most_eligible_cases)
    return refuse(
        domain.title +
        ": enter how many cases were eligible as a whole number, such as 60, or leave it empty");
  const auto judged = report::most_judged(edition, out.evidence, domain.domain);
  if (*number < judged)
    return refuse(
        domain.title + ": " + counted(judged, "case was", "cases were") +
        " judged, so at least as many were eligible. Change the number of eligible cases (" +
        domain.eligible + ") or the counts");
  out.eligible.emplace(domain.domain.text(), *number);
}

}  // namespace

ReadRateForm read_rate_form(const framework::Edition& edition, const Fields& fields) {
  ReadRateForm out{.form = views::empty_rate_form(edition), .evidence = {}};
  for (auto& domain : out.form.domains)
    for (auto& standard : domain.standards) {
      for (auto& question : standard.questions) {
        question.yes = fields.text(views::yes_field(standard.standard, question.lens));
        question.of = fields.text(views::of_field(standard.standard, question.lens));
      }
      standard.rating = fields.text(views::rating_field(standard.standard));
      if (standard.by_cases)
        read_counted(out, edition, standard);
      else
        read_whole(out, edition, standard);
    }
  for (auto& domain : out.form.domains) {
    if (!views::is_counted(domain)) continue;
    domain.eligible = fields.text(views::eligible_field(domain.domain));
    read_eligible(out, edition, domain);
  }
  return out;
}

std::vector<views::FieldError> still_to_fill_in(const views::RateForm& form) {
  std::vector<views::FieldError> missing;
  const auto is_judged = [](const views::RateQuestionField& question) {
    return parse_whole_number(question.of).value_or(0) > 0;
  };
  for (const auto& domain : form.domains)
    for (const auto& standard : domain.standards) {
      if (std::ranges::none_of(standard.questions, is_judged)) continue;
      for (const auto& question : standard.questions)
        if (!is_judged(question))
          missing.push_back(
              {views::yes_field(standard.standard, question.lens),
               short_name(standard, question) +
                   ": enter counts for this question too: " + standard.standard.text() +
                   " can be rated when each of its questions has a judged case"});
    }
  return missing;
}

Fields with_counts(const Fields& fields, const std::vector<rating::QuestionCount>& counts) {
  Fields out;
  std::set<std::string> written;
  for (const auto& count : counts) {
    const auto yes = views::yes_field(count.standard, count.lens);
    const auto of = views::of_field(count.standard, count.lens);
    out.add(yes, std::to_string(count.yes));
    out.add(of, std::to_string(count.of));
    written.insert({yes, of});
  }
  for (const auto& [name, value] : fields)
    if (!written.contains(name)) out.add(name, value);
  return out;
}

}  // namespace northlight::web
