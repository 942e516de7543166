#pragma once

#include <cstdint>
#include <string>
#include <thread>
#include <vector>

#include "tests/faults/started_program.hpp"

namespace northlight::testing {

/// The real server, which ends by being killed.
class KilledServer {
 public:
  explicit KilledServer(const std::vector<std::string>& command);
  ~KilledServer();
  KilledServer(const KilledServer&) = delete;
  KilledServer& operator=(const KilledServer&) = delete;

  /// Waits until it says where it is. Throws std::runtime_error, with its words, when it ends
  /// first.
  std::uint16_t port();

  /// SIGKILL; throws std::runtime_error when it had ended by itself.
  void kill();

  /// What it said on standard error, once it was killed.
  const std::string& said() const { return said_; }

 private:
  bool hear_more();

  StartedProgram program_;
  std::string said_{};
  std::jthread hearing_{};
  bool killed_ = false;
};

}  // namespace northlight::testing
