#include "store/audit_queue.hpp"

#include <algorithm>
#include <chrono>
#include <iterator>
#include <span>
#include <utility>

namespace northlight::store {
namespace {

// Where pages are asked for faster than lines are put down, so many share a flush: each flush costs
// what eight lines do. Somebody alone is not kept waiting.
constexpr std::size_t enough = 16;
constexpr std::chrono::milliseconds longest_wait{2};

}  // namespace

AuditQueue::AuditQueue(Database& database) : database_(database), thread_([this] { run(); }) {}

AuditQueue::~AuditQueue() {
  {
    const std::lock_guard lock(mutex_);
    ending_ = true;
  }
  work_came_.notify_one();
  thread_.join();
}

void AuditQueue::put(std::vector<AuditEntry> lines, Told told) {
  {
    const std::lock_guard lock(mutex_);
    next_.waiting.push_back({lines.size(), std::move(told)});
    std::ranges::move(lines, std::back_inserter(next_.lines));
    if (next_.waiting.size() != 1 && next_.waiting.size() != enough) return;  // It knows.
  }
  work_came_.notify_one();
}

void AuditQueue::run() {
  bool in_company = false;
  for (;;) {
    Batch batch;
    {
      std::unique_lock lock(mutex_);
      work_came_.wait(lock, [this] { return ending_ || !next_.waiting.empty(); });
      if (next_.waiting.empty()) return;
      if (in_company)
        work_came_.wait_for(lock, longest_wait,
                            [this] { return ending_ || next_.waiting.size() >= enough; });
      batch = std::exchange(next_, {});
    }
    in_company = batch.waiting.size() > 1;
    put_down(batch);
  }
}

void AuditQueue::put_down(const Batch& batch) {
  const auto write = [this](std::span<const AuditEntry> lines) {
    return database_.write(
        [&](Transaction& transaction) { return append_audit(transaction, lines); });
  };
  const std::span all(batch.lines);
  const auto kept = write(all);
  std::size_t at = 0;
  for (const auto& one : batch.waiting) {
    // What spoiled one must not spoil its neighbours.
    const bool again = !kept && batch.waiting.size() > 1;
    one.told(again ? write(all.subspan(at, one.lines)) : kept);
    at += one.lines;
  }
}

}  // namespace northlight::store
