#pragma once

#include <chrono>
#include <string>
#include <string_view>

#include "base/date.hpp"
#include "base/result.hpp"

namespace northlight::platform {

/// A moment, for the audit trail and logs. Days of the calendar are `Date`.
using Instant = std::chrono::sys_time<std::chrono::milliseconds>;

/// Tells the moment. Handed in to whatever needs it: the real clock here, one that is set by hand
/// in tests.
class Clock {
 public:
  virtual ~Clock() = default;
  virtual Instant now() const = 0;
};

class SystemClock final : public Clock {
 public:
  Instant now() const override;
};

/// "2026-06-10T08:30:00.123Z".
std::string iso(Instant instant);

/// Takes that form alone, as the database holds it.
Result<Instant> parse_instant(std::string_view text);

/// The day that it then is in England and Wales: half past eleven at night UTC in June is already
/// tomorrow. Reads the machine's time zone data; throws std::runtime_error where there is none.
Date day_in_london(Instant instant);

/// The day and the time that clocks in England and Wales then show.
struct LondonTime {
  Date day;
  int hour;
  int minute;
};
LondonTime in_london(Instant instant);

/// When that day begins there: 11pm UTC of the day before, in summer.
Instant start_of_day_in_london(Date day);

}  // namespace northlight::platform
