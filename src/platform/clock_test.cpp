#include "platform/clock.hpp"

#include <doctest/doctest.h>

namespace northlight::platform {
namespace {

using namespace std::chrono_literals;
using std::chrono::sys_days;

TEST_CASE("an instant is written in UTC to the millisecond") {
  const Instant instant = sys_days{std::chrono::June / 10 / 2024} + 8h + 3min + 5s + 7ms;
  CHECK(iso(instant) == "2024-06-10T08:03:05.007Z");
}

TEST_CASE("late on a summer evening in UTC it is already tomorrow in London") {
  const Instant summer = sys_days{std::chrono::June / 10 / 2024} + 23h + 30min;
  CHECK(northlight::iso(day_in_london(summer)) == "2024-06-11");
}

TEST_CASE("late on a winter evening in UTC it is still today in London") {
  const Instant winter = sys_days{std::chrono::December / 10 / 2024} + 23h + 30min;
  CHECK(northlight::iso(day_in_london(winter)) == "2024-12-10");
}

TEST_CASE("the clocks go forward at one in the morning on the last Sunday of March") {
  const Instant last_sunday = sys_days{std::chrono::March / 31 / 2024};
  CHECK(northlight::iso(day_in_london(last_sunday + 22h + 59min)) == "2024-03-31");
  CHECK(northlight::iso(day_in_london(last_sunday + 23h)) == "2024-04-01");
}

TEST_CASE("a moment is read back as it was written, and in no other form") {
  const auto moment = parse_instant("2026-06-10T08:30:01.123Z");
  REQUIRE(moment);
  CHECK(iso(*moment) == "2026-06-10T08:30:01.123Z");
  for (const auto* text :
       {"", "2026-06-10", "2026-06-10T08:30:01.123", "2026-06-10 08:30:01.123Z",
        "2026-06-31T08:30:01.123Z", "2026-06-10T24:30:01.123Z", "2026-06-10T08:60:01.123Z",
        "2026-06-10T08:30:60.123Z", "+026-06-10T08:30:01.123Z"})
    CHECK_FALSE(parse_instant(text).has_value());
}

}  // namespace
}  // namespace northlight::platform
