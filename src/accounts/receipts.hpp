#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <mutex>

#include "base/result.hpp"

namespace northlight::accounts {

/// The lines of the audit trail that one request has sent on their way: nothing that it read is
/// given out before all of them are on the disk. Safe to use from many threads.
class Receipts {
 public:
  /// One more is on its way.
  void expect();
  /// One is on the disk, or could not be put there.
  void arrived(const Status& kept);

  /// Calls `then` once, when nothing is on its way any more: at once, or from the thread that
  /// brings the last one. It is told the first failure. Asked for once, after the last `expect`.
  void when_all(std::function<void(const Status&)> then);

 private:
  std::mutex mutex_;
  std::size_t on_their_way_ = 0;
  Status kept_ = done();
  std::function<void(const Status&)> then_;
};

}  // namespace northlight::accounts
