#include "reading/key_questions.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

using namespace northlight;
using namespace northlight::reading;

TEST_CASE("a percentage of a small sample has one count behind it") {
  CHECK(share_printed_as(Percent{62}, 13)->text() == "8 of 13");
  CHECK(share_printed_as(Percent{95}, 20)->text() == "19 of 20");
  CHECK(share_printed_as(Percent{0}, 13)->text() == "0 of 13");
  CHECK(share_printed_as(Percent{100}, 20)->text() == "20 of 20");
}

TEST_CASE("half a point may be rounded either way: 1 of 8 prints as 12% or 13%") {
  CHECK(share_printed_as(Percent{12}, 8)->text() == "1 of 8");
  CHECK(share_printed_as(Percent{13}, 8)->text() == "1 of 8");
  CHECK(is_possible(Percent{12}, 8));
  CHECK(is_possible(Percent{13}, 8));
}

TEST_CASE("a percentage that no whole number gives is impossible and has no count") {
  CHECK_FALSE(is_possible(Percent{50}, 13));
  CHECK_FALSE(is_possible(Percent{63}, 13));
  CHECK_FALSE(share_printed_as(Percent{50}, 13));
  CHECK_FALSE(is_possible(Percent{50}, 0));
}

TEST_CASE("where several counts print alike none is chosen") {
  CHECK(is_possible(Percent{50}, 300));
  CHECK_FALSE(share_printed_as(Percent{50}, 300));
}

TEST_CASE("every share of up to 100 cases is found again from its print") {
  rc::check([] {
    const auto cases = *rc::gen::inRange<std::int64_t>(1, 101);
    const auto met = *rc::gen::inRange<std::int64_t>(0, cases + 1);
    const auto share = Share::of(met, cases);
    RC_ASSERT(is_possible(share->printed(), cases));
    const auto found = share_printed_as(share->printed(), cases);
    if (found) RC_ASSERT(found->met() == met);
    if (cases < 100) RC_ASSERT(found.has_value());
  });
}
