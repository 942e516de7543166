#include "web/worker_pool.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "platform/waits_elsewhere.hpp"

namespace northlight::web {

/// One thread of the pool, and since when its task has used a processor. Guarded by the mutex of
/// the pool.
class WorkerPool::Place final : public platform::RunsTasks {
 public:
  explicit Place(WorkerPool& pool) : pool_(pool) {}

  void task_waits() override {
    const std::scoped_lock lock(pool_.mutex_);
    since.reset();
    if (!pool_.queue_.empty()) pool_.there_is_work_.notify_one();
  }

  /// It goes on at once, whoever took the place meanwhile: it holds what others may wait for.
  void task_goes_on() override {
    const std::scoped_lock lock(pool_.mutex_);
    since = Clock::now();
  }

  std::optional<Clock::time_point> since{};

 private:
  WorkerPool& pool_;
};

WorkerPool::WorkerPool(const Size& size) : size_(size) {
  if (size_.at_once == 0) size_.at_once = std::max(2U, std::thread::hardware_concurrency());
  for (std::size_t i = 0; i < std::max<std::size_t>(size_.workers, 1); ++i)
    places_.push_back(std::make_unique<Place>(*this));
  for (const auto& place : places_) threads_.emplace_back([this, &place] { work_on(*place); });
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
    if (queue_.size() >= size_.most_queued) return false;
    queue_.push_back(std::move(work));
    // Where there is no room whoever finishes next goes on with it, and somebody watches for those
    // who do not finish.
    if (watched_ && !has_room(Clock::now())) return true;
  }
  there_is_work_.notify_one();
  return true;
}

std::size_t WorkerPool::queued() const {
  const std::scoped_lock lock(mutex_);
  return queue_.size();
}

bool WorkerPool::has_room(Clock::time_point now) const {
  const auto busy = std::ranges::count_if(places_, [&](const auto& place) {
    return place->since && now - *place->since < size_.a_while;
  });
  return static_cast<std::size_t>(busy) < size_.at_once;
}

void WorkerPool::run_next(std::unique_lock<std::mutex>& lock, Place& place) {
  auto work = std::move(queue_.front());
  queue_.pop_front();
  place.since = Clock::now();
  if (!queue_.empty() && !watched_) there_is_work_.notify_one();
  lock.unlock();
  work();
  work = nullptr;  // What it held goes before the lock is taken again.
  lock.lock();
  place.since.reset();
}

void WorkerPool::work_on(Place& place) {
  platform::RunsTasks::of_this_thread() = &place;
  std::unique_lock lock(mutex_);
  while (!stopping_ || !queue_.empty()) {
    const bool is_empty = queue_.empty();
    if (!is_empty && (stopping_ || has_room(Clock::now()))) {
      run_next(lock, place);
    } else if (is_empty || watched_) {
      there_is_work_.wait(lock);
    } else {
      watched_ = true;
      there_is_work_.wait_for(lock, size_.a_while);
      watched_ = false;
    }
  }
}

}  // namespace northlight::web
