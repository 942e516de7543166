#pragma once

#include <filesystem>
#include <string_view>

#include "domain/retention.hpp"

namespace northlight::domain {

/// Reads policy/retention.toml. Refuses, with file, line and key: an unknown key, a code twice, an
/// outcome or feature that two rules claim, a rule that applies to nothing, one with neither a
/// period nor `no_period` or with both, a period that is not a whole number of years from 1 to 100,
/// two periods without `whichever`, and a rule without its source or status.
Result<RetentionPolicy> read_retention(const std::filesystem::path& file);

/// The same for a text that was read already; `name` stands for the file in messages.
Result<RetentionPolicy> parse_retention(std::string_view toml, std::string_view name);

}  // namespace northlight::domain
