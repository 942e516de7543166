#pragma once

#include <string>

#include "platform/clock.hpp"

namespace northlight::web::views {

/// "22 November 2026 at 9:30am", as the clocks in London show it.
std::string moment_words(platform::Instant moment);

}  // namespace northlight::web::views
