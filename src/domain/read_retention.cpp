#include "domain/read_retention.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <set>
#include <string>
#include <vector>

#include "base/text.hpp"
#include "base/toml.hpp"
#include "domain/read_status.hpp"

namespace northlight::domain {
namespace {

constexpr std::int64_t most_years = 100;

std::optional<std::int64_t> read_years(TomlFields& fields, std::string_view key) {
  const auto years = fields.optional_whole(key);
  if (years && (*years < 1 || *years > most_years)) {
    fields.refuse(key, "Give a whole number of years from 1 to " + std::to_string(most_years));
    return std::nullopt;
  }
  return years;
}

void read_period(TomlFields& fields, RetentionRule& rule) {
  const bool has_years = fields.has("years_after_last_action");
  const bool has_age = fields.has("until_age");
  rule.years_after_last_action = read_years(fields, "years_after_last_action");
  rule.until_age = read_years(fields, "until_age");
  rule.reduce_to_basic_record_after_years =
      read_years(fields, "reduce_to_basic_record_after_years");
  rule.no_period = fields.optional_flag("no_period").value_or(false);
  const auto whichever = fields.optional_text("whichever");
  if (whichever && *whichever != "later" && *whichever != "earlier")
    fields.refuse("whichever", "Write \"later\" or \"earlier\"");
  if (whichever == "earlier") rule.whichever = RetentionRule::Whichever::Earlier;
  if (has_years && has_age && !whichever)
    fields.refuse("whichever",
                  "Two periods are given: say whether the later or the earlier counts");
  if (whichever && !(has_years && has_age))
    fields.refuse("whichever", "It chooses between two periods, and there are not two");
  if (rule.no_period && (has_years || has_age))
    fields.refuse("no_period", "A rule has a period or says that it has none, not both");
  if (!rule.no_period && !has_years && !has_age)
    fields.refuse("", "Give years_after_last_action, until_age or no_period = true");
  const auto& reduce = rule.reduce_to_basic_record_after_years;
  if (reduce && rule.years_after_last_action && *reduce >= *rule.years_after_last_action)
    fields.refuse("reduce_to_basic_record_after_years", "It must be less than the whole period");
}

/// Each code may be claimed once in the whole file.
void claim(TomlFields& fields, std::string_view key, const std::vector<std::string>& codes,
           std::set<std::string>& claimed) {
  for (const auto& code : codes)
    if (!claimed.insert(code).second)
      fields.refuse(key, "\"" + code + "\" stands twice: one rule says how long it is kept");
}

constexpr std::int64_t most_review_months = 60;

std::string read_status(TomlFields& fields) {
  auto status = fields.text("status").value_or("");
  check_status(fields, status);
  return status;
}

RetentionReview read_review(TomlFields& fields) {
  RetentionReview review;
  review.second_person = fields.optional_flag("second_person").value_or(true);
  const auto months = fields.optional_whole("months_ahead");
  if (months && (*months < 1 || *months > most_review_months))
    fields.refuse("months_ahead",
                  "Give a whole number of months from 1 to " + std::to_string(most_review_months));
  review.months_ahead = months.value_or(review.months_ahead);
  review.most_years_kept = read_years(fields, "most_years_kept").value_or(review.most_years_kept);
  review.source = fields.text("source").value_or("");
  review.status = read_status(fields);
  fields.finish();
  return review;
}

RetentionGround read_ground(TomlFields& fields, std::set<std::string>& codes) {
  RetentionGround ground{.code = fields.text("code").value_or(""),
                         .title = fields.text("title").value_or(""),
                         .needs_period = fields.optional_flag("needs_period").value_or(false)};
  if (!ground.code.empty() && !codes.insert(ground.code).second)
    fields.refuse("code", "\"" + ground.code + "\" is the code of an earlier ground");
  fields.finish();
  return ground;
}

struct Claimed {
  std::set<std::string> codes{};
  std::set<std::string> outcomes{};
  std::set<std::string> features{};
};

RetentionRule read_rule(TomlFields& fields, Claimed& claimed) {
  RetentionRule rule;
  rule.code = fields.text("code").value_or("");
  if (!rule.code.empty() && !claimed.codes.insert(rule.code).second)
    fields.refuse("code", "\"" + rule.code + "\" is the code of an earlier rule");
  rule.title = fields.text("title").value_or("");
  rule.outcomes = fields.optional_texts("outcomes");
  rule.features = fields.optional_texts("features");
  if (rule.outcomes.empty() && rule.features.empty())
    fields.refuse("", "Name the outcomes or the features that the rule applies to");
  claim(fields, "outcomes", rule.outcomes, claimed.outcomes);
  claim(fields, "features", rule.features, claimed.features);
  read_period(fields, rule);
  rule.source = fields.text("source").value_or("");
  rule.status = read_status(fields);
  fields.finish();
  return rule;
}

}  // namespace

Result<RetentionPolicy> parse_retention(std::string_view text, std::string_view name) {
  NL_TRY(file, Toml::parse(text, name));
  std::vector<Error> problems;
  TomlFields fields(file, std::string(name), "", problems);
  RetentionPolicy policy;
  policy.title = fields.text("title").value_or("");
  policy.in_force_from = fields.date("in_force_from").value_or(Date{});
  Claimed claimed;
  for (auto& table : fields.tables("rule")) policy.rules.push_back(read_rule(table, claimed));
  if (auto table = fields.optional_table("review")) policy.review = read_review(*table);
  std::set<std::string> grounds;
  for (auto& table : fields.optional_tables("ground"))
    policy.grounds.push_back(read_ground(table, grounds));
  fields.finish();
  if (!problems.empty()) return in_one(problems);
  if (policy.rules.empty()) return Error{ErrorCode::Invalid, "There is no rule", std::string(name)};
  return policy;
}

Result<RetentionPolicy> read_retention(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in)
    return Error{ErrorCode::NotFound, "The retention policy cannot be read: there is no such file",
                 file.string()};
  const std::string text{std::istreambuf_iterator<char>(in), {}};
  return parse_retention(text, file.filename().string());
}

}  // namespace northlight::domain
