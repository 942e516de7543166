#include <doctest/doctest.h>

#include <atomic>
#include <latch>
#include <thread>

#include "tests/sign_in/a_service.hpp"

using namespace northlight;
using namespace northlight::testing;
using accounts::NewSession;

namespace {

constexpr int racers = 8;

/// How many of those who try at the same moment come in.
template <typename Try>
int admitted(Try&& attempt) {
  std::latch together(racers);
  std::atomic<int> count = 0;
  std::vector<std::jthread> all;
  for (int i = 0; i < racers; ++i)
    all.emplace_back([&, i] {
      together.arrive_and_wait();
      const auto outcome = attempt(i);
      if (outcome && std::holds_alternative<NewSession>(*outcome)) ++count;
    });
  all.clear();
  return count;
}

}  // namespace

TEST_CASE("of many who use one code at the same moment, one comes in") {
  for (const auto engine : engines()) {
    AService service(engine);
    service.give_second_factor();
    std::vector<std::string> steps;
    for (int i = 0; i < racers; ++i) steps.push_back(service.after_password());
    const auto code = service.code();
    CHECK(admitted([&](int i) {
            return service.sign_in.with_code(steps[static_cast<std::size_t>(i)], code,
                                             service.from());
          }) == 1);
  }
}

TEST_CASE("of many who use one recovery code at the same moment, one comes in") {
  for (const auto engine : engines()) {
    AService service(engine);
    service.give_second_factor();
    const auto codes = must(service.sign_in.new_recovery_codes(service.morgan, service.from()));
    std::vector<std::string> steps;
    for (int i = 0; i < racers; ++i) steps.push_back(service.after_password());
    CHECK(admitted([&](int i) {
            return service.sign_in.with_recovery_code(steps[static_cast<std::size_t>(i)],
                                                      codes.front(), service.from());
          }) == 1);
  }
}

TEST_CASE("one step goes on once, whoever holds it twice") {
  for (const auto engine : engines()) {
    AService service(engine);
    service.give_second_factor();
    const auto codes = must(service.sign_in.new_recovery_codes(service.morgan, service.from()));
    const auto step = service.after_password();
    CHECK(admitted([&](int i) {
            return service.sign_in.with_recovery_code(step, codes[static_cast<std::size_t>(i)],
                                                      service.from());
          }) == 1);
  }
}

TEST_CASE("many wrong guesses at the same moment are all counted") {
  for (const auto engine : engines()) {
    AService service(engine);
    std::latch together(racers);
    std::atomic<int> looked_at = 0;
    {
      std::vector<std::jthread> all;
      for (int i = 0; i < racers; ++i)
        all.emplace_back([&] {
          together.arrive_and_wait();
          const auto outcome =
              service.sign_in.with_password(AService::sign_in_name, "wrong", service.from());
          if (outcome && std::holds_alternative<accounts::NotRight>(*outcome)) ++looked_at;
        });
    }
    // Five are free; whoever comes after them waits, however close together they came.
    CHECK(looked_at == 5);
  }
}
