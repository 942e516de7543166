#include "domain/address.hpp"

#include <doctest/doctest.h>

using namespace northlight;
using namespace northlight::domain;

TEST_CASE("a postcode is written in capitals with one space, however it was typed") {
  for (const auto* typed : {"XX1 2AB", "xx12ab", " x x 1 2 a b ", "Xx1 2aB"})
    CHECK(written_postcode(typed).value_or("none") == "XX1 2AB");
  CHECK(written_postcode("x12ab").value_or("none") == "X1 2AB");
  CHECK(written_postcode("xx1a2ab").value_or("none") == "XX1A 2AB");
  CHECK(written_postcode("x1a 2ab").value_or("none") == "X1A 2AB");
  CHECK(written_postcode("xx12 3ab").value_or("none") == "XX12 3AB");
}

TEST_CASE("what has not the shape of a postcode is refused, and what to do is said") {
  for (const auto* typed : {"", "XX1", "2AB", "XX1 2A", "XX1 AAB", "XXX1 2AB", "12 3AB", "XX 2AB",
                            "XX123 2AB", "XX1 2AB XX1 2AB", "XX1\t2AB", "ÄX1 2AB"}) {
    CAPTURE(typed);
    const auto read = written_postcode(typed);
    REQUIRE_FALSE(read);
    CHECK(read.error().where == "postcode");
  }
}

TEST_CASE("a house is compared by its letters and figures alone") {
  CHECK(house_key("12A") == house_key("12 a"));
  CHECK(house_key("Flat 3, 12 A") == "flat312a");
  CHECK(house_key("The Old Forge") != house_key("The New Forge"));
  CHECK(house_key(" - ") == "");
}
