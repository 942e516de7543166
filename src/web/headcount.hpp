#pragma once

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <mutex>

namespace northlight::web {

/// How many connections are here; can be waited on until all have left.
class Headcount {
 public:
  /// With whoever just came.
  std::size_t enter() {
    const std::scoped_lock lock(mutex_);
    return ++count_;
  }
  void leave() {
    const std::scoped_lock lock(mutex_);
    if (--count_ == 0) empty_.notify_all();
  }
  std::size_t count() const {
    const std::scoped_lock lock(mutex_);
    return count_;
  }
  /// False when some were still here at the end of that time.
  bool wait_until_empty(std::chrono::milliseconds patience) {
    std::unique_lock lock(mutex_);
    return empty_.wait_for(lock, patience, [this] { return count_ == 0; });
  }

 private:
  mutable std::mutex mutex_;
  std::condition_variable empty_;
  std::size_t count_ = 0;
};

}  // namespace northlight::web
