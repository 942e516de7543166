#include "framework/read_framework.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <sstream>

#include "base/toml.hpp"

namespace northlight::framework {

namespace {

namespace fs = std::filesystem;

/// The TOML files of a folder, in order of name; none where there is no such folder.
std::vector<fs::path> toml_files(const fs::path& folder) {
  std::vector<fs::path> found;
  std::error_code ignored;
  for (const auto& entry : fs::directory_iterator(folder, ignored))
    if (entry.path().extension() == ".toml") found.push_back(entry.path());
  std::ranges::sort(found);
  return found;
}

Result<FrameworkFile> file_at(const fs::path& path) {
  std::ifstream stream(path, std::ios::binary);
  std::ostringstream text;
  if (stream) text << stream.rdbuf();
  if (!stream || stream.bad())
    return Error{ErrorCode::NotFound,
                 "The file cannot be read. See that it is there and may be read.", path.string()};
  return FrameworkFile{path.string(), text.str()};
}

}  // namespace

FrameworkReading read_framework(const fs::path& folder) {
  FrameworkReading reading;
  std::vector<fs::path> paths;
  std::error_code ignored;
  if (fs::exists(folder / "framework.toml", ignored)) paths.push_back(folder / "framework.toml");
  for (const auto* part : {"standards", "examples"})
    for (auto& path : toml_files(folder / part)) paths.push_back(std::move(path));
  if (paths.empty()) {
    reading.problems.push_back(
        {ErrorCode::NotFound,
         "There is no framework.toml here. Give the folder of one edition, such as "
         "frameworks/hmip-youth-2021.",
         folder.string()});
    return reading;
  }
  std::vector<FrameworkFile> files;
  for (const auto& path : paths) {
    auto file = file_at(path);
    if (file)
      files.push_back(*std::move(file));
    else
      reading.problems.push_back(file.error());
  }
  auto parsed = parse_framework(files);
  parsed.problems.insert(parsed.problems.begin(), reading.problems.begin(), reading.problems.end());
  if (!parsed.problems.empty()) parsed.edition.reset();
  return parsed;
}

Result<Edition> read_edition(const fs::path& folder) {
  auto reading = read_framework(folder);
  if (!reading.edition) return in_one(reading.problems);
  return *std::move(reading.edition);
}

Result<std::vector<Edition>> read_editions(const fs::path& folder) {
  std::vector<fs::path> folders;
  std::error_code failure;
  for (const auto& entry : fs::directory_iterator(folder, failure))
    if (entry.is_directory()) folders.push_back(entry.path());
  if (failure || folders.empty())
    return Error{ErrorCode::NotFound,
                 "There is no edition in this folder. Give a folder such as frameworks/.",
                 folder.string()};
  std::ranges::sort(folders);
  std::vector<Edition> editions;
  std::vector<Error> problems;
  for (const auto& one : folders) {
    auto reading = read_framework(one);
    problems.insert(problems.end(), reading.problems.begin(), reading.problems.end());
    if (!reading.edition) continue;
    const auto same = std::ranges::find(editions, reading.edition->code, &Edition::code);
    if (same != editions.end())
      problems.push_back(
          {ErrorCode::Invalid,
           fmt::format("Two editions are called \"{}\". Give each its own id.", same->code.text()),
           (one / "framework.toml").string() + ":1: id"});
    editions.push_back(*std::move(reading.edition));
  }
  if (!problems.empty()) return in_one(problems);
  return editions;
}

}  // namespace northlight::framework
