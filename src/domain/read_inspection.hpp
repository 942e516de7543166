#pragma once

#include <filesystem>
#include <string_view>

#include "base/result.hpp"
#include "domain/inspection.hpp"

namespace northlight::domain {

/// Reads one published inspection from a file of facts such as library/east-sussex-2024.toml. What
/// the file does not state is not known.
///
/// Refuses, every problem at once with "file:line: key": an unknown key, a count that is impossible
/// or does not print as the percentage beside it, a standard or sample that is there twice, and
/// recommendations that are not numbered from 1.
Result<PublishedInspection> read_inspection(const std::filesystem::path& file);

/// The same for a text; `name` is how messages call it.
Result<PublishedInspection> parse_inspection(std::string_view toml, std::string_view name);

}  // namespace northlight::domain
