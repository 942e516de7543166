#include "web/worker_pool.hpp"

#include <utility>

namespace northlight::web {

WorkerPool::WorkerPool(std::size_t workers, std::size_t most_queued) : most_queued_(most_queued) {
  for (std::size_t i = 0; i < workers; ++i) threads_.emplace_back([this] { work_on(); });
}

WorkerPool::~WorkerPool() {
  {
    const std::scoped_lock lock(mutex_);
    stopping_ = true;
  }
  there_is_work_.notify_all();
  for (auto& thread : threads_) thread.join();
}

bool WorkerPool::try_post(Work work) {
  {
    const std::scoped_lock lock(mutex_);
    if (queue_.size() >= most_queued_) return false;
    queue_.push_back(std::move(work));
  }
  there_is_work_.notify_one();
  return true;
}

std::size_t WorkerPool::queued() const {
  const std::scoped_lock lock(mutex_);
  return queue_.size();
}

void WorkerPool::work_on() {
  std::unique_lock lock(mutex_);
  while (true) {
    there_is_work_.wait(lock, [this] { return stopping_ || !queue_.empty(); });
    if (queue_.empty()) return;
    auto work = std::move(queue_.front());
    queue_.pop_front();
    lock.unlock();
    work();
    work = nullptr;  // What it held goes before the lock is taken again.
    lock.lock();
  }
}

}  // namespace northlight::web
