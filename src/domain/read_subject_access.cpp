#include "domain/read_subject_access.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <set>

#include "base/text.hpp"
#include "base/toml.hpp"
#include "domain/read_status.hpp"

namespace northlight::domain {
namespace {

constexpr std::size_t no_rule = static_cast<std::size_t>(-1);
constexpr std::int64_t most_months = 24;

void read_origin(TomlFields& fields, std::string& source, std::string& status) {
  source = fields.text("source").value_or("");
  status = fields.text("status").value_or("");
  check_status(fields, status);
}

std::int64_t read_months(TomlFields& fields, std::string_view key) {
  const auto months = fields.whole(key).value_or(1);
  if (months < 1 || months > most_months)
    fields.refuse(key, "Give a whole number of months from 1 to " + std::to_string(most_months));
  return months;
}

Hides read_hides(TomlFields& fields, std::string_view key, const std::string& typed) {
  if (typed == "whole") return Hides::Whole;
  if (typed == "names") return Hides::Names;
  if (typed != "nothing") fields.refuse(key, "Write \"whole\", \"names\" or \"nothing\"");
  return Hides::Nothing;
}

/// Notes that the rule at that place is the one for each of these codes.
template <std::size_t Count, typename Parse>
void claim(TomlFields& fields, std::string_view key, std::array<std::size_t, Count>& by_code,
           std::size_t place, Parse parse) {
  for (const auto& text : fields.optional_texts(key)) {
    const auto known = parse(text);
    if (!known) {
      fields.refuse(key, "\"" + text + "\" is not known. See the codes at the top of the file");
      continue;
    }
    auto& at = by_code.at(static_cast<std::size_t>(*known));
    if (at != no_rule)
      fields.refuse(key, "\"" + text + "\" has a rule already: one says what is hidden of it");
    at = place;
  }
}

void read_rule(TomlFields& fields, SubjectAccessPolicy& policy, std::set<std::string>& codes) {
  HidingRule rule;
  rule.code = fields.text("code").value_or("");
  if (!rule.code.empty() && !codes.insert(rule.code).second)
    fields.refuse("code", "\"" + rule.code + "\" is the code of an earlier rule");
  const auto place = policy.rules.size();
  const bool people = fields.has("about");
  if (people == fields.has("facts"))
    fields.refuse("", "Say which people (about) or which facts the rule is for, not both");
  claim(fields, "about", policy.by_about, place, parse_about_whom);
  claim(fields, "facts", policy.by_fact, place, parse_held_fact);
  rule.answers = read_hides(fields, "answers", fields.text("answers").value_or("nothing"));
  rule.to_others = rule.answers;
  if (const auto typed = fields.optional_text("to_others")) {
    rule.to_others = read_hides(fields, "to_others", *typed);
    if (rule.to_others < rule.answers)
      fields.refuse(
          "to_others",
          "Somebody else is never told more than the child: write what \"answers\" says, or more");
  }
  if (people)
    rule.persons = read_hides(fields, "persons", fields.text("persons").value_or("nothing"));
  rule.words = fields.text("words").value_or("");
  rule.words_of_victim = fields.optional_text("words_of_victim").value_or("");
  read_origin(fields, rule.source, rule.status);
  fields.finish();
  policy.rules.push_back(std::move(rule));
}

void check_whole(TomlFields& fields, const SubjectAccessPolicy& policy) {
  for (std::size_t i = 0; i < about_whom_count; ++i)
    if (policy.by_about.at(i) == no_rule)
      fields.refuse("rule", "No rule says what is hidden of answers about \"" +
                                std::string(about_whom_codes.at(i)) + "\"");
  for (std::size_t i = 0; i < held_fact_count; ++i) {
    const auto fact = static_cast<HeldFact>(i);
    const bool by_whom = is_ruled_by_whom(fact);
    if (by_whom != (policy.by_fact.at(i) == no_rule))
      fields.refuse("rule", by_whom ? "What stands in a record or was sent in is ruled by whom it "
                                      "is about"
                                    : "No rule says what is hidden of \"" +
                                          std::string(held_fact_codes.at(i)) + "\"");
  }
}

}  // namespace

Result<SubjectAccessPolicy> parse_subject_access(std::string_view text, std::string_view name) {
  NL_TRY(file, Toml::parse(text, name));
  std::vector<Error> problems;
  TomlFields fields(file, std::string(name), "", problems);
  SubjectAccessPolicy policy;
  policy.by_about.fill(no_rule);
  policy.by_fact.fill(no_rule);
  policy.title = fields.text("title").value_or("");
  policy.in_force_from = fields.date("in_force_from").value_or(Date{});
  policy.shown_as = fields.text("shown_as").value_or("");
  policy.not_names = fields.texts("not_names");
  if (auto time = fields.table("time")) {
    policy.months = read_months(*time, "months");
    policy.extension_months = read_months(*time, "extension_months");
    read_origin(*time, policy.time_source, policy.time_status);
    time->finish();
  }
  policy.names.code = "name";
  policy.names.answers = Hides::Names;
  if (auto names = fields.table("names")) {
    policy.names.words = names->text("words").value_or("");
    policy.names.words_of_victim = names->optional_text("words_of_victim").value_or("");
    read_origin(*names, policy.names.source, policy.names.status);
    names->finish();
  }
  std::set<std::string> codes{policy.names.code, "added"};
  for (auto& table : fields.tables("rule")) read_rule(table, policy, codes);
  if (problems.empty()) check_whole(fields, policy);
  fields.finish();
  if (!problems.empty()) return in_one(problems);
  return policy;
}

Result<SubjectAccessPolicy> read_subject_access(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in)
    return Error{ErrorCode::NotFound,
                 "The policy for requests for what is held cannot be read: there is no such file",
                 file.string()};
  const std::string text{std::istreambuf_iterator<char>(in), {}};
  return parse_subject_access(text, file.filename().string());
}

}  // namespace northlight::domain
