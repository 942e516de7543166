#pragma once

#include <string_view>

#include "base/result.hpp"
#include "report/walk.hpp"
#include "web/site.hpp"

namespace northlight::web {

/// The inspection that the guide walks through, and the standard that it asks about. Which ones is
/// the guide's subject; every figure about them comes from the library.
inline constexpr std::string_view guide_inspection = "east-sussex-2024-09";
inline constexpr std::string_view guide_standard = "2.2";

/// NotFound or Incomplete where the library does not hold that inspection with its counts.
Result<report::Walk> guide_walk(const Site& site);

}  // namespace northlight::web
