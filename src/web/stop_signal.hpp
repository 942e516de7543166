#pragma once

namespace northlight::web {

/// Returns when the process is sent SIGTERM or SIGINT. A second one then ends it at once.
void wait_for_stop_signal();

}  // namespace northlight::web
