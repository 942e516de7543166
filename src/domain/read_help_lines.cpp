#include "domain/read_help_lines.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>

#include "base/text.hpp"
#include "base/toml.hpp"

namespace northlight::domain {
namespace {

const std::vector<std::string> help_line_statuses = {"published", "unverified"};

bool is_number(std::string_view text) {
  return !text.empty() &&
         std::ranges::all_of(text, [](char c) { return (c >= '0' && c <= '9') || c == ' '; });
}

HelpLine read_line(TomlFields& fields) {
  HelpLine line{.number = fields.text("number").value_or(""),
                .words = fields.text("words").value_or("")};
  if (fields.has("number") && !is_number(line.number))
    fields.refuse("number", "Write the number in figures and spaces, as it is rung");
  for (const auto& text : fields.texts("for")) {
    line.for_child = line.for_child || text == "child";
    line.for_parent = line.for_parent || text == "parent";
    if (text != "child" && text != "parent")
      fields.refuse("for", "\"" + text + "\" has no page. Write \"child\", \"parent\" or both");
  }
  if (fields.has("for") && !line.for_child && !line.for_parent)
    fields.refuse("for", "Say for whom the number is: \"child\", \"parent\" or both");
  fields.text("source");
  const auto status = fields.text("status").value_or("");
  if (!status.empty() && std::ranges::find(help_line_statuses, status) == help_line_statuses.end())
    fields.refuse("status", "The status is " + list_in_words(help_line_statuses, "or"));
  fields.finish();
  return line;
}

}  // namespace

Result<std::vector<HelpLine>> parse_help_lines(std::string_view text, std::string_view name) {
  NL_TRY(file, Toml::parse(text, name));
  std::vector<Error> problems;
  TomlFields fields(file, std::string(name), "", problems);
  fields.text("title");
  fields.date("in_force_from");
  std::vector<HelpLine> lines;
  for (auto& table : fields.tables("line")) lines.push_back(read_line(table));
  fields.finish();
  if (problems.empty() && std::ranges::none_of(lines, &HelpLine::for_child))
    fields.refuse("line", "No number is for a child");
  if (problems.empty() && std::ranges::none_of(lines, &HelpLine::for_parent))
    fields.refuse("line", "No number is for a parent");
  if (!problems.empty()) return in_one(problems);
  return lines;
}

Result<std::vector<HelpLine>> read_help_lines(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in)
    return Error{ErrorCode::NotFound,
                 "The numbers for help at once cannot be read: there is no such file",
                 file.string()};
  const std::string text{std::istreambuf_iterator<char>(in), {}};
  return parse_help_lines(text, file.filename().string());
}

}  // namespace northlight::domain
