#include "base/share.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <utility>

using namespace northlight;

namespace {

Share share(std::int64_t met, std::int64_t judged) { return *Share::of(met, judged); }

Share any_share() {
  const auto judged = *rc::gen::inRange<std::int64_t>(1, 2000);
  return share(*rc::gen::inRange<std::int64_t>(0, judged + 1), judged);
}

}  // namespace

TEST_CASE("13 of 20 reaches 65 per cent exactly") {
  CHECK(share(13, 20).reaches(Percent{65}));
  CHECK_FALSE(share(8, 13).reaches(Percent{65}));
  CHECK_FALSE(share(11, 17).reaches(Percent{65}));
  CHECK(share(0, 7).reaches(Percent{0}));
  CHECK(share(7, 7).reaches(Percent{100}));
}

TEST_CASE("11 of 17 prints as 65 per cent though it does not reach it") {
  CHECK(share(11, 17).printed() == Percent{65});
  CHECK(share(11, 17).percent_text() == "64.7");
  CHECK(share(11, 17).text() == "11 of 17");
}

TEST_CASE("figures are rounded half up, once") {
  CHECK(share(1, 200).printed() == Percent{1});
  CHECK(share(1, 201).printed() == Percent{0});
  CHECK(share(1, 8).printed() == Percent{13});
  CHECK(share(1, 8).percent_text() == "12.5");
  CHECK(share(1, 2000).percent_text() == "0.1");
  CHECK(share(1, 3).percent_text() == "33.3");
  CHECK(share(2, 3).percent_text() == "66.7");
  CHECK(share(5, 5).percent_text() == "100.0");
}

TEST_CASE("shares are ordered by size: 13 of 20 and 26 of 40 are equivalent") {
  CHECK(share(13, 20) == share(26, 40));
  CHECK(share(13, 20) > share(12, 20));
  CHECK(share(1, 3) < share(34, 100));
}

TEST_CASE("what cannot be a share is refused in words") {
  CHECK(Share::of(0, 0).error().code == ErrorCode::Incomplete);
  CHECK(Share::of(0, -1).error().code == ErrorCode::Incomplete);
  CHECK(Share::of(-1, 5).error().message == "A number of cases cannot be less than nought");
  CHECK(Share::of(6, 5).error().message ==
        "More cases met the requirement (6) than were judged (5)");
  CHECK_FALSE(Share::of(1, Share::most_cases + 1));
}

TEST_CASE("the largest shares are compared without overflow") {
  const auto almost = share(Share::most_cases - 1, Share::most_cases);
  const auto all = share(Share::most_cases, Share::most_cases);
  CHECK(almost < all);
  CHECK_FALSE(almost.reaches(Percent{100}));
  CHECK(almost.printed() == Percent{100});
  CHECK(almost.percent_text() == "100.0");
}

TEST_CASE("one more yes never lowers a share, and printing lies within half a per cent") {
  CHECK(rc::check("monotone", [] {
    const Share before = any_share();
    RC_PRE(before.met() < before.judged());
    const Share after = share(before.met() + 1, before.judged());
    RC_ASSERT(after > before);
    RC_ASSERT(after.printed() >= before.printed());
  }));
  CHECK(rc::check("printed", [] {
    const Share any = any_share();
    const auto off = std::abs(any.printed().value * any.judged() - any.met() * 100) * 2;
    RC_ASSERT(off <= any.judged());
  }));
  CHECK(rc::check("the order of shares is total", [] {
    const Share a = any_share();
    const Share b = any_share();
    const Share c = any_share();
    RC_ASSERT(!(a < b && b < c) || a < c);
    RC_ASSERT((a < b) + (a == b) + (a > b) == 1);
  }));
}
