#include "web/stop_signal.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <system_error>

namespace northlight::web {
namespace {

std::array<int, 2> told{-1, -1};  // A pipe: nearly nothing else may be touched by a signal handler.

extern "C" void tell(int) {
  const int before = errno;
  static_cast<void>(!::write(told[1], "!", 1));
  errno = before;
}

}  // namespace

void note_stop_signals() {
  if (told[0] >= 0) return;
  if (::pipe2(told.data(), O_CLOEXEC) != 0)
    throw std::system_error(errno, std::generic_category(), "pipe2");
  struct sigaction action {};
  action.sa_handler = tell;
  action.sa_flags = static_cast<int>(SA_RESETHAND);
  ::sigaction(SIGTERM, &action, nullptr);
  ::sigaction(SIGINT, &action, nullptr);
}

void wait_for_stop_signal() {
  note_stop_signals();
  char taken = 0;
  while (::read(told[0], &taken, 1) < 0 && errno == EINTR) {
  }
  std::signal(SIGTERM, SIG_DFL);
  std::signal(SIGINT, SIG_DFL);
  ::close(told[0]);
  ::close(told[1]);
  told = {-1, -1};
}

}  // namespace northlight::web
