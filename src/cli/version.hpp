#pragma once

#include <string_view>

namespace northlight::cli {

/// The version of the program, as CMakeLists.txt states it: "0.1.0".
std::string_view version();

}  // namespace northlight::cli
