#include "cli/version.hpp"

namespace northlight::cli {

std::string_view version() { return NORTHLIGHT_VERSION; }

}  // namespace northlight::cli
