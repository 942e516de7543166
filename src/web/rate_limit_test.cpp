#include "web/rate_limit.hpp"

#include <doctest/doctest.h>

using namespace northlight;
using namespace northlight::web;
using namespace std::chrono_literals;

namespace {

const auto noon = *platform::parse_instant("2026-06-10T12:00:00.000Z");

}  // namespace

TEST_CASE("so many requests go at once, then as many as the rate gives back") {
  RateLimit limit({.burst = 3, .a_minute = 60});
  for (int i = 0; i < 3; ++i) CHECK(limit.wait_for("a", noon) == 0s);
  CHECK(limit.wait_for("a", noon) == 1s);
  CHECK(limit.wait_for("b", noon) == 0s);
  CHECK(limit.wait_for("a", noon + 1s) == 0s);
  CHECK(limit.wait_for("a", noon + 1s) == 1s);
  for (int i = 0; i < 3; ++i) CHECK(limit.wait_for("a", noon + 1h) == 0s);
  CHECK(limit.wait_for("a", noon + 1h) == 1s);
}

TEST_CASE("a slow rate tells the whole wait") {
  RateLimit limit({.burst = 1, .a_minute = 2});
  CHECK(limit.wait_for("a", noon) == 0s);
  CHECK(limit.wait_for("a", noon) == 30s);
}

TEST_CASE("a clock that is set back does not stop anybody for long") {
  RateLimit limit({.burst = 2, .a_minute = 60});
  CHECK(limit.wait_for("a", noon) == 0s);
  CHECK(limit.wait_for("a", noon - 10h) == 0s);
  CHECK(limit.wait_for("a", noon - 10h) == 1s);
  CHECK(limit.wait_for("a", noon - 10h + 1s) == 0s);
}

TEST_CASE("however many addresses ask, the memory is bounded") {
  RateLimit limit({.burst = 2, .a_minute = 60}, 100);
  for (int i = 0; i < 10'000; ++i) {
    limit.wait_for(std::to_string(i), noon);
    CHECK(limit.keys() <= 100);
  }
}
