#include "forms/read_forms.hpp"

#include <algorithm>
#include <fstream>
#include <sstream>

#include "base/toml.hpp"

namespace northlight::forms {

namespace fs = std::filesystem;

FormsReading read_form_files(const fs::path& folder) {
  std::vector<fs::path> paths;
  std::error_code ignored;
  for (const auto& entry : fs::directory_iterator(folder, ignored))
    if (entry.path().extension() == ".toml") paths.push_back(entry.path());
  std::ranges::sort(paths);
  FormsReading unread;
  if (paths.empty())
    unread.problems.push_back({ErrorCode::NotFound,
                               "There is no form in this folder. Give the folder of forms, such as "
                               "forms/.",
                               folder.string()});
  std::vector<FormFile> files;
  for (const auto& path : paths) {
    std::ifstream stream(path, std::ios::binary);
    std::ostringstream text;
    if (stream) text << stream.rdbuf();
    if (stream && !stream.bad())
      files.push_back({path.string(), text.str()});
    else
      unread.problems.push_back({ErrorCode::NotFound,
                                 "The file cannot be read. See that it is there and may be read.",
                                 path.string()});
  }
  auto reading = parse_forms(files);
  reading.problems.insert(reading.problems.begin(), unread.problems.begin(), unread.problems.end());
  if (!reading.problems.empty()) reading.forms.reset();
  return reading;
}

Result<Forms> read_forms(const fs::path& folder) {
  auto reading = read_form_files(folder);
  if (!reading.forms) return in_one(reading.problems);
  return *std::move(reading.forms);
}

}  // namespace northlight::forms
