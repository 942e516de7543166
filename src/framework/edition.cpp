#include "framework/edition.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.hpp"

namespace northlight::framework {

namespace {

template <typename Things, typename CodeType>
auto* find_code(Things& things, const CodeType& code) {
  const auto found =
      std::ranges::find_if(things, [&](const auto& thing) { return thing.code == code; });
  return found == things.end() ? nullptr : &*found;
}

std::string_view lacks(Part part) {
  switch (part) {
    case Part::Standards:
      return "list all of its standards";
    case Part::Questions:
      return "give the key questions of every standard";
    case Part::Prompts:
      return "give the prompts of every key question";
    case Part::Points:
      return "say how many points a rating is worth";
    case Part::Bands:
      return "say which share of cases earns which rating";
    case Part::Overall:
      return "say which score earns which overall rating";
    case Part::Discretion:
      return "say when a panel may depart from the computed rating";
    case Part::Sample:
      return "say how many cases are drawn";
    case Part::CaseWindow:
      return "say which cases are eligible";
    case Part::MinimumCases:
      return "say how many cases a rating needs";
    case Part::Other:
      return "say everything that this needs";
  }
  return "";
}

}  // namespace

std::string_view name_of(FactStatus status) {
  switch (status) {
    case FactStatus::Published:
      return "published";
    case FactStatus::Computed:
      return "computed";
    case FactStatus::Unverified:
      return "unverified";
  }
  return "";
}

std::string_view name_of(Part part) {
  switch (part) {
    case Part::Standards:
      return "standards";
    case Part::Questions:
      return "questions";
    case Part::Prompts:
      return "prompts";
    case Part::Points:
      return "points";
    case Part::Bands:
      return "bands";
    case Part::Overall:
      return "overall";
    case Part::Discretion:
      return "discretion";
    case Part::Sample:
      return "sample";
    case Part::CaseWindow:
      return "case_window";
    case Part::MinimumCases:
      return "minimum_cases";
    case Part::Other:
      return "other";
  }
  return "";
}

const Standard* Edition::find(const StandardCode& wanted) const {
  return find_code(standards, wanted);
}
const Domain* Edition::find(const DomainCode& wanted) const { return find_code(domains, wanted); }
const Lens* Edition::find(const LensCode& wanted) const { return find_code(lenses, wanted); }
const Source* Edition::find(const SourceCode& wanted) const { return find_code(sources, wanted); }

std::optional<Rating> Edition::find_rating(std::string_view text) const {
  const auto wanted = trim(text);
  for (std::size_t place = 0; place < scale.size(); ++place)
    if (equals_ignoring_case(scale[place].name, wanted) ||
        equals_ignoring_case(scale[place].code, wanted))
      return Rating{place};
  return std::nullopt;
}

std::vector<const NotKnown*> Edition::not_known_about(Part part) const {
  std::vector<const NotKnown*> found;
  for (const auto& gap : not_known)
    if (gap.about == part) found.push_back(&gap);
  return found;
}

Error Edition::incomplete(Part part) const {
  std::string message = fmt::format("The edition {} does not {}.", code.text(), lacks(part));
  for (const auto* gap : not_known_about(part))
    message += fmt::format(" Not known: {} {}", gap->what, gap->why);
  message += " Add it to the edition's files when you have the source, or rate by another edition.";
  return Error{ErrorCode::Incomplete, std::move(message), std::string(name_of(part))};
}

const KeyQuestion* find_question(const Standard& standard, const LensCode& lens) {
  const auto found = std::ranges::find_if(
      standard.questions, [&](const auto& question) { return question.lens == lens; });
  return found == standard.questions.end() ? nullptr : &*found;
}

PromptPlace find_prompt(const Edition& edition, const PromptCode& code) {
  for (const auto& standard : edition.standards)
    for (const auto& question : standard.questions)
      if (const auto* prompt = find_code(question.prompts, code))
        return {&standard, &question, prompt};
  return {};
}

std::vector<std::string> level_names(const Edition& edition) {
  std::vector<std::string> names;
  for (auto level = edition.scale.rbegin(); level != edition.scale.rend(); ++level)
    names.push_back(level->name);
  return names;
}

std::vector<const Standard*> standards_of(const Edition& edition, const DomainCode& domain) {
  std::vector<const Standard*> found;
  for (const auto& standard : edition.standards)
    if (standard.domain == domain) found.push_back(&standard);
  return found;
}

Result<std::int64_t> sample_size(const Edition& edition, std::int64_t eligible) {
  if (!edition.sample) return edition.incomplete(Part::Sample);
  if (eligible < 0 || eligible > Share::most_cases)
    return Error{ErrorCode::Invalid,
                 "The number of eligible cases is a whole number from nought up."};
  if (eligible == 0) return std::int64_t{0};
  // n0 = z^2 p (1 - p) / margin^2, kept as the exact fraction a / b.
  const auto& [z, p, margin, rule] = *edition.sample;
  const auto a_parts =
      Fraction::of(z.numerator() * z.numerator(), z.denominator() * z.denominator());
  const auto spread =
      Fraction::of(p.numerator() * (p.denominator() - p.numerator()) * margin.denominator() *
                       margin.denominator(),
                   p.denominator() * p.denominator() * margin.numerator() * margin.numerator());
  if (!a_parts || !spread)
    return Error{ErrorCode::Invalid, "The sample rule's numbers are too long to calculate with."};
  const auto n0 = Fraction::of(a_parts->numerator() * spread->numerator(),
                               a_parts->denominator() * spread->denominator());
  if (!n0)
    return Error{ErrorCode::Invalid, "The sample rule's numbers are too long to calculate with."};
  // n = N n0 / (n0 + N - 1), rounded up.
  const auto a = n0->numerator();
  const auto b = n0->denominator();
  const auto above = eligible * a;
  const auto below = a + (eligible - 1) * b;
  return std::min(eligible, (above + below - 1) / below);
}

Result<DateRange> case_window(const Edition& edition, Date fieldwork_start) {
  if (!edition.case_window) return edition.incomplete(Part::CaseWindow);
  const auto& rule = *edition.case_window;
  const std::chrono::weekday day{std::chrono::sys_days{fieldwork_start}};
  if (rule.fieldwork_weekday && day != *rule.fieldwork_weekday)
    return Error{ErrorCode::Invalid,
                 fmt::format("Fieldwork starts on {}, which is a {}; the edition counts its case "
                             "window from another "
                             "weekday. Give the first day of the fieldwork week.",
                             words(fieldwork_start), weekday_name(fieldwork_start))};
  return DateRange::of(add_days(fieldwork_start, -rule.starts_days_before),
                       add_days(fieldwork_start, -rule.ends_days_before));
}

const Edition* edition_in_use(std::span<const Edition> editions, Month fieldwork) {
  const Edition* found = nullptr;
  for (const auto& edition : editions) {
    if (!edition.fieldwork_from || fieldwork < *edition.fieldwork_from) continue;
    if (edition.fieldwork_until && fieldwork > *edition.fieldwork_until) continue;
    if (found) return nullptr;
    found = &edition;
  }
  return found;
}

}  // namespace northlight::framework
