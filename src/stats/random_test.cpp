#include "stats/random.hpp"

#include <doctest/doctest.h>

#include <array>
#include <cmath>

using northlight::stats::Random;

TEST_CASE("the same seed gives the same numbers, and these numbers, on every machine") {
  // xoshiro256** over the state that splitmix64 makes from 0; the four words of that state are the
  // published first outputs of splitmix64.
  Random random(0);
  CHECK(random() == 0x99EC5F36CB75F2B4U);
  CHECK(random() == 0xBF6E1F784956452AU);
  Random again(0);
  CHECK(again() == 0x99EC5F36CB75F2B4U);
  CHECK(Random(1)() != Random(2)());
}

TEST_CASE("numbers below an end are all as likely") {
  Random random(42);
  std::array<int, 6> counts{};
  const int rolls = 600'000;
  for (int i = 0; i < rolls; ++i) ++counts.at(random.below(6));
  double chi_squared = 0;
  for (const int count : counts) chi_squared += std::pow(count - rolls / 6.0, 2) / (rolls / 6.0);
  CHECK(chi_squared < 20.5);  // Five degrees of freedom: 99.9 per cent lie below.
}

TEST_CASE("below one there is only nought") { CHECK(Random(7).below(1) == 0); }

TEST_CASE("uniform numbers lie from 0 up to but not including 1 and average a half") {
  Random random(3);
  double sum = 0;
  for (int i = 0; i < 100'000; ++i) {
    const double at = random.uniform();
    REQUIRE(at >= 0.0);
    REQUIRE(at < 1.0);
    sum += at;
  }
  CHECK(std::abs(sum / 100'000 - 0.5) < 0.005);
}
