#include <doctest/doctest.h>

#include <random>

#include "tests/faults/killed_program.hpp"
#include "tests/faults/record_ordeal.hpp"

using namespace northlight;
using namespace northlight::testing;

namespace {

void endure_kills(store::Engine engine) {
  RecordOrdeal ordeal(engine);
  std::minstd_rand dice(20261123);
  const int rounds = kill_rounds(20);
  for (int number = 0; number < rounds; ++number) {
    const bool while_starting = dice() % 6 == 0;
    const auto longest = while_starting ? 200'000U : 12'000U;
    ordeal.round({.while_starting = while_starting,
                  .answers = dice() % 40,
                  .then = std::chrono::microseconds(dice() % longest)});
  }
  ordeal.check(rounds);
}

}  // namespace

TEST_CASE("on SQLite a server killed under autosaves and signings loses no acknowledged change") {
  endure_kills(store::Engine::Sqlite);
}

TEST_CASE(
    "on PostgreSQL a server killed under autosaves and signings loses no acknowledged change") {
  for (const auto engine : engines())
    if (engine == store::Engine::Postgres) endure_kills(engine);
}
