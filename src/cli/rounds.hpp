#pragma once

#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>
#include <utility>

namespace northlight::cli {

/// While it lives, a thread of its own does a round at once and then again and again, each time
/// after as long as the round before it said.
class Rounds {
 public:
  using Round = std::function<std::chrono::milliseconds()>;

  explicit Rounds(Round round) : round_(std::move(round)), thread_([this] { run(); }) {}
  Rounds(const Rounds&) = delete;
  Rounds& operator=(const Rounds&) = delete;
  /// Waits for the round that is under way.
  ~Rounds();

 private:
  void run();

  const Round round_;
  std::mutex mutex_;
  std::condition_variable wake_;
  bool ending_ = false;
  std::thread thread_;
};

}  // namespace northlight::cli
