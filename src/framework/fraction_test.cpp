#include "framework/fraction.hpp"

#include <doctest/doctest.h>

using northlight::framework::Fraction;

TEST_CASE("a fraction is read exactly and kept in lowest terms") {
  CHECK(Fraction::parse("6/4")->text() == "3/2");
  CHECK(Fraction::parse("5")->text() == "5");
  CHECK(Fraction::parse("1.2816")->text() == "801/625");
  CHECK(*Fraction::parse("0.5") == *Fraction::parse("1/2"));
  CHECK(*Fraction::parse("3/2") < *Fraction::parse("5/2"));
}

TEST_CASE("a fraction prints with decimals, rounded half up") {
  CHECK(Fraction::of(45, 13)->decimal_text() == "3.5");
  CHECK(Fraction::of(50, 13)->decimal_text() == "3.8");
  CHECK(Fraction::of(5, 1)->decimal_text() == "5.0");
  CHECK(Fraction::of(5, 100)->decimal_text() == "0.1");
  CHECK(Fraction::of(5, 2)->decimal_text(0) == "3");
}

TEST_CASE("what is no exact number is refused") {
  for (const auto* text :
       {"", "one", "1/0", "-1", "1/-2", "1.", "1.123456789", "1/2/3", "2000000000", "1e3"})
    CHECK_FALSE(Fraction::parse(text));
}
