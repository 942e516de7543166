#include "platform/clock.hpp"

#include <date/tz.h>

#include <cstdio>

namespace northlight::platform {

Instant SystemClock::now() const {
  return std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now());
}

std::string iso(Instant instant) {
  const auto day = std::chrono::floor<std::chrono::days>(instant);
  const std::chrono::hh_mm_ss time{instant - day};
  char text[24];
  std::snprintf(text, sizeof text, "T%02d:%02d:%02d.%03dZ", static_cast<int>(time.hours().count()),
                static_cast<int>(time.minutes().count()), static_cast<int>(time.seconds().count()),
                static_cast<int>(time.subseconds().count()));
  return northlight::iso(Date{day}) + text;
}

Date day_in_london(Instant instant) {
  static const auto* const london = date::locate_zone("Europe/London");
  const auto local = london->to_local(instant);
  return Date{std::chrono::floor<std::chrono::days>(
      std::chrono::sys_time<std::chrono::milliseconds>{local.time_since_epoch()})};
}

}  // namespace northlight::platform
