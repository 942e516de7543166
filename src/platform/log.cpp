#include "platform/log.hpp"

#include <spdlog/formatter.h>
#include <spdlog/logger.h>
#include <spdlog/sinks/base_sink.h>
#include <spdlog/sinks/basic_file_sink.h>
#include <spdlog/sinks/stdout_sinks.h>

#include <mutex>

#include "platform/clock.hpp"

namespace northlight::platform {
namespace {

/// spdlog's own patterns do not escape quotes, so a line is made here: the payload is already the
/// text of a JSON object, whose opening brace gives way to the time and the severity.
class JsonLine final : public spdlog::formatter {
 public:
  void format(const spdlog::details::log_msg& message, spdlog::memory_buf_t& line) override {
    append(line, R"({"time":")");
    append(line, iso(std::chrono::floor<std::chrono::milliseconds>(message.time)));
    append(line, R"(","severity":")");
    append(line, name_of(message.level));
    append(line, R"(",)");
    append(line, std::string_view{message.payload.data(), message.payload.size()}.substr(1));
    append(line, "\n");
  }

  std::unique_ptr<spdlog::formatter> clone() const override { return std::make_unique<JsonLine>(); }

 private:
  static void append(spdlog::memory_buf_t& line, std::string_view text) {
    line.append(text.data(), text.data() + text.size());
  }
  static std::string_view name_of(spdlog::level::level_enum level) {
    if (level >= spdlog::level::err) return "fault";
    return level == spdlog::level::warn ? "warning" : "notice";
  }
};

class HandingSink final : public spdlog::sinks::base_sink<std::mutex> {
 public:
  explicit HandingSink(std::function<void(std::string_view)> take) : take_(std::move(take)) {}

 private:
  void sink_it_(const spdlog::details::log_msg& message) override {
    spdlog::memory_buf_t line;
    formatter_->format(message, line);
    take_({line.data(), line.size() - 1});
  }
  void flush_() override {}

  std::function<void(std::string_view)> take_;
};

std::shared_ptr<spdlog::logger> logger_to(spdlog::sink_ptr sink) {
  auto logger = std::make_shared<spdlog::logger>("northlight", std::move(sink));
  logger->set_formatter(std::make_unique<JsonLine>());
  logger->flush_on(spdlog::level::info);
  return logger;
}

spdlog::level::level_enum level_of(Severity severity) {
  switch (severity) {
    case Severity::Notice:
      return spdlog::level::info;
    case Severity::Warning:
      return spdlog::level::warn;
    case Severity::Fault:
      return spdlog::level::err;
  }
  return spdlog::level::err;
}

}  // namespace

Log Log::to_standard_error() {
  return Log{logger_to(std::make_shared<spdlog::sinks::stderr_sink_mt>())};
}

Result<Log> Log::to_file(const std::string& path) {
  try {
    return Log{logger_to(std::make_shared<spdlog::sinks::basic_file_sink_mt>(path))};
  } catch (const spdlog::spdlog_ex&) {
    return Error{
        ErrorCode::Unavailable,
        "The log file cannot be opened: check that its folder exists and may be written to", path};
  }
}

Log Log::to(std::function<void(std::string_view)> take) {
  return Log{logger_to(std::make_shared<HandingSink>(std::move(take)))};
}

void Log::write(Severity severity, std::string_view event, Fields fields) const {
  Json line = Json::object({{"event", event}});
  for (const auto& [name, value] : fields) line.set(std::string(name), value);
  logger_->log(level_of(severity), spdlog::string_view_t{line.text()});
}

}  // namespace northlight::platform
