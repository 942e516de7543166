#include "cli/demo_stories.hpp"

#include <algorithm>
#include <array>
#include <fstream>
#include <sstream>

namespace northlight::cli {
namespace {

namespace fs = std::filesystem;

constexpr std::array<std::string_view, 7> own_keys{"record", "day",   "by", "ends",
                                                   "words",  "title", "ask"};
constexpr std::array<std::pair<std::string_view, StoryEnding>, 5> endings{
    {{"draft", StoryEnding::Draft},
     {"saved", StoryEnding::Saved},
     {"signed", StoryEnding::Signed},
     {"countersigned", StoryEnding::Countersigned},
     {"returned", StoryEnding::Returned}}};

StoryEnding ending_of(TomlFields& fields) {
  const auto text = fields.text("ends").value_or("signed");
  for (const auto& [code, ending] : endings)
    if (code == text) return ending;
  fields.refuse("ends", "Write draft, saved, signed, countersigned or returned");
  return StoryEnding::Signed;
}

StoryStep read_step(TomlFields& fields, const Toml& table) {
  StoryStep step;
  step.record = fields.text("record").value_or("contact");
  step.form = forms::FormCode(step.record.substr(0, step.record.find(' ')));
  step.day = static_cast<int>(fields.whole("day").value_or(0));
  const auto by = fields.optional_text("by").value_or("worker");
  if (by == "manager") step.by = StoryWriter::Manager;
  if (by != "manager" && by != "worker") fields.refuse("by", "Write worker or manager");
  step.ends = ending_of(fields);
  step.words = fields.optional_text("words").value_or("");
  step.ask = fields.optional_text("ask").value_or("");
  for (const auto& [key, value] : *table.members())
    if (std::ranges::find(own_keys, key) == own_keys.end()) step.answers.emplace_back(key, value);
  return step;
}

Story read_story(const Toml& document, const std::string& file, std::vector<Error>& problems) {
  TomlFields fields(document, file, "", problems);
  Story story{.title = fields.text("title").value_or(""), .kinds = {}, .steps = {}};
  for (const auto& text : fields.texts("kinds")) {
    const auto kind = domain::parse_case_kind(text);
    if (kind)
      story.kinds.push_back(*kind);
    else
      fields.refuse("kinds", "There is no kind of case called \"" + text + "\"");
  }
  auto steps = fields.tables("steps");
  const auto* raw = document.find("steps");
  for (std::size_t i = 0; raw != nullptr && i < steps.size(); ++i)
    story.steps.push_back(read_step(steps[i], raw->items()->at(i)));
  fields.finish();
  return story;
}

}  // namespace

Result<std::vector<Story>> read_demo_stories(const fs::path& folder) {
  std::vector<fs::path> paths;
  std::error_code ignored;
  for (const auto* const whose : {"children", "victims"})
    for (const auto& entry : fs::directory_iterator(folder / whose, ignored))
      if (entry.path().extension() == ".toml") paths.push_back(entry.path());
  std::ranges::sort(paths);
  if (paths.empty())
    return Error{ErrorCode::NotFound, "The demonstration's stories are not in this folder.",
                 folder.string()};
  std::vector<Story> stories;
  std::vector<Error> problems;
  for (const auto& path : paths) {
    std::ifstream stream(path, std::ios::binary);
    std::ostringstream text;
    text << stream.rdbuf();
    NL_TRY(document, Toml::parse(text.str(), path.string()));
    stories.push_back(read_story(document, path.string(), problems));
  }
  if (!problems.empty()) return in_one(problems);
  return stories;
}

}  // namespace northlight::cli
