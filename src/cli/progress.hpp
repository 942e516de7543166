#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "cli/streams.hpp"

namespace northlight::cli {

/// "Reading 3 of 12: leeds.pdf", rewritten in place while somebody watches; nothing otherwise, so
/// that logs stay clean. Nothing is shown of work with a single step.
class Progress {
 public:
  Progress(Streams& streams, std::string doing, std::size_t steps)
      : streams_(streams), doing_(std::move(doing)), steps_(steps) {}
  ~Progress() { clear(); }
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  void step(std::string_view what);

  /// Takes the line away, so that a message may be written.
  void clear();

 private:
  Streams& streams_;
  std::string doing_;
  std::size_t steps_;
  std::size_t at_ = 0;
  bool shown_ = false;
};

}  // namespace northlight::cli
