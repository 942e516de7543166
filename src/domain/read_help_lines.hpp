#pragma once

#include <filesystem>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "domain/help_line.hpp"

namespace northlight::domain {

/// Reads policy/help-now.toml. Refuses, with file, line and key: an unknown key, a number that is
/// none, a line for nobody or for somebody who is neither a child nor a parent, one without its
/// words, source or status, and a file that leaves the child or the parent without any.
Result<std::vector<HelpLine>> read_help_lines(const std::filesystem::path& file);

/// The same for a text that was read already; `name` stands for the file in messages.
Result<std::vector<HelpLine>> parse_help_lines(std::string_view toml, std::string_view name);

}  // namespace northlight::domain
