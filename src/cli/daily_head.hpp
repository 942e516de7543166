#pragma once

#include <functional>
#include <optional>
#include <string>

#include "cli/rounds.hpp"
#include "platform/clock.hpp"
#include "platform/log.hpp"
#include "platform/signature.hpp"
#include "store/database.hpp"

namespace northlight::cli {

/// Who is told of heads.
struct HeadsTold {
  /// When the last head by the key was made: at the first look, and with each new one.
  std::function<void(platform::Instant)> signed_at;
  /// How many things are wrong with what is kept: heads by others, an index that is not as the
  /// rows.
  std::function<void(std::size_t)> faults = [](std::size_t) {};
};

/// The head of a day, made by whoever looks first.
class HeadOfDay {
 public:
  HeadOfDay(store::Database& database, const platform::SigningKey& key, const platform::Log& log,
            HeadsTold told);

  /// Proves and signs the trail where the day of `now` has no head by the key yet. Whether it has
  /// one then: a trail that is broken is not signed, and the log says so. Heads that somebody else
  /// put there count for nothing, and are faults in the log.
  bool look(platform::Instant now);

 private:
  void make_if_due(platform::Instant now, const std::string& day);

  store::Database& database_;
  const platform::SigningKey& key_;
  const platform::Log& log_;
  HeadsTold told_;
  std::optional<std::string> last_day_{};
};

/// While it lives, the server proves and signs the heads of the audit trail once each day of
/// London's calendar: when it starts, where the day has none yet, and soon after each midnight. A
/// trail that is broken is not signed: the log says so each hour.
class DailyHead {
 public:
  DailyHead(store::Database& database, const platform::SigningKey& key,
            const platform::Clock& clock, const platform::Log& log, HeadsTold told);

 private:
  HeadOfDay head_;
  Rounds rounds_;  // Last, so that it ends first.
};

}  // namespace northlight::cli
