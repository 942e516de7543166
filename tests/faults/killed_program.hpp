#pragma once

#include <chrono>
#include <string>
#include <vector>

namespace northlight::testing {

/// When a program is killed: after it has said so many lines, and then so long.
struct KillAfter {
  std::size_t lines = 0;
  std::chrono::microseconds then{0};
};

/// Starts a program, kills it with SIGKILL, and gives back every whole line that it said. Throws
/// std::runtime_error when it ends by itself.
std::vector<std::string> said_before_killed(const std::vector<std::string>& command,
                                            const KillAfter& after);

/// How many times a test kills: some dozens, or what NORTHLIGHT_KILL_ROUNDS says.
int kill_rounds(int as_a_rule = 30);

}  // namespace northlight::testing
