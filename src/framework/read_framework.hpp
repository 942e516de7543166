#pragma once

#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "framework/edition.hpp"
#include "framework/example.hpp"

namespace northlight::framework {

/// An edition as read, with its worked examples and everything that is wrong with its files.
struct FrameworkReading {
  std::optional<Edition> edition{};  ///< Nothing when there is any problem.
  std::vector<Example> examples{};
  std::vector<Error> problems{};  ///< Each with `file:line: key`, what is wrong and what to do.
};

/// One file of an edition's folder: "standards/2.1-assessment.toml" and what it holds.
struct FrameworkFile {
  std::string path;
  std::string text;
};

/// Reads framework.toml, standards/*.toml and examples/*.toml from texts. Reports every problem,
/// not only the first: unknown keys, duplicate ids, bands with a gap or an overlap, facts without a
/// source, standards without a question, references to what is not there. Does not run the
/// examples: that is rating/check_examples.hpp.
FrameworkReading parse_framework(std::span<const FrameworkFile> files);

/// Reads the folder of an edition.
FrameworkReading read_framework(const std::filesystem::path& folder);

/// Reads one edition and fails with its problems.
Result<Edition> read_edition(const std::filesystem::path& folder);

/// Reads every edition of a folder such as frameworks/, by code. Fails with the problems of all.
Result<std::vector<Edition>> read_editions(const std::filesystem::path& folder);

}  // namespace northlight::framework
