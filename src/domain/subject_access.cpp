#include "domain/subject_access.hpp"

#include <algorithm>

namespace northlight::domain {
namespace {

struct CodeAndWords {
  std::string_view code;
  std::string_view words;
  std::string_view of_victim{};  ///< In a victim's file.
};
constexpr std::array<CodeAndWords, 3> requesters{
    {{"child", "The child", "The victim"},
     {"parent", "A parent or carer", "A parent or carer"},
     {"representative", "Somebody who acts for the child", "Somebody who acts for the victim"}}};
constexpr std::array<CodeAndWords, 2> bases{
    {{"agreed-by-child", "The child agreed", "The victim agreed"},
     {"required-by-law", "The law requires it", "The law requires it"}}};
constexpr std::array<CodeAndWords, 3> ends{
    {{"released", "Answered"}, {"withdrawn", "Withdrawn"}, {"refused", "Refused"}}};

template <typename Enum, std::size_t Count>
std::optional<Enum> parsed(const std::array<CodeAndWords, Count>& all, std::string_view code) {
  const auto at = std::ranges::find(all, code, &CodeAndWords::code);
  if (at == all.end()) return std::nullopt;
  return static_cast<Enum>(at - all.begin());
}

}  // namespace

std::string_view code(Requester who) { return requesters.at(static_cast<std::size_t>(who)).code; }
std::string_view words(Requester who, bool of_victim) {
  const auto& one = requesters.at(static_cast<std::size_t>(who));
  return of_victim ? one.of_victim : one.words;
}
std::string_view code(AnswerBasis basis) { return bases.at(static_cast<std::size_t>(basis)).code; }
std::string_view words(AnswerBasis basis, bool of_victim) {
  const auto& one = bases.at(static_cast<std::size_t>(basis));
  return of_victim ? one.of_victim : one.words;
}
std::string_view code(RequestEnd end) { return ends.at(static_cast<std::size_t>(end)).code; }
std::string_view words(RequestEnd end) { return ends.at(static_cast<std::size_t>(end)).words; }
std::optional<Requester> parse_requester(std::string_view code) {
  return parsed<Requester>(requesters, code);
}
std::optional<AnswerBasis> parse_answer_basis(std::string_view code) {
  return parsed<AnswerBasis>(bases, code);
}
std::optional<RequestEnd> parse_request_end(std::string_view code) {
  return parsed<RequestEnd>(ends, code);
}

const HidingRule& SubjectAccessPolicy::rule_for(const HeldLine& line) const {
  if (is_ruled_by_whom(line)) return rules.at(by_about.at(static_cast<std::size_t>(line.about)));
  return rules.at(by_fact.at(static_cast<std::size_t>(line.fact)));
}

const HidingRule* SubjectAccessPolicy::find(std::string_view code) const {
  if (code == names.code) return &names;
  const auto at = std::ranges::find(rules, code, &HidingRule::code);
  return at == rules.end() ? nullptr : &*at;
}

Date months_after(Date day, std::int64_t months) {
  const Date then = day + std::chrono::months{static_cast<int>(months)};
  if (then.ok()) return then;
  return Date{std::chrono::sys_days{then.year() / then.month() / std::chrono::last}};
}

Date answer_due(const SubjectAccessPolicy& policy, Date received, bool extended) {
  return months_after(received, policy.months + (extended ? policy.extension_months : 0));
}

}  // namespace northlight::domain
