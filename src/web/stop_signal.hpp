#pragma once

namespace northlight::web {

/// From here on SIGTERM and SIGINT are noted, so that one which comes before `wait_for_stop_signal`
/// is not missed. Call it before telling anybody that the server is there.
void note_stop_signals();

/// Returns when the process is sent SIGTERM or SIGINT. A second one then ends it at once.
void wait_for_stop_signal();

}  // namespace northlight::web
