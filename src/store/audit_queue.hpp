#pragma once

#include <condition_variable>
#include <cstddef>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

#include "base/result.hpp"
#include "store/audit_log.hpp"
#include "store/database.hpp"

namespace northlight::store {

/// Puts down lines of the audit trail that many requests wait for together: those that come while
/// the disk is busy with some go down in one transaction after it, with one flush. For reads alone:
/// a change writes its line in its own transaction. The database outlives it. Safe to use from many
/// threads.
class AuditQueue {
 public:
  /// Told once, from the queue's own thread, when the lines are on the disk or cannot be. Must not
  /// throw or put anything into the queue.
  using Told = std::function<void(const Status&)>;

  explicit AuditQueue(Database& database);
  AuditQueue(const AuditQueue&) = delete;
  AuditQueue& operator=(const AuditQueue&) = delete;
  ~AuditQueue();  ///< Finishes what waits.

  /// All of these lines or none, in their order. Does not wait.
  void put(std::vector<AuditEntry> lines, Told told);

 private:
  struct Waiting {
    std::size_t lines;  ///< How many of those that wait are its own.
    Told told;
  };
  struct Batch {
    std::vector<AuditEntry> lines{};
    std::vector<Waiting> waiting{};
  };

  void run();
  void put_down(const Batch& batch);

  Database& database_;
  std::mutex mutex_;
  std::condition_variable work_came_;
  Batch next_;
  bool ending_ = false;
  std::thread thread_;
};

}  // namespace northlight::store
