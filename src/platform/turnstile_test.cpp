#include "platform/turnstile.hpp"

#include <doctest/doctest.h>

#include <atomic>
#include <thread>
#include <vector>

using northlight::platform::Turnstile;

TEST_CASE("whoever comes when all places are taken and nobody may wait is turned away") {
  Turnstile turnstile(2, 0);
  auto first = turnstile.enter();
  const auto second = turnstile.enter();
  CHECK(first);
  CHECK(second);
  CHECK_FALSE(turnstile.enter());
  first.reset();
  CHECK(turnstile.enter());
}

TEST_CASE("who waits comes in, and never more than so many are inside") {
  Turnstile turnstile(2, 8);
  std::atomic<int> inside = 0;
  std::atomic<int> most = 0;
  std::atomic<int> served = 0;
  std::vector<std::thread> threads;
  for (int i = 0; i < 8; ++i)
    threads.emplace_back([&] {
      for (int turn = 0; turn < 200; ++turn) {
        const auto pass = turnstile.enter();
        if (!pass) continue;
        const int now = ++inside;
        for (int seen = most; seen < now && !most.compare_exchange_weak(seen, now);) {
        }
        ++served;
        --inside;
      }
    });
  for (auto& thread : threads) thread.join();
  CHECK(served == 1'600);
  CHECK(most <= 2);
}
