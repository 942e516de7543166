#pragma once

#include <condition_variable>
#include <cstddef>
#include <mutex>
#include <optional>

namespace northlight::platform {

/// Lets so many in at once and so many wait for it; whoever comes beyond that is turned away at
/// once. For what is heavy and asked for by strangers. Safe to use from many threads.
class Turnstile {
 public:
  Turnstile(std::size_t at_once, std::size_t most_waiting)
      : at_once_(at_once), most_waiting_(most_waiting) {}

  /// Being inside; left when it goes.
  class Pass {
   public:
    explicit Pass(Turnstile& turnstile) : turnstile_(&turnstile) {}
    Pass(Pass&& other) noexcept : turnstile_(other.turnstile_) { other.turnstile_ = nullptr; }
    Pass& operator=(Pass&&) = delete;
    ~Pass() {
      if (turnstile_ != nullptr) turnstile_->leave();
    }

   private:
    Turnstile* turnstile_;
  };

  /// Blocks while others are inside. Nothing when too many wait already.
  std::optional<Pass> enter() {
    std::unique_lock lock(mutex_);
    if (inside_ >= at_once_ && waiting_ >= most_waiting_) return std::nullopt;
    ++waiting_;
    came_free_.wait(lock, [this] { return inside_ < at_once_; });
    --waiting_;
    ++inside_;
    return Pass(*this);
  }

 private:
  void leave() {
    {
      const std::lock_guard lock(mutex_);
      --inside_;
    }
    came_free_.notify_one();
  }

  const std::size_t at_once_;
  const std::size_t most_waiting_;
  std::mutex mutex_{};
  std::condition_variable came_free_{};
  std::size_t inside_ = 0;
  std::size_t waiting_ = 0;
};

}  // namespace northlight::platform
