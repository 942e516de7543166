#include <filesystem>
#include <system_error>

#include "base/text.hpp"
#include "cli/commands.hpp"
#include "framework/read_framework.hpp"
#include "rating/check_examples.hpp"

namespace northlight::cli {
namespace {

Json as_json(const framework::FrameworkReading& reading, const std::vector<Error>& problems) {
  Json list = Json::array();
  for (const auto& problem : problems)
    list.add(Json::object({{"where", problem.where}, {"message", problem.message}}));
  return Json::object({{"edition", reading.edition ? Json(reading.edition->code.text()) : Json{}},
                       {"examples", reading.examples.size()},
                       {"problems", std::move(list)}});
}

std::string as_text(const framework::FrameworkReading& reading,
                    const std::vector<Error>& problems) {
  std::string text;
  for (const auto& problem : problems) text += problem.where + ": " + problem.message + '\n';
  if (!problems.empty() || !reading.edition)
    return text + counted(static_cast<long long>(problems.size()), "problem", "problems") + ".\n";
  const auto& edition = *reading.edition;
  return edition.code.text() + " can be used: " +
         counted(static_cast<long long>(edition.standards.size()), "standard", "standards") + ", " +
         counted(static_cast<long long>(reading.examples.size()), "worked example",
                 "worked examples") +
         " come out as they say.\n";
}

}  // namespace

ExitStatus framework_check(const FrameworkCheckOptions& options, Streams& streams) {
  std::error_code unreadable;
  if (!std::filesystem::exists(options.folder, unreadable))
    return say_error(streams, {ErrorCode::NotFound, "There is no such folder", options.folder});
  if (!std::filesystem::is_directory(options.folder, unreadable))
    return say_error(
        streams, {ErrorCode::Invalid, "This is a file: give the folder that holds framework.toml",
                  options.folder});
  if (!std::filesystem::exists(std::filesystem::path(options.folder) / "framework.toml",
                               unreadable))
    return say_error(
        streams, {ErrorCode::NotFound, "This folder holds no framework.toml, so it is no edition",
                  options.folder});

  const auto reading = framework::read_framework(options.folder);
  auto problems = reading.problems;
  if (reading.edition) {
    auto failed = rating::check_examples(*reading.edition, reading.examples);
    problems.insert(problems.end(), failed.begin(), failed.end());
  }
  if (options.format == Format::Json) {
    print(streams, as_json(reading, problems));
  } else {
    streams.data << as_text(reading, problems);
  }
  return problems.empty() ? ExitStatus::Done : ExitStatus::Found;
}

}  // namespace northlight::cli
