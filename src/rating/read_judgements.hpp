#pragma once

#include <filesystem>
#include <string_view>

#include "base/result.hpp"
#include "framework/edition.hpp"
#include "rating/judgements.hpp"

namespace northlight::rating {

/// What a file of judgements may hold at most; larger ones are refused before they are read.
inline constexpr std::size_t largest_judgements_file = std::size_t{64} * 1024 * 1024;
inline constexpr std::size_t most_judgements = 1'000'000;
inline constexpr std::size_t longest_cell = 200;

/// Reads `case,domain,standard,lens,answer` in UTF-8 CSV: the five columns in any order, answers
/// yes, no or na. Accepts a byte order mark, either line ending and quoted cells; a cell that looks
/// like a formula is only text. Refuses all else with `file:line: column`, every problem at once.
/// `name` is how messages call the file.
Result<Judgements> parse_judgements(const framework::Edition& edition, std::string_view text,
                                    std::string_view name);

/// Reads such a file.
Result<Judgements> read_judgements(const framework::Edition& edition,
                                   const std::filesystem::path& file);

}  // namespace northlight::rating
