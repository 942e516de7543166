#include "cli/rounds.hpp"

namespace northlight::cli {

Rounds::~Rounds() {
  {
    const std::lock_guard lock(mutex_);
    ending_ = true;
  }
  wake_.notify_one();
  thread_.join();
}

void Rounds::run() {
  for (;;) {
    const auto wait = round_();
    std::unique_lock lock(mutex_);
    if (wake_.wait_for(lock, wait, [this] { return ending_; })) return;
  }
}

}  // namespace northlight::cli
