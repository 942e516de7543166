#include "web/views/moment_words.hpp"

#include <doctest/doctest.h>

using namespace northlight;

TEST_CASE("a moment is told as clocks in London show it, summer and winter") {
  const auto told = [](const char* iso) {
    return web::views::moment_words(*platform::parse_instant(iso));
  };
  CHECK(told("2026-11-22T09:30:00.000Z") == "22 November 2026 at 9:30am");
  CHECK(told("2026-06-10T23:05:59.999Z") == "11 June 2026 at 12:05am");
  CHECK(told("2026-01-05T12:00:00.000Z") == "5 January 2026 at 12:00pm");
  CHECK(told("2026-01-05T20:59:00.000Z") == "5 January 2026 at 8:59pm");
}
