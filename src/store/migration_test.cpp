#include "store/migration.hpp"

#include <doctest/doctest.h>

using namespace northlight;
using store::Engine;
using store::Migration;

TEST_CASE("steps go from 1 on without a gap") {
  const Migration first{.number = 1, .name = "0001-a"};
  const Migration second{.number = 2, .name = "0002-b"};
  const Migration third{.number = 3, .name = "0003-c"};
  CHECK(*store::in_order({second, first, third}) == store::Schema{first, second, third});
  CHECK(store::in_order({first, third}).error().message == "Schema file number 2 is missing.");
  CHECK(store::in_order({second}).error().message == "Schema file number 1 is missing.");
  CHECK(
      store::in_order({first, second, Migration{.number = 2, .name = "0002-z"}}).error().message ==
      "Two schema files have the same number.");
}

TEST_CASE("a step's checksum is of what its engine runs") {
  Migration step{.number = 1, .name = "0001-a", .shared = "a;", .sqlite_only = "b;"};
  const auto sqlite = step.checksum(Engine::Sqlite);
  const auto postgres = step.checksum(Engine::Postgres);
  CHECK(sqlite.size() == 64);
  CHECK(sqlite != postgres);
  step.sqlite_only = "c;";
  CHECK(step.checksum(Engine::Sqlite) != sqlite);
  CHECK(step.checksum(Engine::Postgres) == postgres);
  CHECK(*step.statements(Engine::Sqlite) == std::vector<std::string>{"a", "c"});
  CHECK(*step.statements(Engine::Postgres) == std::vector<std::string>{"a"});
}
