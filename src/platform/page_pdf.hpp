#pragma once

#include <string>
#include <string_view>

#include "base/result.hpp"

namespace northlight::platform {

/// Whether this machine can print pages: Debian's Chromium is installed.
bool can_print_pdf();

/// Prints a whole page of ours, which fetches nothing, as PDF on A4: by Chromium, shut in without a
/// network and without any file but the page, and never as root. Its own sandbox is on besides.
/// Unavailable, saying what to do, where Chromium is not installed or does not print.
Result<std::string> print_pdf(std::string_view html);

}  // namespace northlight::platform
