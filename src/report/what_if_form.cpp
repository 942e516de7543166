#include "report/what_if_form.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace northlight::report {
namespace {

std::string text_of(const Typed& typed, const std::string& field) {
  const auto* value = typed(field);
  return value == nullptr ? std::string() : std::string(trim(*value));
}

// "Planning, keeping the child safe": which row of the form a message is about.
std::string row_name(const framework::Edition& edition, const framework::Standard& standard,
                     const framework::LensCode& code) {
  const auto* lens = edition.find(code);
  return standard.code.text() + " " + standard.title + ", " +
         (lens == nullptr ? code.text() : lens->name);
}

/// One number of a row, or an error under its field.
std::optional<std::int64_t> number(const std::string& row, const std::string& what,
                                   const std::string& field, const std::string& typed,
                                   WhatIfForm& form) {
  const auto value = parse_whole_number(typed);
  if (value && *value <= most_cases) return *value;
  std::string message = row + ": ";
  if (typed.empty())
    message += "enter " + what + " as well, or leave both empty";
  else if (value)
    message += what + " must be " + std::to_string(most_cases) + " or fewer";
  else
    message += what + " must be a whole number, like 8";
  form.errors.push_back({field, message});
  return std::nullopt;
}

void read_count(const framework::Edition& edition, const framework::Standard& standard,
                const framework::LensCode& lens, const rating::Evidence& evidence,
                const Typed& typed, WhatIfForm& form) {
  const auto yes_name = yes_field(standard.code, lens);
  const auto of_name = of_field(standard.code, lens);
  if (typed(yes_name) == nullptr && typed(of_name) == nullptr) return;
  const auto yes_text = text_of(typed, yes_name);
  const auto of_text = text_of(typed, of_name);
  if (yes_text.empty() && of_text.empty()) return;

  const auto row = row_name(edition, standard, lens);
  const auto yes = number(row, "the number of cases with “yes”", yes_name, yes_text, form);
  const auto of = number(row, "the number of cases judged", of_name, of_text, form);
  if (!yes || !of) return;
  if (*of == 0) {
    form.errors.push_back({of_name, row + ": at least 1 case must have been judged"});
    return;
  }
  if (*yes > *of) {
    form.errors.push_back({yes_name, row + ": “yes” cannot be more than the cases judged; " +
                                         std::to_string(*yes) + " of " + std::to_string(*of) +
                                         " is not possible"});
    return;
  }
  const auto* before = find_count(evidence, standard.code, lens);
  if (before != nullptr && before->yes == *yes && before->of == *of) return;
  form.changes.push_back({.standard = standard.code, .lens = lens, .yes = *yes, .of = *of});
}

bool has_changed_count(const WhatIfForm& form, const framework::StandardCode& standard) {
  return std::ranges::any_of(form.changes, [&](const rating::Change& change) {
    return change.standard == standard && change.lens;
  });
}

// Setting aside what was published leaves the rule: the same count, given once more.
void ask_for_the_rule(const framework::Standard& standard, const rating::Evidence& evidence,
                      WhatIfForm& form) {
  if (has_changed_count(form, standard.code)) return;
  for (const auto& count : evidence.counts) {
    if (count.standard != standard.code) continue;
    form.changes.push_back(
        {.standard = standard.code, .lens = count.lens, .yes = count.yes, .of = count.of});
    return;
  }
}

void read_rating(const framework::Edition& edition, const framework::Standard& standard,
                 const rating::Evidence& evidence, const Typed& typed, WhatIfForm& form) {
  const auto field = rating_field(standard.code);
  const auto value = text_of(typed, field);
  if (value.empty()) return;
  if (value == as_the_rule_gives) return ask_for_the_rule(standard, evidence, form);

  const auto* stated = find_stated(evidence, standard.code);
  if (value == not_rated) {
    if (stated != nullptr) form.changes.push_back({.standard = standard.code});
    return;
  }
  const auto rating = edition.find_rating(value);
  if (!rating) {
    form.errors.push_back({field, standard.code.text() + " " + standard.title +
                                      ": choose one of the ratings in the list"});
    return;
  }
  if (stated != nullptr && stated->rating == *rating) return;
  form.changes.push_back({.standard = standard.code, .rating = *rating});
}

}  // namespace

std::string yes_field(const framework::StandardCode& standard, const framework::LensCode& lens) {
  return "yes-" + standard.text() + "-" + lens.text();
}
std::string of_field(const framework::StandardCode& standard, const framework::LensCode& lens) {
  return "of-" + standard.text() + "-" + lens.text();
}
std::string rating_field(const framework::StandardCode& standard) {
  return "rating-" + standard.text();
}

const rating::QuestionCount* find_count(const rating::Evidence& evidence,
                                        const framework::StandardCode& standard,
                                        const framework::LensCode& lens) {
  for (const auto& count : evidence.counts)
    if (count.standard == standard && count.lens == lens) return &count;
  return nullptr;
}

const rating::StatedRating* find_stated(const rating::Evidence& evidence,
                                        const framework::StandardCode& standard) {
  for (const auto& stated : evidence.stated)
    if (stated.standard == standard) return &stated;
  return nullptr;
}

WhatIfForm read_what_if(const framework::Edition& edition, const rating::Evidence& evidence,
                        const Typed& typed) {
  WhatIfForm form;
  for (const auto& standard : edition.standards) {
    if (standard.rated_by == framework::RatedBy::WeakestQuestion)
      for (const auto& question : standard.questions)
        if (question.lens) read_count(edition, standard, *question.lens, evidence, typed, form);
    read_rating(edition, standard, evidence, typed, form);
  }
  return form;
}

}  // namespace northlight::report
