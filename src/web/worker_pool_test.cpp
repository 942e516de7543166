#include "web/worker_pool.hpp"

#include <doctest/doctest.h>

#include <atomic>
#include <latch>

#include "platform/waits_elsewhere.hpp"

using namespace northlight;
using namespace northlight::web;
using namespace std::chrono_literals;

namespace {

constexpr auto for_ever = std::chrono::hours(24);

}  // namespace

TEST_CASE("what is posted is run, and all of it before the pool goes") {
  std::atomic<int> run = 0;
  {
    WorkerPool pool({.workers = 4, .at_once = 2, .most_queued = 1'000});
    for (int i = 0; i < 1'000; ++i) CHECK(pool.try_post([&] { ++run; }));
  }
  CHECK(run == 1'000);
}

TEST_CASE("no more go on at once than the pool lets") {
  std::atomic<int> at_once = 0;
  std::atomic<int> most = 0;
  std::latch done(200);
  {
    WorkerPool pool({.workers = 8, .at_once = 2, .most_queued = 1'000, .a_while = for_ever});
    for (int i = 0; i < 200; ++i)
      pool.try_post([&] {
        const int now = ++at_once;
        int seen = most;
        while (seen < now && !most.compare_exchange_weak(seen, now)) {
        }
        std::this_thread::yield();
        --at_once;
        done.count_down();
      });
    done.wait();
  }
  CHECK(most >= 1);
  CHECK(most <= 2);
}

TEST_CASE("whoever waits for something else gives their place to the next") {
  std::latch reached(1);
  std::latch may_go(1);
  WorkerPool pool({.workers = 3, .at_once = 1, .most_queued = 10, .a_while = for_ever});
  pool.try_post([&] {
    const platform::WaitsElsewhere waits;
    may_go.wait();  // Which only the one after it lets happen.
    reached.count_down();
  });
  pool.try_post([&] { may_go.count_down(); });
  reached.wait();
}

TEST_CASE("a wait within a wait is one") {
  std::latch done(1);
  std::latch may_go(1);
  WorkerPool pool({.workers = 2, .at_once = 1, .most_queued = 10, .a_while = for_ever});
  pool.try_post([&] {
    const platform::WaitsElsewhere waits;
    { const platform::WaitsElsewhere within; }
    may_go.wait();
    done.count_down();
  });
  pool.try_post([&] { may_go.count_down(); });
  done.wait();
}

TEST_CASE("what holds a task up for a while holds up nobody else") {
  std::latch may_go(1);
  std::latch done(4);
  WorkerPool pool({.workers = 4, .at_once = 1, .most_queued = 10, .a_while = 1ms});
  for (int i = 0; i < 3; ++i)
    pool.try_post([&] {
      may_go.wait();
      done.count_down();
    });
  pool.try_post([&] {
    may_go.count_down();  // The fourth, which the three before it wait for.
    done.count_down();
  });
  done.wait();
}

TEST_CASE("a queue that is full takes nothing more") {
  std::latch begun(1);
  std::latch may_go(1);
  WorkerPool pool({.workers = 1, .at_once = 1, .most_queued = 1, .a_while = for_ever});
  pool.try_post([&] {
    begun.count_down();
    may_go.wait();
  });
  begun.wait();
  CHECK(pool.try_post([] {}));
  CHECK_FALSE(pool.try_post([] {}));
  CHECK(pool.queued() == 1);
  may_go.count_down();
}
