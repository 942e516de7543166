#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>

#include "accounts/glass.hpp"
#include "accounts/unusual_when.hpp"
#include "base/date.hpp"
#include "base/result.hpp"

namespace northlight::accounts {

/// policy/access-watch.toml: from when an access is one to look at, and what a reason must be.
struct AccessWatch {
  std::string title;
  Date in_force_from{};
  UnusualWhen unusual{};
  int days_shown = 0;
  ReasonLength reason{};
  std::string source{};
  std::string status{};
};

/// Refuses, with file, line and key, what is missing, unknown or out of its bounds.
Result<AccessWatch> parse_access_watch(std::string_view toml, std::string_view name);
Result<AccessWatch> read_access_watch(const std::filesystem::path& file);

}  // namespace northlight::accounts
