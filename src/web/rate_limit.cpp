#include "web/rate_limit.hpp"

#include <algorithm>
#include <cmath>

namespace northlight::web {

using std::chrono::seconds;

void RateLimit::refill(Bucket& bucket, platform::Instant now) const {
  const auto passed = std::chrono::duration<double>(now - bucket.at).count();
  // A clock that was set back gives nothing and takes nothing.
  bucket.left = std::min(rate_.burst, bucket.left + std::max(passed, 0.0) * rate_.a_minute / 60);
  bucket.at = now;
}

void RateLimit::make_room(platform::Instant now) {
  for (auto at = buckets_.begin(); at != buckets_.end();) {
    refill(at->second, now);
    at = at->second.left >= rate_.burst ? buckets_.erase(at) : std::next(at);
  }
  if (buckets_.size() >= most_keys_) buckets_.clear();
}

seconds RateLimit::wait_for(std::string_view key, platform::Instant now) {
  const std::scoped_lock lock(mutex_);
  auto at = buckets_.find(std::string(key));
  if (at == buckets_.end()) {
    if (buckets_.size() >= most_keys_) make_room(now);
    at = buckets_.emplace(std::string(key), Bucket{rate_.burst, now}).first;
  }
  auto& bucket = at->second;
  refill(bucket, now);
  if (bucket.left >= 1) {
    bucket.left -= 1;
    return seconds{0};
  }
  const auto wait = std::ceil((1 - bucket.left) * 60 / rate_.a_minute);
  return seconds{std::max<long long>(1, static_cast<long long>(wait))};
}

std::size_t RateLimit::keys() const {
  const std::scoped_lock lock(mutex_);
  return buckets_.size();
}

}  // namespace northlight::web
