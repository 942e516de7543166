#include "tests/access/expected.hpp"

#include <filesystem>
#include <fstream>
#include <sstream>
#include <stdexcept>

namespace northlight::testing {
namespace {

namespace fs = std::filesystem;

fs::path folder() { return fs::path(NORTHLIGHT_SOURCE_DIR) / "tests/access/expected"; }

std::vector<std::vector<std::string>> lines_of(const fs::path& file) {
  std::ifstream in(file);
  if (!in) throw std::runtime_error("there is no " + file.string());
  std::vector<std::vector<std::string>> lines;
  for (std::string line; std::getline(in, line);) {
    std::istringstream words(line.substr(0, line.find('#')));
    std::vector<std::string> parts;
    for (std::string word; words >> word;) parts.push_back(word);
    if (!parts.empty()) lines.push_back(std::move(parts));
  }
  return lines;
}

[[noreturn]] void refuse(const std::string& role, const std::string& what) {
  throw std::runtime_error("tests/access/expected/" + role + ".txt: " + what);
}

Expected read(const std::string& role, char letter) {
  if (letter == '+') return Expected::Allowed;
  if (letter == '?') return Expected::NeedsReason;
  if (letter != '-') refuse(role, std::string("what is '") + letter + "'?");
  return Expected::Denied;
}

domain::Action action_of(const std::string& role, const std::string& word) {
  const auto action = domain::parse_action(word);
  if (!action) refuse(role, "there is no action " + word);
  return *action;
}

void read_row(const std::string& role, const std::vector<std::string>& line,
              std::map<domain::Action, ExpectedOfRole::Row>& into) {
  if (line.size() != 2 || line[1].size() != domain::relation_count)
    refuse(role, line[0] + " has not " + std::to_string(domain::relation_count) + " columns");
  ExpectedOfRole::Row row{};
  for (std::size_t i = 0; i < row.size(); ++i) row.at(i) = read(role, line[1][i]);
  if (!into.emplace(action_of(role, line[0]), row).second)
    refuse(role, line[0] + " is twice there");
}

void check_whole(const std::string& role, const std::map<domain::Action, ExpectedOfRole::Row>& rows,
                 const std::string& table) {
  for (std::size_t i = 0; i < domain::action_count; ++i) {
    const auto action = static_cast<domain::Action>(i);
    if (domain::is_about_a_file(action) != rows.contains(action))
      refuse(role, table + ": " + std::string(code(action)) +
                       (rows.contains(action) ? " has no place here" : " has no row"));
  }
}

std::map<domain::Action, ExpectedOfRole::Row> nothing() {
  std::map<domain::Action, ExpectedOfRole::Row> rows;
  for (std::size_t i = 0; i < domain::action_count; ++i)
    if (const auto action = static_cast<domain::Action>(i); domain::is_about_a_file(action))
      rows.emplace(action, ExpectedOfRole::Row{});
  return rows;
}

}  // namespace

ExpectedOfRole expected_of(const std::string& role) {
  ExpectedOfRole expected;
  std::string table;
  std::set<domain::Action> seen;
  std::set<std::string> tables;
  for (const auto& line : lines_of(folder() / (role + ".txt"))) {
    if (line.size() == 1 && line[0] != "nothing") {
      table = line[0];
      if (!tables.insert(table).second) refuse(role, table + " is twice there");
    } else if (line[0] == "nothing") {
      if (table == "child") expected.child = nothing();
      if (table == "victim") expected.victim = nothing();
      if (table == "organisation")
        for (std::size_t i = 0; i < domain::action_count; ++i)
          seen.insert(static_cast<domain::Action>(i));
    } else if (table == "child") {
      read_row(role, line, expected.child);
    } else if (table == "victim") {
      read_row(role, line, expected.victim);
    } else {
      const auto action = action_of(role, line[0]);
      if (domain::is_about_a_file(action) || !seen.insert(action).second)
        refuse(role, line[0] + " has no place under organisation, or is twice there");
      if (read(role, line.at(1).at(0)) == Expected::Allowed) expected.organisation.insert(action);
    }
  }
  check_whole(role, expected.child, "child");
  check_whole(role, expected.victim, "victim");
  for (std::size_t i = 0; i < domain::action_count; ++i)
    if (const auto action = static_cast<domain::Action>(i);
        !domain::is_about_a_file(action) && !seen.contains(action))
      refuse(role, "organisation: " + std::string(code(action)) + " has no row");
  return expected;
}

std::vector<ExpectedOfMark> expected_of_marks() {
  std::vector<ExpectedOfMark> all;
  for (const auto& line : lines_of(folder() / "marks.txt")) {
    const auto mark = domain::parse_mark(line.at(1));
    if (!mark || line.size() != 4 || (line[2] != "named" && line[2] != "unnamed"))
      refuse("marks", "a row cannot be read");
    all.push_back({line[0], *mark, line[2] == "named", line[3]});
  }
  return all;
}

std::vector<std::string> roles_with_expectations() {
  std::vector<std::string> roles;
  for (const auto& entry : fs::directory_iterator(folder()))
    if (entry.path().extension() == ".txt" && entry.path().stem() != "marks")
      roles.push_back(entry.path().stem().string());
  return roles;
}

}  // namespace northlight::testing
