#include "tests/faults/killed_program.hpp"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <csignal>
#include <cstdlib>
#include <stdexcept>
#include <thread>

extern char** environ;  // NOLINT(readability-redundant-declaration)

namespace northlight::testing {
namespace {

struct Started {
  pid_t id;
  int output;
};

Started start(const std::vector<std::string>& command) {
  std::array<int, 2> output{};
  if (::pipe2(output.data(), O_CLOEXEC) != 0) throw std::runtime_error("no pipe");
  posix_spawn_file_actions_t actions;
  ::posix_spawn_file_actions_init(&actions);
  ::posix_spawn_file_actions_adddup2(&actions, output[1], STDOUT_FILENO);
  auto words = command;
  std::vector<char*> arguments;
  for (auto& word : words) arguments.push_back(word.data());
  arguments.push_back(nullptr);
  pid_t id = -1;
  const auto failed =
      ::posix_spawn(&id, words.front().c_str(), &actions, nullptr, arguments.data(), environ);
  ::posix_spawn_file_actions_destroy(&actions);
  ::close(output[1]);
  if (failed != 0) throw std::runtime_error("the program does not start: " + command.front());
  return {id, output[0]};
}

}  // namespace

std::vector<std::string> said_before_killed(const std::vector<std::string>& command,
                                            const KillAfter& after) {
  const auto program = start(command);
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
    const auto count = ::read(program.output, buffer.data(), buffer.size());
    if (count <= 0) break;
    text.append(buffer.data(), static_cast<std::size_t>(count));
    lines += static_cast<std::size_t>(std::count(buffer.data(), buffer.data() + count, '\n'));
  }
  ::close(program.output);
  int status = 0;
  ::waitpid(program.id, &status, 0);
  if (!WIFSIGNALED(status)) throw std::runtime_error("the program ended by itself: " + text);
  std::vector<std::string> said;
  for (std::size_t at = 0, end = 0; (end = text.find('\n', at)) != std::string::npos; at = end + 1)
    said.push_back(text.substr(at, end - at));
  return said;
}

int kill_rounds() {
  const char* asked = std::getenv("NORTHLIGHT_KILL_ROUNDS");
  return asked == nullptr ? 30 : std::max(1, std::atoi(asked));
}

}  // namespace northlight::testing
