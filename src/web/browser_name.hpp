#pragma once

#include <string>
#include <string_view>

namespace northlight::web {

/// "Firefox on Windows": enough for somebody to know their own session in a list by, and no more of
/// what a browser tells about its owner.
std::string browser_name(std::string_view user_agent);

}  // namespace northlight::web
