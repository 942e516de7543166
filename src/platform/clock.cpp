#include "platform/clock.hpp"

#include <date/tz.h>

#include "base/text.hpp"

namespace northlight::platform {

Instant SystemClock::now() const {
  return std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now());
}

std::string iso(Instant instant) {
  const auto day = std::chrono::floor<std::chrono::days>(instant);
  const std::chrono::hh_mm_ss time{instant - day};
  auto text = northlight::iso(Date{day}) + "T00:00:00.000Z";
  const auto put = [&](std::size_t before_end, std::size_t count, auto figures) {
    put_figures(text, text.size() - before_end, count, static_cast<unsigned>(figures.count()));
  };
  put(13, 2, time.hours());
  put(10, 2, time.minutes());
  put(7, 2, time.seconds());
  put(4, 3, std::chrono::duration_cast<std::chrono::milliseconds>(time.subseconds()));
  return text;
}

Result<Instant> parse_instant(std::string_view text) {
  const auto wrong = [] {
    return Error{ErrorCode::Invalid, "This is not a moment as 2026-06-10T08:30:00.123Z"};
  };
  constexpr std::string_view form = "0000-00-00T00:00:00.000Z";
  if (text.size() != form.size()) return wrong();
  for (std::size_t i = 0; i < form.size(); ++i)
    if (form[i] == '0' ? text[i] < '0' || text[i] > '9' : text[i] != form[i]) return wrong();
  const auto day = parse_date(text.substr(0, 10));
  const auto figures = [&](std::size_t at, std::size_t count) {
    int number = 0;
    for (const char c : text.substr(at, count)) number = number * 10 + (c - '0');
    return number;
  };
  const int hours = figures(11, 2);
  const int minutes = figures(14, 2);
  const int seconds = figures(17, 2);
  if (!day || hours > 23 || minutes > 59 || seconds > 59) return wrong();
  return Instant{std::chrono::sys_days{*day}} + std::chrono::hours{hours} +
         std::chrono::minutes{minutes} + std::chrono::seconds{seconds} +
         std::chrono::milliseconds{figures(20, 3)};
}

LondonTime in_london(Instant instant) {
  static const auto* const london = date::locate_zone("Europe/London");
  const std::chrono::sys_time<std::chrono::milliseconds> local{
      london->to_local(instant).time_since_epoch()};
  const auto day = std::chrono::floor<std::chrono::days>(local);
  const std::chrono::hh_mm_ss time{local - day};
  return {Date{day}, static_cast<int>(time.hours().count()),
          static_cast<int>(time.minutes().count())};
}

Instant start_of_day_in_london(Date day) {
  static const auto* const london = date::locate_zone("Europe/London");
  const auto local = date::local_days{std::chrono::sys_days{day}.time_since_epoch()};
  return london->to_sys(local, date::choose::earliest);
}

Date day_in_london(Instant instant) { return in_london(instant).day; }

}  // namespace northlight::platform
