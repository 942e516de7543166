#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace northlight::accounts {

/// Whether one of these names, or a part of one, is among the words or inside one of them: "rowan1"
/// and "littlerowan" have "Rowan Whitcombe" in them. Names of fewer than four letters are looked
/// for as whole words only, figures apart ("jo7"), and single letters not at all. Without regard to
/// case and accents. Whoever knows the child would try these first.
bool has_name_in_it(std::string_view words, const std::vector<std::string>& names);

}  // namespace northlight::accounts
