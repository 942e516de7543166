#include "reading/evidence_words.hpp"

#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "reading/dates_in_text.hpp"
#include "reading/key_questions.hpp"
#include "reading/reading_in_progress.hpp"

namespace northlight::reading {
namespace {

constexpr std::array<CaseNoun, 29> case_nouns{{
    {"youth conditional caution", "youth conditional caution", Casework::OutOfCourt},
    {"youth caution", "youth caution", Casework::OutOfCourt},
    {"conditional caution", "youth conditional caution", Casework::OutOfCourt},
    {"community resolution", "community resolution", Casework::OutOfCourt},
    {"outcome 22", "outcome 22", Casework::OutOfCourt},
    {"diversion", "diversion", Casework::OutOfCourt},
    {"out-of-court disposal", "", Casework::OutOfCourt},
    {"out of court disposal", "", Casework::OutOfCourt},
    {"out-of-court case", "", Casework::OutOfCourt},
    {"out of court case", "", Casework::OutOfCourt},
    {"community sentence", "community sentence", Casework::Court},
    {"custodial sentence", "custodial sentence", Casework::Court},
    {"referral order", "referral order", Casework::Court},
    {"youth rehabilitation order", "youth rehabilitation order", Casework::Court},
    {"court disposal", "", Casework::Court},
    {"post-court case", "", Casework::Court},
    {"court case", "", Casework::Court},
    {"resettlement case", "", Casework::Resettlement},
    {"children's case", "", Casework::Children},
    {"children\xE2\x80\x99s case", "", Casework::Children},
    {"child's case", "", Casework::Children},
    {"child\xE2\x80\x99s case", "", Casework::Children},
    {"victims' case", "", Casework::Victims},
    {"victims\xE2\x80\x99 case", "", Casework::Victims},
    {"victim's case", "", Casework::Victims},
    {"victim\xE2\x80\x99s case", "", Casework::Victims},
    {"victim case", "", Casework::Victims},
    {"other disposal", "other disposal", Casework::None},
    {"case", "", Casework::None},
}};

}  // namespace

std::size_t last_of(std::string_view text, std::initializer_list<Phrase> words) {
  std::size_t last = 0;
  for (const auto& word : words)
    for (auto at = find_words(text, word); at != std::string_view::npos;
         at = find_words(text, word, at + 1))
      last = std::max(last, at + 1);
  return last;
}

const CaseNoun* noun_after(std::string_view text) {
  const auto stop = text.find_first_of(".;:,");
  text = text.substr(0, std::min<std::size_t>(stop, 60));
  if (const auto number = next_number(text, 0)) {
    // "12 outcome 22 disposals": the number is part of the name.
    if (find_words(text, "outcome 22") == std::string_view::npos)
      text = text.substr(0, number->begin);
  }
  const CaseNoun* best = nullptr;
  auto best_at = std::string_view::npos;
  for (const auto& noun : case_nouns) {
    const auto at = find_words(text, noun.words);
    if (at == std::string_view::npos || at >= best_at || (at > 0 && in_word(text[at - 1])))
      continue;
    auto end = at + noun.words.size();
    if (end < text.size() && text[end] == 's') ++end;
    if (end < text.size() && in_word(text[end])) continue;
    // "case managers" are people.
    if (noun.words.text() == "case" && starts_with_ignoring_case(trim(text.substr(end)), "manager"))
      continue;
    best = &noun;
    best_at = at;
  }
  return best;
}

bool is_date(std::string_view sentence, const Number& number) {
  if (number.in_words) return false;
  if (number.printed.size() == 4 && number.value >= 1900 && number.value <= 2100) return true;
  auto at = number.end;
  while (at < sentence.size() && (is_space(sentence[at]) || is_letter(sentence[at])) &&
         at < number.end + 3)
    ++at;
  for (auto place = number.end; place <= at && place < sentence.size(); ++place)
    if (is_upper(sentence[place]) && month_at(sentence, place)) return true;
  return false;
}

Doing doing_before(std::string_view sentence, std::size_t place) {
  const auto before = sentence.substr(0, place);
  const auto inspecting = last_of(
      before, {"inspected",      "inspect ",      "look at",        "looked ",       "studied",
               "judged",         "examined",      "assessed",       "reviewed",      "sample",
               "these consist",  "these compris", "consisted of",   "consisting of", "comprised",
               "comprising",     "made up of",    "which included", "these were",    "they were",
               "these included", "including",     "sampled"});
  const auto interviewing = last_of(before, {"interview", "spoke to", "spoke with", "met with"});
  if (inspecting == 0 && interviewing == 0) return Doing::Nothing;
  return inspecting > interviewing ? Doing::Inspecting : Doing::Interviewing;
}

bool is_part(std::string_view after) {
  after = trim(after);
  for (const std::string_view words : {"of them", "of these", "of those", "of whom", "of which"})
    if (starts_with_ignoring_case(after, words)) return true;
  return false;
}

bool has_survey(std::string_view text) { return has_words(text, "survey"); }

Casework casework_of(const DomainWords& domain) {
  if (has_words(domain.title, "out-of-court") || has_words(domain.title, "out of court"))
    return Casework::OutOfCourt;
  if (has_words(domain.title, "resettlement")) return Casework::Resettlement;
  if (has_words(domain.title, "court")) return Casework::Court;
  if (has_words(domain.title, "victim")) return Casework::Victims;
  if (has_words(domain.title, "children")) return Casework::Children;
  return Casework::None;
}

const DomainWords* domain_for(const EditionWords& edition, Casework casework) {
  for (const auto& domain : edition.domains)
    if (casework_of(domain) == casework) return &domain;
  return nullptr;
}

std::optional<Number> out_of(std::string_view sentence, const Number& number) {
  if (number.percent || number.fraction) return std::nullopt;
  auto at = number.end;
  while (at < sentence.size() && is_space(sentence[at])) ++at;
  auto rest = sentence.substr(at);
  std::size_t skip = 0;
  for (const std::string_view joint : {"/", "out of the ", "out of ", "of the ", "of our ", "of "})
    if (starts_with_ignoring_case(rest, joint)) {
      skip = joint.size();
      break;
    }
  if (skip == 0) return std::nullopt;
  auto whole = number_at(sentence, at + skip);
  if (!whole || whole->percent || whole->fraction) return std::nullopt;
  // "12 of 2024" is a date, "2023/2024" a year.
  if (whole->value >= 1900 || number.value > 1900) return std::nullopt;
  return whole;
}

}  // namespace northlight::reading
