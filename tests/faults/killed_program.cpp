#include "tests/faults/killed_program.hpp"

#include <unistd.h>

#include <algorithm>
#include <array>
#include <csignal>
#include <cstdlib>
#include <stdexcept>
#include <thread>

#include "tests/faults/started_program.hpp"

namespace northlight::testing {

std::vector<std::string> said_before_killed(const std::vector<std::string>& command,
                                            const KillAfter& after) {
  const auto program = start_program(command, STDOUT_FILENO);
  std::string text;
  std::size_t lines = 0;
  bool killed = false;
  std::array<char, 8192> buffer{};
  for (;;) {
    if (!killed && lines >= after.lines) {
      std::this_thread::sleep_for(after.then);  // The moment of the kill, not a wait for something.
      ::kill(program.id, SIGKILL);
      killed = true;
    }
    const auto count = ::read(program.said, buffer.data(), buffer.size());
    if (count <= 0) break;
    text.append(buffer.data(), static_cast<std::size_t>(count));
    lines += static_cast<std::size_t>(std::count(buffer.data(), buffer.data() + count, '\n'));
  }
  ::close(program.said);
  if (!ended_by_kill(program)) throw std::runtime_error("the program ended by itself: " + text);
  std::vector<std::string> said;
  for (std::size_t at = 0, end = 0; (end = text.find('\n', at)) != std::string::npos; at = end + 1)
    said.push_back(text.substr(at, end - at));
  return said;
}

int kill_rounds(int as_a_rule) {
  const char* asked = std::getenv("NORTHLIGHT_KILL_ROUNDS");
  return asked == nullptr ? as_a_rule : std::max(1, std::atoi(asked));
}

}  // namespace northlight::testing
