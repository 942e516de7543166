#pragma once

#include <chrono>
#include <cstddef>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>

#include "platform/clock.hpp"

namespace northlight::web {

/// How many requests somebody may send: so many at once, and so many a minute after that.
struct Rate {
  double burst = 300;
  double a_minute = 600;
};

/// Counts requests by key, such as an address. Memory is bounded: when too many keys are known,
/// those that have not asked for a while are forgotten first, and all of them when that is not
/// enough. May be used from any thread.
class RateLimit {
 public:
  explicit RateLimit(Rate rate, std::size_t most_keys = 20'000)
      : rate_(rate), most_keys_(most_keys) {}

  /// Nought when the request may go on; otherwise how long to wait before the next.
  std::chrono::seconds wait_for(std::string_view key, platform::Instant now);

  std::size_t keys() const;

 private:
  struct Bucket {
    double left;
    platform::Instant at;
  };
  void refill(Bucket& bucket, platform::Instant now) const;
  void make_room(platform::Instant now);

  Rate rate_;
  std::size_t most_keys_;
  mutable std::mutex mutex_;
  std::unordered_map<std::string, Bucket> buckets_;
};

}  // namespace northlight::web
