#include "tests/faults/killed_server.hpp"

#include <unistd.h>

#include <array>
#include <csignal>
#include <stdexcept>

namespace northlight::testing {

KilledServer::KilledServer(const std::vector<std::string>& command)
    : program_(start_program(command, STDERR_FILENO)) {}

KilledServer::~KilledServer() {
  if (killed_) return;
  ::kill(program_.id, SIGKILL);
  if (hearing_.joinable()) hearing_.join();
  ended_by_kill(program_);
  ::close(program_.said);
}

bool KilledServer::hear_more() {
  std::array<char, 4096> buffer{};
  const auto count = ::read(program_.said, buffer.data(), buffer.size());
  if (count <= 0) return false;
  said_.append(buffer.data(), static_cast<std::size_t>(count));
  return true;
}

std::uint16_t KilledServer::port() {
  static const std::string before = "Northlight is at http://127.0.0.1:";
  for (;;) {
    const auto at = said_.find(before);
    if (at != std::string::npos && said_.find('\n', at) != std::string::npos) {
      const auto port = std::stoi(said_.substr(at + before.size()));
      // A pipe that nobody empties would hold it up one day.
      hearing_ = std::jthread([this] {
        while (hear_more()) continue;
      });
      return static_cast<std::uint16_t>(port);
    }
    if (!hear_more()) throw std::runtime_error("the server does not start: " + said_);
  }
}

void KilledServer::kill() {
  ::kill(program_.id, SIGKILL);
  killed_ = true;
  if (hearing_.joinable()) hearing_.join();
  while (hear_more()) continue;
  const bool by_us = ended_by_kill(program_);
  ::close(program_.said);
  if (!by_us) throw std::runtime_error("the server ended by itself: " + said_);
}

}  // namespace northlight::testing
