#include "accounts/receipts.hpp"

#include <doctest/doctest.h>

#include <vector>

using namespace northlight;
using accounts::Receipts;

namespace {

const Error full{ErrorCode::Unavailable, "The disk is full."};

}  // namespace

TEST_CASE("where nothing is on its way, nobody waits") {
  Receipts receipts;
  int told = 0;
  receipts.when_all([&](const Status& kept) { told += kept ? 1 : 100; });
  CHECK(told == 1);
}

TEST_CASE("whoever waits is told once, after the last") {
  Receipts receipts;
  receipts.expect();
  receipts.expect();
  int told = 0;
  receipts.arrived(done());
  receipts.when_all([&](const Status& kept) { told += kept ? 1 : 100; });
  CHECK(told == 0);
  receipts.arrived(done());
  CHECK(told == 1);
}

TEST_CASE("one that could not be kept is told, whichever it was and whenever it came") {
  for (const bool before : {true, false})
    for (const std::size_t failed : {0U, 1U}) {
      Receipts receipts;
      receipts.expect();
      receipts.expect();
      std::vector<Status> told;
      const auto wait = [&] {
        receipts.when_all([&](const Status& kept) { told.push_back(kept); });
      };
      if (before) wait();
      for (std::size_t i = 0; i < 2; ++i)
        receipts.arrived(i == failed ? Status{full} : Status{done()});
      if (!before) wait();
      REQUIRE(told.size() == 1);
      REQUIRE_FALSE(told[0]);
      CHECK(told[0].error().message == full.message);
    }
}
