#include <fmt/format.h>

#include <algorithm>

#include "base/text.hpp"
#include "framework/parse.hpp"
#include "framework/read_framework.hpp"

namespace northlight::framework {

namespace {

constexpr std::size_t longest_file = std::size_t{4} * 1024 * 1024;

std::optional<Toml> parsed(const FrameworkFile& file, std::vector<Error>& problems) {
  if (file.text.size() > longest_file) {
    problems.push_back({ErrorCode::Invalid, "The file is larger than 4 MB. Divide it.", file.path});
    return std::nullopt;
  }
  auto document = Toml::parse(file.text, file.path);
  if (document) return *std::move(document);
  problems.push_back(document.error());
  return std::nullopt;
}

/// "frameworks/x/standards/2.1.toml" stands in "standards".
bool stands_in(std::string_view path, std::string_view folder) {
  const auto slash = path.rfind('/');
  if (slash == std::string_view::npos || !path.ends_with(".toml")) return false;
  const auto parent = path.substr(0, slash);
  return parent == folder || parent.ends_with(fmt::format("/{}", folder));
}

std::vector<const FrameworkFile*> files_under(std::span<const FrameworkFile> files,
                                              std::string_view folder) {
  std::vector<const FrameworkFile*> found;
  for (const auto& file : files)
    if (stands_in(file.path, folder)) found.push_back(&file);
  std::ranges::sort(found, {}, &FrameworkFile::path);
  return found;
}

Error no_framework_file() {
  Error error;
  error.code = ErrorCode::NotFound;
  error.message = "There is no framework.toml. Give the folder of one edition, such as ";
  error.message += "frameworks/hmip-youth-2021.";
  error.where = "framework.toml";
  return error;
}

struct Held {
  Part part;
  bool given;
};

}  // namespace

void check_completeness(const Edition& edition, const std::string& file,
                        std::vector<Error>& problems) {
  const bool counts_cases = std::ranges::any_of(edition.standards, [](const auto& standard) {
    return standard.rated_by == RatedBy::WeakestQuestion;
  });
  const bool has_points = !edition.scale.empty() && edition.scale.front().points.has_value();
  const bool has_minimum = std::ranges::any_of(
      edition.domains, [](const auto& domain) { return domain.minimum_cases.has_value(); });
  const Held held[] = {{Part::Points, has_points},
                       {Part::Bands, edition.bands.has_value() || !counts_cases},
                       {Part::Overall, edition.overall.has_value()},
                       {Part::Discretion, edition.discretion.has_value() || !counts_cases},
                       {Part::Sample, edition.sample.has_value()},
                       {Part::CaseWindow, edition.case_window.has_value()},
                       {Part::MinimumCases, has_minimum}};
  for (const auto& [part, given] : held) {
    const bool said = !edition.not_known_about(part).empty();
    if (!given && !said)
      problems.push_back(
          {ErrorCode::Invalid,
           fmt::format(
               "The edition gives nothing about \"{0}\" and does not say why. Add it, or add a "
               "[[not_known]] with about = \"{0}\", what and why.",
               name_of(part)),
           fmt::format("{}:1: {}", file, name_of(part))});
    if (given && said && (part != Part::Bands || edition.bands) &&
        (part != Part::Discretion || edition.discretion))
      problems.push_back(
          {ErrorCode::Invalid,
           fmt::format("\"{}\" is given and also listed as not known. Take one of the two out.",
                       name_of(part)),
           fmt::format("{}:1: not_known", file)});
  }
  if (edition.standards.empty() && edition.not_known_about(Part::Standards).empty())
    problems.push_back({ErrorCode::Invalid,
                        "The edition has no standards. Add a file for each in standards/.",
                        fmt::format("{}:1", file)});
}

FrameworkReading parse_framework(std::span<const FrameworkFile> files) {
  FrameworkReading reading;
  const auto main = std::ranges::find_if(files, [](const auto& file) {
    return file.path == "framework.toml" || file.path.ends_with("/framework.toml");
  });
  if (main == files.end()) {
    reading.problems.push_back(no_framework_file());
    return reading;
  }
  Edition edition;
  const auto document = parsed(*main, reading.problems);
  if (!document) return reading;
  parse_edition_file(*document, main->path, edition, reading.problems);
  for (const auto* file : files_under(files, "standards"))
    if (const auto standard = parsed(*file, reading.problems))
      parse_standard_file(*standard, file->path, edition, reading.problems);
  check_completeness(edition, main->path, reading.problems);
  for (const auto* file : files_under(files, "examples"))
    if (const auto examples = parsed(*file, reading.problems))
      parse_examples_file(*examples, file->path, edition, reading.examples, reading.problems);
  if (reading.problems.empty()) reading.edition = std::move(edition);
  return reading;
}

}  // namespace northlight::framework
