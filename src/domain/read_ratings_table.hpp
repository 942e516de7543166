#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "domain/inspection.hpp"

namespace northlight::domain {

/// Reads a table of published ratings, one inspection a row: the columns `service` and `published`
/// (2024-09-17, 2024-09, "September 2024", 2025 or 2025/26), and any of `score`, `score_max`,
/// `overall`, `edition`, `joint` (yes or no), `source_url`, `notes` and the numbers of standards
/// ("2.1"). An empty cell is not known, and nothing is made of it. A service called "… (joint
/// inspection)" was inspected jointly.
///
/// `ratings` are the words that may stand for a rating, in any case. Refuses an unknown column or
/// rating, a score that is no whole number or above its maximum, and an inspection that is there
/// twice; every problem at once, each with "file:line: column".
Result<std::vector<PublishedInspection>> parse_ratings_table(
    std::string_view csv, std::string_view name, const std::vector<std::string>& ratings);

/// Reads such a file.
Result<std::vector<PublishedInspection>> read_ratings_table(
    const std::filesystem::path& file, const std::vector<std::string>& ratings);

}  // namespace northlight::domain
