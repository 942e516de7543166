#pragma once

#include <chrono>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <vector>

#include "base/result.hpp"
#include "store/session.hpp"

namespace northlight::store {

/// Sessions that threads take in turn. A session is opened when it is first needed; one that lost
/// its connection is thrown away, and the next taker opens another.
class SessionPool {
 public:
  SessionPool(DatabaseUrl url, SessionUse use, std::size_t most, std::chrono::milliseconds patience)
      : url_(std::move(url)), use_(use), most_(most), patience_(patience) {}

  /// A session taken from the pool; goes back by itself.
  class Lease {
   public:
    Lease(SessionPool& pool, std::unique_ptr<Transaction> session)
        : pool_(&pool), session_(std::move(session)) {}
    Lease(Lease&&) noexcept = default;
    Lease& operator=(Lease&&) = delete;
    Lease(const Lease&) = delete;
    Lease& operator=(const Lease&) = delete;
    ~Lease() {
      if (session_) pool_->give_back(std::move(session_));
    }
    Transaction& operator*() const { return *session_; }
    Transaction* operator->() const { return session_.get(); }

   private:
    SessionPool* pool_;
    std::unique_ptr<Transaction> session_;
  };

  /// Fails with Unavailable when none came free in time, or none can be opened.
  Result<Lease> take();

  /// Throws away the idle sessions: after one lost its connection, the others have too.
  void forget_idle();

 private:
  void give_back(std::unique_ptr<Transaction> session);

  DatabaseUrl url_;
  SessionUse use_;
  std::size_t most_;
  std::chrono::milliseconds patience_;
  std::mutex mutex_;
  std::condition_variable came_free_;
  std::vector<std::unique_ptr<Transaction>> idle_;
  std::size_t taken_ = 0;
};

}  // namespace northlight::store
