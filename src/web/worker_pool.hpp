#pragma once

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

namespace northlight::web {

/// Threads that run what may block, in the order in which it came. The queue is bounded: a server
/// that cannot keep up says so rather than growing.
///
/// Only `at_once` of them use a processor at the same time: more would take it from one another,
/// and each what the others have in their caches. Whoever waits for something else
/// (platform::WaitsElsewhere), or has been at it for a while, gives their place to the next.
class WorkerPool {
 public:
  using Work = std::function<void()>;

  struct Size {
    std::size_t workers = 8;  ///< At least 1.
    std::size_t at_once = 0;  ///< 0: as many as there are processors, and at least 2.
    std::size_t most_queued = 0;
    /// After so long nobody knows what holds a task up, and it no longer holds up others.
    std::chrono::milliseconds a_while{10};
  };

  explicit WorkerPool(const Size& size);
  /// Finishes what is queued.
  ~WorkerPool();
  WorkerPool(const WorkerPool&) = delete;
  WorkerPool& operator=(const WorkerPool&) = delete;

  /// False, and nothing is run, when the queue is full.
  bool try_post(Work work);

  std::size_t queued() const;

 private:
  using Clock = std::chrono::steady_clock;
  class Place;

  void work_on(Place& place);
  bool has_room(Clock::time_point now) const;
  void run_next(std::unique_lock<std::mutex>& lock, Place& place);

  Size size_;
  mutable std::mutex mutex_;
  std::condition_variable there_is_work_;
  std::deque<Work> queue_;
  bool stopping_ = false;
  bool watched_ = false;  ///< Somebody idle looks again when a task has been at it for a while.
  std::vector<std::unique_ptr<Place>> places_;
  std::vector<std::thread> threads_;
};

}  // namespace northlight::web
