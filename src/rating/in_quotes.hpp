#pragma once

#include <string>
#include <string_view>

namespace northlight::rating {

/// A piece of somebody's file as a message may show it: in quotation marks, at most 40 bytes, and
/// nothing in it that a terminal would obey.
std::string in_quotes(std::string_view text);

}  // namespace northlight::rating
