#pragma once

namespace northlight::cli {

/// The whole program: the process's own streams, signals and exit status around `run`.
/// Output that cannot be written (a full disk, a closed pipe) is said and ends with status 2.
int program(int argument_count, char** arguments);

}  // namespace northlight::cli
