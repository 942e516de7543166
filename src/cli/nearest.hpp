#pragma once

#include <span>
#include <string>
#include <string_view>

namespace northlight::cli {

/// The candidate that was most likely meant: the one with the fewest letters to change, add, drop
/// or swap, if those are few for its length; of equals the first. Empty when none is near.
std::string nearest(std::string_view typed, std::span<const std::string> candidates);

}  // namespace northlight::cli
