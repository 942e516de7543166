#pragma once

#include <string_view>

namespace northlight::cli {

/// The page that `--help` prints for a command, such as "report read"; for the program itself, "".
/// Empty for a command that has none: a test proves that each has one and that it names each of
/// the command's options.
std::string_view manual_page(std::string_view command);

}  // namespace northlight::cli
