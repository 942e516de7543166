#include "store/session_pool.hpp"

namespace northlight::store {

Result<SessionPool::Lease> SessionPool::take() {
  {
    std::unique_lock lock(mutex_);
    if (!came_free_.wait_for(lock, patience_, [this] { return taken_ < most_; }))
      return Error{ErrorCode::Unavailable,
                   "Every session of the database is busy. Try again in a moment."};
    ++taken_;
    if (!idle_.empty()) {
      auto session = std::move(idle_.back());
      idle_.pop_back();
      return Lease(*this, std::move(session));
    }
  }
  auto opened = Transaction::open(url_, use_);
  if (!opened) {
    give_back(nullptr);
    return std::move(opened).error();
  }
  return Lease(*this, *std::move(opened));
}

void SessionPool::forget_idle() {
  std::vector<std::unique_ptr<Transaction>> gone;
  const std::lock_guard lock(mutex_);
  gone.swap(idle_);
}

void SessionPool::give_back(std::unique_ptr<Transaction> session) {
  const std::lock_guard lock(mutex_);
  --taken_;
  if (session && session->failure() != Failure::ConnectionLost) idle_.push_back(std::move(session));
  came_free_.notify_one();
}

}  // namespace northlight::store
