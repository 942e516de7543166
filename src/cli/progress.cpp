#include "cli/progress.hpp"

namespace northlight::cli {
namespace {

constexpr std::string_view start_of_cleared_line = "\r\x1b[K";

}  // namespace

void Progress::step(std::string_view what) {
  ++at_;
  if (!streams_.words_on_terminal || steps_ < 2) return;
  streams_.words << start_of_cleared_line << doing_ << ' ' << at_ << " of " << steps_ << ": "
                 << what << std::flush;
  shown_ = true;
}

void Progress::clear() {
  if (!shown_) return;
  streams_.words << start_of_cleared_line << std::flush;
  shown_ = false;
}

}  // namespace northlight::cli
