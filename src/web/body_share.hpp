#pragma once

#include <atomic>
#include <cstddef>
#include <utility>

namespace northlight::web {

/// What one request holds of the memory that the bodies of all share; given back at its end.
class BodyShare {
 public:
  explicit BodyShare(std::atomic<std::size_t>& all) : all_(all) {}
  ~BodyShare() { all_ -= bytes_; }
  BodyShare(const BodyShare&) = delete;
  BodyShare& operator=(const BodyShare&) = delete;

  /// It holds so many bytes now. Whether all together are still within `most`.
  bool hold(std::size_t bytes, std::size_t most) {
    const auto before = std::exchange(bytes_, bytes);
    return (all_ += bytes - before) <= most;  // Unsigned, so less is a subtraction.
  }

 private:
  std::atomic<std::size_t>& all_;
  std::size_t bytes_ = 0;
};

}  // namespace northlight::web
