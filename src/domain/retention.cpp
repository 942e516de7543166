#include "domain/retention.hpp"

#include <algorithm>
#include <string_view>

#include "base/text.hpp"

namespace northlight::domain {
namespace {

bool names(const std::vector<std::string>& list, std::string_view code) {
  return std::ranges::find(list, code) != list.end();
}

bool applies(const RetentionRule& rule, const RetentionFacts& facts) {
  const auto named_in = [](const auto& list) {
    return [&list](const std::string& code) { return names(list, code); };
  };
  return std::ranges::any_of(facts.outcomes, named_in(rule.outcomes)) ||
         std::ranges::any_of(facts.features, named_in(rule.features));
}

/// What a rule says of one file: a day, or what it lacks to say one.
struct Said {
  const RetentionRule* rule;
  std::optional<Date> day{};
  std::string missing{};  ///< "the date of birth"
};

Said ask(const RetentionRule& rule, const RetentionFacts& facts) {
  Said said{.rule = &rule};
  if (rule.no_period) return said;
  if (rule.years_after_last_action) {
    if (!facts.last_action) {
      said.missing = "the day of the last action";
      return said;
    }
    said.day = years_after(*facts.last_action, *rule.years_after_last_action);
  }
  if (rule.until_age) {
    if (!facts.born) {
      said.day.reset();
      said.missing = "the date of birth";
      return said;
    }
    const auto of_age = years_after(*facts.born, *rule.until_age);
    const bool later = rule.whichever == RetentionRule::Whichever::Later;
    if (!said.day || (later ? *said.day < of_age : of_age < *said.day)) said.day = of_age;
  }
  return said;
}

std::string years(std::int64_t count) {
  return count == 1 ? "1 year" : std::to_string(count) + " years";
}

std::string sentence(const RetentionRule& rule) {
  if (rule.no_period)
    return rule.title + " are kept longer, and no period is set: somebody must set the day";
  std::string words = rule.title + " are kept ";
  if (rule.years_after_last_action)
    words += "for " + years(*rule.years_after_last_action) + " after the last action";
  if (rule.years_after_last_action && rule.until_age) words += " or ";
  if (rule.until_age) words += "until the age of " + std::to_string(*rule.until_age);
  if (rule.years_after_last_action && rule.until_age)
    words += rule.whichever == RetentionRule::Whichever::Later ? ", whichever is later"
                                                               : ", whichever is earlier";
  return words;
}

Retention not_known(std::string why) {
  return {.state = Retention::State::NotKnown, .because = {std::move(why)}};
}

/// The first outcome that no rule names.
const std::string* unruled(const RetentionPolicy& policy, const RetentionFacts& facts) {
  const auto at = std::ranges::find_if(facts.outcomes, [&](const std::string& outcome) {
    return std::ranges::none_of(
        policy.rules, [&](const RetentionRule& rule) { return names(rule.outcomes, outcome); });
  });
  return at == facts.outcomes.end() ? nullptr : &*at;
}

/// The day from which a basic record is enough: only where every rule that applies says one.
std::optional<Date> reduce_on(const std::vector<Said>& said, const RetentionFacts& facts) {
  std::optional<Date> latest;
  for (const auto& one : said) {
    const auto after = one.rule->reduce_to_basic_record_after_years;
    if (!after || !facts.last_action) return std::nullopt;
    const auto day = years_after(*facts.last_action, *after);
    if (!latest || *latest < day) latest = day;
  }
  return latest;
}

Retention longest(const std::vector<Said>& said, const RetentionFacts& facts) {
  Retention found{.state = Retention::State::Counted};
  for (const auto& one : said)
    if (!found.review_on || *found.review_on < *one.day) found.review_on = one.day;
  for (const auto& one : said) {
    if (one.day != found.review_on) continue;
    found.decided_by.push_back(one.rule->code);
    found.because.push_back(sentence(*one.rule));
  }
  found.reduce_on = reduce_on(said, facts);
  return found;
}

}  // namespace

std::string code_in_words(std::string_view code) {
  auto words = replace_all(std::string(code), "-", " ");
  if (!words.empty() && words.front() >= 'a' && words.front() <= 'z')
    words.front() = static_cast<char>(words.front() - 'a' + 'A');
  return words;
}

Date years_after(Date day, std::int64_t years) {
  const Date then = day + std::chrono::years{static_cast<int>(years)};
  if (then.ok()) return then;
  return Date{then.year(), std::chrono::March, std::chrono::day{1}};
}

const RetentionGround* RetentionPolicy::ground(std::string_view code) const {
  const auto at = std::ranges::find(grounds, code, &RetentionGround::code);
  return at == grounds.end() ? nullptr : &*at;
}

std::vector<std::string> RetentionPolicy::outcomes() const {
  std::vector<std::string> all;
  for (const auto& rule : rules) all.insert(all.end(), rule.outcomes.begin(), rule.outcomes.end());
  return all;
}

std::vector<std::string> RetentionPolicy::features() const {
  std::vector<std::string> all;
  for (const auto& rule : rules) all.insert(all.end(), rule.features.begin(), rule.features.end());
  return all;
}

RetentionFacts retention_facts(const RetentionPolicy& policy, const std::vector<CaseOfFile>& cases,
                               std::vector<std::string> features, std::optional<Date> born,
                               std::optional<Date> last_recorded) {
  RetentionFacts facts{.born = born, .last_action = last_recorded, .features = std::move(features)};
  const auto named = policy.outcomes();
  for (const auto& one : cases) {
    if (!one.closed_on) facts.open = true;
    if (one.closed_on && (!facts.last_action || *facts.last_action < *one.closed_on))
      facts.last_action = one.closed_on;
    facts.outcomes.insert(facts.outcomes.end(), one.outcomes.begin(), one.outcomes.end());
    if (!one.outcomes.empty()) continue;
    if (names(named, code(one.kind)))
      facts.outcomes.emplace_back(code(one.kind));
    else
      facts.lacking.push_back("how the case that was opened on " +
                              northlight::words(one.opened_on) + " (" + lower(words(one.kind)) +
                              ") ended");
  }
  if (cases.empty()) facts.lacking.emplace_back("any case");
  return facts;
}

Retention retention(const RetentionPolicy& policy, const RetentionFacts& facts) {
  if (facts.open) {
    return {.state = Retention::State::Open,
            .because = {"Work with the child goes on: the time has not begun to count"}};
  }
  if (!facts.lacking.empty())
    return not_known("It is not recorded " + list_in_words(facts.lacking));
  if (const auto* outcome = unruled(policy, facts))
    return not_known("No rule says how long a file with the outcome \"" + *outcome + "\" is kept");
  std::vector<Said> said;
  for (const auto& rule : policy.rules)
    if (applies(rule, facts)) said.push_back(ask(rule, facts));
  if (said.empty()) return not_known("The file has no outcome yet, so no rule applies");

  if (std::ranges::any_of(said, [](const Said& one) { return one.rule->no_period; })) {
    Retention found{.state = Retention::State::NoPeriod};
    for (const auto& one : said) {
      if (!one.rule->no_period) continue;
      found.decided_by.push_back(one.rule->code);
      found.because.push_back(sentence(*one.rule));
    }
    return found;
  }
  const auto lacking =
      std::ranges::find_if(said, [](const Said& one) { return !one.missing.empty(); });
  if (lacking != said.end())
    return not_known(sentence(*lacking->rule) + "; the file lacks " + lacking->missing);
  return longest(said, facts);
}

}  // namespace northlight::domain
