#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "accounts/check_policy.hpp"
#include "accounts/policy.hpp"
#include "base/text.hpp"
#include "base/toml.hpp"

namespace northlight::accounts {
namespace {

using domain::Action;
using domain::Mark;
using domain::Relation;

constexpr std::int64_t longest_glass_hours = 7L * 24;
constexpr std::int64_t most_days = 366;

template <typename Enum, std::size_t Count>
std::string codes_of() {
  std::vector<std::string> all;
  for (std::size_t i = 0; i < Count; ++i) all.emplace_back(code(static_cast<Enum>(i)));
  return list_in_words(all);
}

const std::vector<std::string> statuses = {"published", "unverified"};
const std::vector<std::string> organisation_kinds = {"service", "partner", "inspectorate"};

void check_one_of(TomlFields& fields, std::string_view key, const std::optional<std::string>& text,
                  const std::vector<std::string>& allowed) {
  if (text && std::ranges::find(allowed, *text) == allowed.end())
    fields.refuse(key, fmt::format("\"{}\" is not known here. Write {}.", *text,
                                   list_in_words(allowed, "or")));
}

std::optional<Action> action_of(TomlFields& fields, std::string_view key, const std::string& text) {
  const auto action = domain::parse_action(text);
  if (!action)
    fields.refuse(key, fmt::format("There is no action \"{}\". There are {}.", text,
                                   codes_of<Action, domain::action_count>()));
  return action;
}

Relations relations_of(TomlFields& fields, const std::string& key) {
  Relations relations;
  for (const auto& text : fields.texts(key)) {
    const auto relation = domain::parse_relation(text);
    if (!relation)
      fields.refuse(key, fmt::format("There is no relation \"{}\". There are {}.", text,
                                     codes_of<Relation, domain::relation_count>()));
    else if (*relation == Relation::None)
      fields.refuse(key,
                    "Nobody may do anything to a file to which they stand in no relation. "
                    "Take \"none\" out.");
    else if (relations.has(*relation))
      fields.refuse(key, fmt::format("\"{}\" is there twice. Take one out.", text));
    else
      relations.set(*relation);
  }
  if (fields.raw(key)->items() != nullptr && fields.raw(key)->items()->empty())
    fields.refuse(key, "This list is empty. Take the action out: what is not listed is denied.");
  return relations;
}

/// One of the tables `may`, `with_reason`, `walled` and `walled_with_reason`.
void read_permissions(TomlFields& role, std::string_view table, Relations Permission::*which,
                      Permissions& into) {
  auto fields = role.optional_table(table);
  if (!fields) return;
  for (const auto& key : fields->keys()) {
    const auto relations = relations_of(*fields, key);
    const auto action = action_of(*fields, key, key);
    if (!action) continue;
    if (!domain::is_about_a_file(*action))
      fields->refuse(key,
                     "This action is about an organisation and not about one file. Move it "
                     "to \"in_organisation\".");
    into[static_cast<std::size_t>(*action)].*which = relations;
  }
  fields->finish();
}

void read_organisation_actions(TomlFields& fields, Role& role) {
  for (const auto& text : fields.optional_texts("in_organisation")) {
    const auto action = action_of(fields, "in_organisation", text);
    if (!action) continue;
    if (domain::is_about_a_file(*action))
      fields.refuse("in_organisation",
                    fmt::format("\"{}\" is about one file. Move it to [role.may].", text));
    else if (role.in_organisation.has(*action))
      fields.refuse("in_organisation", fmt::format("\"{}\" is there twice. Take one out.", text));
    else
      role.in_organisation.set(*action);
  }
}

void read_sends_in(TomlFields& fields, Role& role) {
  std::vector<std::string> known;
  for (std::size_t i = 0; i < domain::sent_in_kind_count; ++i)
    if (const auto kind = static_cast<domain::SentInKind>(i); !domain::is_own_words(kind))
      known.emplace_back(code(kind));
  for (const auto& text : fields.optional_texts("sends_in")) {
    const auto kind = domain::parse_sent_in_kind(text);
    if (!kind || domain::is_own_words(*kind))
      fields.refuse("sends_in", fmt::format("\"{}\" is nothing that a role sends in. There are {}.",
                                            text, list_in_words(known)));
    else if (std::ranges::find(role.sends_in, *kind) != role.sends_in.end())
      fields.refuse("sends_in", fmt::format("\"{}\" is there twice. Take one out.", text));
    else
      role.sends_in.push_back(*kind);
  }
}

Role read_role(TomlFields& fields) {
  Role role;
  role.code = fields.text("code").value_or("");
  role.title = fields.text("title").value_or("");
  role.words = fields.text("words").value_or("");
  role.at = fields.texts("at");
  for (const auto& kind : role.at) check_one_of(fields, "at", kind, organisation_kinds);
  if (fields.has("at") && role.at.empty())
    fields.refuse("at", fmt::format("Say in which kind of organisation the role is held: {}.",
                                    list_in_words(organisation_kinds, "or")));
  role.told = fields.optional_texts("told");
  role.by_link = fields.optional_flag("by_link").value_or(false);
  read_sends_in(fields, role);
  read_organisation_actions(fields, role);
  read_permissions(fields, "may", &Permission::may, role.children);
  read_permissions(fields, "with_reason", &Permission::with_reason, role.children);
  read_permissions(fields, "walled", &Permission::may, role.victims);
  read_permissions(fields, "walled_with_reason", &Permission::with_reason, role.victims);
  fields.finish();
  check_role(role, fields);
  return role;
}

/// `stops`: "everything", "outside-walled" or a list of actions.
Actions read_stops(TomlFields& fields, Mark mark) {
  const auto* const raw = fields.raw("stops");
  const auto* const word = raw == nullptr ? nullptr : raw->string();
  if (mark == Mark::VictimWalled) {
    // The wall is carried out by the tables of their own that roles have behind it.
    if (word == nullptr || *word != "outside-walled")
      fields.refuse("stops", "A wall is all or nothing. Write \"outside-walled\".");
    return {};
  }
  if (word != nullptr) {
    if (*word == "everything") return Actions::all();
    fields.refuse("stops", "Write \"everything\" or a list of actions.");
    return {};
  }
  Actions stops;
  for (const auto& text : fields.texts("stops"))
    if (const auto action = action_of(fields, "stops", text)) stops.set(*action);
  if (stops.empty())
    fields.refuse("stops", "A mark that stops nothing has no effect. Name what it stops.");
  return stops;
}

MarkRule read_mark(TomlFields& fields, Mark mark, const std::vector<Role>& roles) {
  MarkRule rule;
  rule.words = fields.text("words").value_or("");
  rule.unless_named = fields.optional_flag("unless_named").value_or(false);
  rule.stops = read_stops(fields, mark);
  for (const auto& code : fields.optional_texts("spares")) {
    const auto role = std::ranges::find(roles, code, &Role::code);
    if (role == roles.end())
      fields.refuse("spares", fmt::format("There is no role \"{}\".", code));
    else
      rule.spares |= std::uint64_t{1} << static_cast<std::size_t>(role - roles.begin());
  }
  fields.finish();
  return rule;
}

void read_marks(TomlFields& document, Policy::Parts& parts) {
  std::array<bool, domain::mark_count> seen{};
  for (auto& fields : document.tables("mark")) {
    const auto text = fields.text("code");
    if (!text) continue;
    const auto mark = domain::parse_mark(*text);
    if (!mark) {
      fields.refuse("code", fmt::format("There is no mark \"{}\". There are {}.", *text,
                                        codes_of<Mark, domain::mark_count>()));
      continue;
    }
    const auto at = static_cast<std::size_t>(*mark);
    if (seen.at(at)) fields.refuse("code", "This mark is there twice. Take one out.");
    seen.at(at) = true;
    parts.marks.at(at) = read_mark(fields, *mark, parts.roles);
  }
  for (std::size_t i = 0; i < seen.size(); ++i)
    if (!seen.at(i))
      document.refuse("mark", fmt::format("The mark \"{}\" is missing. Say what it stops.",
                                          code(static_cast<Mark>(i))));
}

void read_apart(TomlFields& document, Policy::Parts& parts) {
  for (auto& fields : document.optional_tables("apart")) {
    Apart rule{fields.text("words").value_or(""), {}};
    for (const auto& text : fields.texts("actions"))
      if (const auto action = action_of(fields, "actions", text)) rule.actions.push_back(*action);
    if (rule.actions.size() < 2)
      fields.refuse("actions", "Name at least two actions that are to be kept apart.");
    fields.finish();
    for (const auto& role : parts.roles)
      if (!rule.actions.empty() && std::ranges::all_of(rule.actions, [&](Action action) {
            return role.anywhere().has(action);
          }))
        fields.refuse("actions", fmt::format("The role \"{}\" has them together. Take one from it.",
                                             role.code));
    parts.apart.push_back(std::move(rule));
  }
}

void read_glass(TomlFields& document, Policy::Parts& parts) {
  auto fields = document.table("glass");
  if (!fields) return;
  parts.glass_words = fields->text("words").value_or("");
  const auto hours = fields->whole("hours");
  if (hours && (*hours < 1 || *hours > longest_glass_hours))
    fields->refuse("hours", fmt::format("A reason holds for 1 to {} hours.", longest_glass_hours));
  else if (hours)
    parts.glass_lasts = std::chrono::hours(*hours);
  fields->finish();
}

/// A number of days that a table gives.
std::int64_t read_days(TomlFields& fields, std::string_view key) {
  const auto days = fields.whole(key);
  if (days && *days >= 1 && *days <= most_days) return *days;
  if (days) fields.refuse(key, fmt::format("Write a number of days from 1 to {}.", most_days));
  return 0;
}

void read_cover(TomlFields& document, Policy::Parts& parts) {
  auto fields = document.table("cover");
  if (!fields) return;
  parts.cover.words = fields->text("words").value_or("");
  parts.cover.longest_days = read_days(*fields, "longest_days");
  parts.cover.days_ahead = read_days(*fields, "days_ahead");
  fields->finish();
}

void read_link(TomlFields& document, Policy::Parts& parts) {
  auto fields = document.table("link");
  if (!fields) return;
  fields->text("words");
  parts.link_days = read_days(*fields, "longest_days");
  fields->finish();
}

void read_sample(TomlFields& document, Policy::Parts& parts) {
  auto fields = document.table("sample");
  if (!fields) return;
  fields->text("words");
  parts.sample_days = read_days(*fields, "longest_days");
  check_one_of(*fields, "status", fields->text("status"), statuses);
  fields->text("source");
  fields->finish();
}

void read_told(TomlFields& document, Policy::Parts& parts) {
  auto fields = document.table("told");
  if (!fields) return;
  parts.days_told = read_days(*fields, "days");
  fields->finish();
}

void read_roles(TomlFields& document, Policy::Parts& parts) {
  auto tables = document.tables("role");
  std::map<std::string, std::size_t> seen;
  for (auto& fields : tables) {
    auto role = read_role(fields);
    if (const auto [at, added] = seen.try_emplace(role.code, parts.roles.size()); !added)
      fields.refuse("code",
                    fmt::format("The role \"{}\" is there twice. Take one out.", role.code));
    parts.roles.push_back(std::move(role));
  }
  if (parts.roles.size() > most_roles)
    document.refuse("role", fmt::format("There are more than {} roles.", most_roles));
  for (std::size_t i = 0; i < tables.size() && i < parts.roles.size(); ++i)
    for (const auto& code : parts.roles[i].told) {
      const auto told = seen.find(code);
      if (told == seen.end())
        tables[i].refuse("told", fmt::format("There is no role \"{}\" that could be told.", code));
      else if (!parts.roles[told->second].in_organisation.has(domain::Action::SeePeople))
        tables[i].refuse("told", fmt::format("\"{}\" is told of nobody: that role has no "
                                             "\"see-people\" in \"in_organisation\".",
                                             code));
    }
}

}  // namespace

Result<Policy> parse_policy(std::string_view text, std::string_view file) {
  NL_TRY(toml, Toml::parse(text, file));
  std::vector<Error> problems;
  TomlFields document(toml, std::string(file), "", problems);
  Policy::Parts parts;
  document.text("title");
  parts.in_force_from = document.date("in_force_from").value_or(Date{});
  const auto status = document.text("status");
  check_one_of(document, "status", status, statuses);
  parts.status = status.value_or("");
  parts.source = document.text("source").value_or("");
  read_glass(document, parts);
  read_cover(document, parts);
  read_link(document, parts);
  read_sample(document, parts);
  read_told(document, parts);
  read_roles(document, parts);
  if (parts.roles.size() <= most_roles) read_marks(document, parts);
  read_apart(document, parts);
  document.raw("mark");
  document.finish();
  if (!problems.empty()) return in_one(problems);
  return Policy(std::move(parts));
}

}  // namespace northlight::accounts
