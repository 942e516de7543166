#include "accounts/try_again.hpp"

#include <doctest/doctest.h>

using namespace northlight;
using namespace northlight::accounts;

namespace {

using namespace std::chrono_literals;

const auto noon = *platform::parse_instant("2026-06-10T12:00:00.000Z");

store::SignInFailures wrong(int times, Patience patience = {}) {
  store::SignInFailures failures;
  for (int i = 0; i < times; ++i) failures = one_more(failures, patience, noon);
  return failures;
}

}  // namespace

TEST_CASE("the first few wrong tries cost nothing, then the wait doubles up to the longest") {
  CHECK(wait_before({}, noon) == 0s);
  CHECK(wait_before(wrong(4), noon) == 0s);
  CHECK(wait_before(wrong(5), noon) == 30s);
  CHECK(wait_before(wrong(6), noon) == 60s);
  CHECK(wait_before(wrong(9), noon) == 480s);
  CHECK(wait_before(wrong(10), noon) == 900s);
  CHECK(wait_before(wrong(1'000), noon) == 900s);
}

TEST_CASE("the wait runs out, and counting goes on where it was") {
  const auto failures = wrong(5);
  CHECK(wait_before(failures, noon + 29s) == 1s);
  CHECK(wait_before(failures, noon + 30s) == 0s);
  CHECK(wait_before(one_more(failures, {}, noon + 30s), noon + 30s) == 60s);
}

TEST_CASE("a day without a wrong try is a new start") {
  const auto later = noon + 24h + 1s;
  CHECK(one_more(wrong(9), {}, later).count == 1);
  CHECK(one_more(wrong(9), {}, noon + 24h).count == 10);
}

TEST_CASE("a try that was right is taken off again") {
  CHECK(one_less(wrong(5), noon).count == 4);
  CHECK(wait_before(one_less(wrong(5), noon), noon) == 0s);
  CHECK(one_less({}, noon).count == 0);
}

TEST_CASE("addresses of one version 6 network count as one") {
  CHECK(network_of("203.0.113.9") == "203.0.113.9");
  CHECK(network_of("2001:db8:1:2:3:4:5:6") == network_of("2001:DB8:1:2:ffff::1"));
  CHECK(network_of("2001:db8:1:2:3:4:5:6") != network_of("2001:db8:1:3:3:4:5:6"));
  CHECK(network_of("unix") == "unix");
  CHECK(network_of("::1") == network_of("::1"));
}

TEST_CASE("a wait is told in seconds, then in minutes rounded up") {
  CHECK(in_words(1s) == "1 second");
  CHECK(in_words(30s) == "30 seconds");
  CHECK(in_words(91s) == "2 minutes");
  CHECK(in_words(900s) == "15 minutes");
}
