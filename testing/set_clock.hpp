#pragma once

#include <atomic>

#include "platform/clock.hpp"

namespace northlight::testing {

/// A clock that stands until it is moved.
class SetClock final : public platform::Clock {
 public:
  explicit SetClock(platform::Instant now) : now_(now.time_since_epoch().count()) {}

  platform::Instant now() const override {
    return platform::Instant{platform::Instant::duration{now_.load()}};
  }
  void go_on(std::chrono::milliseconds by) { now_ += by.count(); }

 private:
  std::atomic<platform::Instant::rep> now_;
};

}  // namespace northlight::testing
