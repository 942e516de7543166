#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace northlight::web {

/// Threads that run what may block, in the order in which it came. The queue is bounded: a server
/// that cannot keep up says so rather than growing.
class WorkerPool {
 public:
  using Work = std::function<void()>;

  WorkerPool(std::size_t workers, std::size_t most_queued);
  /// Finishes what is queued.
  ~WorkerPool();
  WorkerPool(const WorkerPool&) = delete;
  WorkerPool& operator=(const WorkerPool&) = delete;

  /// False, and nothing is run, when the queue is full.
  bool try_post(Work work);

  std::size_t queued() const;

 private:
  void work_on();

  const std::size_t most_queued_;
  mutable std::mutex mutex_;
  std::condition_variable there_is_work_;
  std::deque<Work> queue_;
  bool stopping_ = false;
  std::vector<std::thread> threads_;
};

}  // namespace northlight::web
