#include "cli/program.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <exception>
#include <iostream>
#include <sstream>
#include <string>
#include <system_error>
#include <vector>

#include "cli/command_line.hpp"

namespace northlight::cli {
namespace {

bool is_open(int descriptor) { return fcntl(descriptor, F_GETFD) != -1; }

/// A descriptor that the caller closed is held by /dev/null: otherwise the next file that is opened
/// (a database, say) would become somebody's standard output.
void hold(int descriptor) {
  if (is_open(descriptor)) return;
  const int null = open("/dev/null", O_RDWR);
  if (null >= 0 && null != descriptor) {
    dup2(null, descriptor);
    close(null);
  }
}

Status write_all(int descriptor, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = write(descriptor, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0)
      return Error{ErrorCode::Unavailable,
                   "The output could not be written: " + std::system_category().message(errno),
                   "standard output"};
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return done();
}

}  // namespace

int program(int argument_count, char** arguments) {
  // Output that nobody reads any more is an error to be told, not a reason to be killed.
  std::signal(SIGPIPE, SIG_IGN);
  const bool output_is_open = is_open(STDOUT_FILENO);
  for (const int descriptor : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) hold(descriptor);

  const bool watched = isatty(STDERR_FILENO) == 1;
  const char* const no_colour = std::getenv("NO_COLOR");  // NOLINT(concurrency-mt-unsafe)
  const bool plain = no_colour != nullptr && *no_colour != '\0';
  std::ostringstream data;
  Streams streams{data, std::cerr, watched, watched && !plain};

  const std::vector<std::string> typed(arguments + (argument_count > 0 ? 1 : 0),
                                       arguments + argument_count);
  auto status = run(typed, streams);

  const std::string bytes = std::move(data).str();
  if (!bytes.empty() && !output_is_open)
    return static_cast<int>(
        say_error(streams, {ErrorCode::Unavailable, "The output could not be written: it is closed",
                            "standard output"}));
  if (auto written = write_all(STDOUT_FILENO, bytes); !written)
    status = say_error(streams, written.error());
  return static_cast<int>(status);
}

}  // namespace northlight::cli
