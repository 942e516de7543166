#pragma once

#include <condition_variable>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <thread>

#include "platform/clock.hpp"
#include "platform/log.hpp"
#include "platform/signature.hpp"
#include "store/database.hpp"

namespace northlight::cli {

/// The head of a day, made by whoever looks first.
class HeadOfDay {
 public:
  /// `signed_at` is told when the last head was made: at the first look, and with each new one.
  HeadOfDay(store::Database& database, const platform::SigningKey& key, const platform::Log& log,
            std::function<void(platform::Instant)> signed_at);

  /// Proves and signs the trail where the day of `now` has no head yet. Whether it has one then: a
  /// trail that is broken is not signed, and the log says so.
  bool look(platform::Instant now);

 private:
  void make_if_due(platform::Instant now, const std::string& day);

  store::Database& database_;
  const platform::SigningKey& key_;
  const platform::Log& log_;
  std::function<void(platform::Instant)> signed_at_;
  std::optional<std::string> last_day_{};
};

/// While it lives, the server proves and signs the heads of the audit trail once each day of
/// London's calendar: when it starts, where the day has none yet, and soon after each midnight. A
/// trail that is broken is not signed: the log says so each hour.
class DailyHead {
 public:
  /// `signed_at` is told when the last head was made: at the start, and with each new one.
  DailyHead(store::Database& database, const platform::SigningKey& key,
            const platform::Clock& clock, const platform::Log& log,
            std::function<void(platform::Instant)> signed_at);
  DailyHead(const DailyHead&) = delete;
  DailyHead& operator=(const DailyHead&) = delete;
  ~DailyHead();

 private:
  void run();

  HeadOfDay head_;
  const platform::Clock& clock_;
  std::mutex mutex_;
  std::condition_variable wake_;
  bool ending_ = false;
  std::thread thread_;
};

}  // namespace northlight::cli
