#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"
#include "base/result.hpp"
#include "domain/holding.hpp"

namespace northlight::domain {

/// Who asks for what is held on a child or a victim.
enum class Requester : std::uint8_t {
  Child,           ///< The person whose file it is: in a victim's file the victim.
  Parent,          ///< Of a victim who is a child as well.
  Representative,  ///< A solicitor, an advocate: somebody who acts for them.
};

/// On what ground somebody other than the person whose file it is is answered at all.
enum class AnswerBasis : std::uint8_t { AgreedByChild, RequiredByLaw };

enum class RequestEnd : std::uint8_t { Released, Withdrawn, Refused };

std::string_view code(Requester who);  ///< "child", "parent", "representative"
/// "The child", "A parent or carer" …; of a victim's file "The victim" …
std::string_view words(Requester who, bool of_victim);
std::string_view code(AnswerBasis basis);
std::string_view words(AnswerBasis basis, bool of_victim);
std::string_view code(RequestEnd end);
std::string_view words(RequestEnd end);
std::optional<Requester> parse_requester(std::string_view code);
std::optional<AnswerBasis> parse_answer_basis(std::string_view code);
std::optional<RequestEnd> parse_request_end(std::string_view code);

/// What a rule hides of a text before anybody has looked at it.
enum class Hides : std::uint8_t { Nothing, Names, Whole };

/// One rule of policy/subject-access.toml.
struct HidingRule {
  std::string code;  ///< "victim"
  Hides answers = Hides::Nothing;
  Hides persons = Hides::Nothing;  ///< Where a field asks who somebody is.
  /// Of answers, where it is not the person whose file it is who asks; never less than `answers`.
  Hides to_others = Hides::Nothing;

  Hides of(const HeldLine& line, Requester asked_by) const {
    if (line.names_somebody) return persons;
    return asked_by == Requester::Child ? answers : to_others;
  }
  const std::string& why(bool of_victim) const {
    return of_victim && !words_of_victim.empty() ? words_of_victim : words;
  }
  std::string words;            ///< Why, for the reviewer.
  std::string words_of_victim;  ///< The same in a victim's file, where it is said otherwise there.
  std::string source;
  std::string status;
};

/// policy/subject-access.toml: how long an answer may take, and what is proposed to be hidden.
struct SubjectAccessPolicy {
  std::string title;
  Date in_force_from;
  std::string shown_as;  ///< In the place of what is hidden.
  std::vector<std::string> not_names;
  std::int64_t months = 0;
  std::int64_t extension_months = 0;
  std::string time_source;
  std::string time_status;
  HidingRule names;  ///< Of names found in any text.
  std::vector<HidingRule> rules;
  std::array<std::size_t, about_whom_count> by_about{};  ///< Places in `rules`.
  std::array<std::size_t, held_fact_count> by_fact{};    ///< Of what is no answer in a record.

  const HidingRule& rule_for(const HeldLine& line) const;
  /// The rule of that code, that of names too; null for what a reviewer added.
  const HidingRule* find(std::string_view code) const;
};

/// The same day so many months later, or the last day of that month where it has no such day.
Date months_after(Date day, std::int64_t months);

/// The day by which a request is answered.
Date answer_due(const SubjectAccessPolicy& policy, Date received, bool extended);

}  // namespace northlight::domain
