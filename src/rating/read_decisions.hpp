#pragma once

#include <filesystem>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "framework/edition.hpp"
#include "rating/evidence.hpp"

namespace northlight::rating {

inline constexpr std::size_t largest_decisions_file = std::size_t{1024} * 1024;

/// Reads `[[rating]]` tables of `standard`, `rating`, `by`, `on` and `reason`. Every problem at
/// once, each with `file:line: key`. Whether the edition allows a decision is for `rate` to say.
Result<std::vector<Decision>> parse_decisions(const framework::Edition& edition,
                                              std::string_view text, std::string_view name);

/// Reads such a file.
Result<std::vector<Decision>> read_decisions(const framework::Edition& edition,
                                             const std::filesystem::path& file);

}  // namespace northlight::rating
