#include "web/pages/audit_shown.hpp"

#include <utility>

#include "accounts/acts.hpp"
#include "accounts/audit_reading.hpp"
#include "base/text.hpp"
#include "web/views/audit_words.hpp"

namespace northlight::web {
namespace {

using Fact = std::pair<std::string, std::string>;

template <typename AnyId>
std::string text_of(const std::optional<AnyId>& id) {
  return id ? id->text() : std::string();
}

/// How many files a list showed; a line about files that names none is one of an empty list.
std::optional<std::size_t> listed_of(const store::AuditLine& line) {
  if (line.file) return std::nullopt;
  const auto action = domain::parse_action(accounts::parts_of_act(line.action).code);
  if (line.listed.empty() && (!action || !domain::is_about_a_file(*action))) return std::nullopt;
  return line.listed.size();
}

views::Deed deed_of(const store::AuditLine& line) {
  if (listed_of(line)) return views::Deed::Listed;
  return line.operation == store::AuditOperation::Consultation ? views::Deed::LookedAt
                                                               : views::Deed::Done;
}

std::string listed_in(const store::AuditLine& line) {
  std::vector<std::string> files;
  for (const auto& file : line.listed) files.push_back(file.text());
  return join(files, " ");
}

// By name, as CSV and JSON have them; empty where the row has none.
std::vector<Fact> columns_of(const store::AuditLine& line) {
  return {{"number", std::to_string(line.number)},
          {"at", platform::iso(line.at)},
          {"person", text_of(line.person)},
          {"name", line.name},
          {"role", line.role},
          {"operation", std::string(code(line.operation))},
          {"action", line.action},
          {"outcome", std::string(code(line.outcome))},
          {"file", text_of(line.file)},
          {"record", text_of(line.record)},
          {"version", line.version ? std::to_string(*line.version) : ""},
          {"about", text_of(line.about)},
          {"listed", listed_in(line)},
          {"justification", line.justification.value_or("")},
          {"recipient", line.recipient.value_or("")},
          {"source", line.source},
          {"request", line.request},
          {"hash", line.hash}};
}

std::string role_title(const views::AuditNames& names, const std::string& code) {
  const auto role = names.roles.find(code);
  return role == names.roles.end() ? code : role->second;
}

/// The person whose account or sight it was about, by name where there is one.
std::string about_whom(const views::AuditNames& names, const store::AuditLine& line) {
  const auto id = text_of(line.about);
  const auto name = names.people.find(id);
  return name == names.people.end() ? id : name->second;
}

bool is_of_command_line(const store::AuditLine& line) {
  return !line.person && line.source == "command line";
}

// Always in quotation marks; what a spreadsheet would take for a formula begins with an apostrophe.
std::string csv_cell(const std::string& value) {
  const bool formula =
      !value.empty() && std::string_view("=+-@\t\r").find(value[0]) != std::string_view::npos;
  return "\"" + std::string(formula ? "'" : "") + replace_all(value, "\"", "\"\"") + "\"";
}

template <typename Part>
std::string csv_row(const std::vector<Fact>& facts, Part part) {
  std::vector<std::string> cells;
  for (const auto& fact : facts) cells.push_back(csv_cell(fact.*part));
  return join(cells, ",") + "\r\n";
}

}  // namespace

std::string when_in_london(platform::Instant at) {
  using namespace std::chrono_literals;
  const auto utc_day = std::chrono::floor<std::chrono::days>(at);
  const bool ahead = platform::day_in_london(utc_day + 23h + 30min) != Date{utc_day};
  auto text = platform::iso(at + (ahead ? 1h : 0h)).substr(11, 8);
  return words(platform::day_in_london(at)) + " at " + text;
}

std::string short_in_london(platform::Instant at) {
  const auto said = words(platform::day_in_london(at));
  const auto day = split_words(said);
  const auto whole = when_in_london(at);
  return std::string(day[0]) + " " + std::string(day[1].substr(0, 3)) + " " + std::string(day[2]) +
         ", " + whole.substr(whole.size() - 8);
}

views::AuditNames names_for(const accounts::Policy& policy, const accounts::AuditPage& page) {
  views::AuditNames names;
  for (const auto& [id, name] : page.people) names.people.emplace(id.text(), name);
  for (const auto& [id, name] : page.teams) names.teams.emplace(id.text(), name);
  for (const auto& role : policy.roles()) names.roles.emplace(role.code, role.title);
  return names;
}

views::AuditRowShown row_shown(const views::AuditNames& names, const store::AuditLine& line) {
  const bool was_done = line.outcome == store::AuditOutcome::Allowed;
  return {.number = line.number,
          .when = short_in_london(line.at),
          .person = text_of(line.person),
          .name = is_of_command_line(line) ? "The command line" : line.name,
          .role = role_title(names, line.role),
          .kind = std::string(views::operation_in_words(line.operation)),
          .what = views::shown_action(line.action, names, deed_of(line)),
          .about = about_whom(names, line),
          .recipient = line.recipient.value_or(""),
          .outcome = was_done ? "" : std::string(views::outcome_in_words(line.outcome)),
          .file = text_of(line.file),
          .listed = listed_of(line),
          .reason = line.justification.value_or("")};
}

views::AuditEventShown event_shown(const views::AuditNames& names, const store::AuditLine& line) {
  const auto whom = [&] {
    if (is_of_command_line(line)) return std::string("The command line");
    if (!line.person) return line.name.empty() ? std::string("Nobody known") : line.name;
    return (line.name.empty() ? std::string() : line.name + ", ") + line.person->text();
  };
  const auto about = [&] {
    const auto name = about_whom(names, line);
    const auto id = text_of(line.about);
    return name == id ? id : name + ", " + id;
  };
  const std::vector<Fact> all{
      {"When", when_in_london(line.at) + ", London time"},
      {"Who", whom()},
      {"In which role", role_title(names, line.role)},
      {"Kind of operation", std::string(views::operation_in_words(line.operation))},
      {"What was done", views::shown_action(line.action, names, deed_of(line))},
      {"As the log keeps it", line.action},
      {"Outcome", std::string(views::outcome_in_words(line.outcome))},
      {"File", text_of(line.file)},
      {"Record", text_of(line.record)},
      {"Version", line.version ? std::to_string(*line.version) : ""},
      {"About the person", about()},
      {"Files that a list showed", listed_in(line)},
      {"Reason given", line.justification.value_or("")},
      {"Given to", line.recipient.value_or("")},
      {"From the address", line.source},
      {"Request", line.request},
      {"Hash of the row", line.hash}};
  views::AuditEventShown shown{line.number, {}};
  std::string nothing;
  for (const auto& [what, value] : all) {
    if (!value.empty())
      shown.facts.emplace_back(what, value);
    else
      nothing += (nothing.empty() ? "" : "; ") + what;
  }
  // Every row has a hash: where none is given, the rest of it is another organisation's.
  if (line.hash.empty())
    shown.facts.emplace_back("The rest", "Only their own organisation reads who it was and where");
  else if (!nothing.empty())
    shown.facts.emplace_back("Not in this row", nothing);
  return shown;
}

std::string audit_csv(const std::vector<store::AuditLine>& lines) {
  auto table = csv_row(columns_of({}), &Fact::first);
  for (const auto& line : lines) table += csv_row(columns_of(line), &Fact::second);
  return table;
}

Json audit_json(const std::vector<store::AuditLine>& lines) {
  auto all = Json::array();
  for (const auto& line : lines) {
    auto one = Json::object();
    for (auto& [name, value] : columns_of(line))
      one.set(name, value.empty() ? Json() : Json(std::move(value)));
    all.add(std::move(one));
  }
  return all;
}

}  // namespace northlight::web
