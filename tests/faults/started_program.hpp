#pragma once

#include <sys/types.h>

#include <string>
#include <vector>

namespace northlight::testing {

/// A program that runs, and the end of the pipe that it speaks into.
struct StartedProgram {
  pid_t id = -1;
  int said = -1;
};

/// Starts a program; `speaks_on` is STDOUT_FILENO or STDERR_FILENO. Throws std::runtime_error when
/// it cannot be started.
StartedProgram start_program(std::vector<std::string> command, int speaks_on);

/// Waits for the end of a program that was sent SIGKILL. Says whether that is what ended it.
bool ended_by_kill(const StartedProgram& program);

}  // namespace northlight::testing
