#pragma once

#include <functional>
#include <initializer_list>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

#include "base/json.hpp"
#include "base/result.hpp"

namespace spdlog {
class logger;
}

namespace northlight::platform {

enum class Severity { Notice, Warning, Fault };

/// One JSON object a line: time, severity, event, then the fields in the order given. A line
/// carries ids, counts and patterns; never a name, an address that was asked for, or anything that
/// somebody typed. May be written to from any thread.
class Log {
 public:
  using Fields = std::initializer_list<std::pair<std::string_view, Json>>;

  static Log to_standard_error();
  /// Appends to a file; refuses one that cannot be opened.
  static Result<Log> to_file(const std::string& path);
  /// Hands each line, without its line end, to `take`, one at a time.
  static Log to(std::function<void(std::string_view line)> take);

  void write(Severity severity, std::string_view event, Fields fields = {}) const;

 private:
  explicit Log(std::shared_ptr<spdlog::logger> logger) : logger_(std::move(logger)) {}

  std::shared_ptr<spdlog::logger> logger_;  // Shared, for spdlog's loggers are handed out so.
};

}  // namespace northlight::platform
