#include "stats/rank_range.hpp"

#include <doctest/doctest.h>

#include <vector>

#include "base/share.hpp"

using namespace northlight;
using namespace northlight::stats;

TEST_CASE("equal scores share their places") {
  const std::vector<int> scores{30, 25, 25, 25, 12};
  const std::span<const int> all(scores);
  CHECK(*rank_range(30, all) == RankRange{1, 1, 5});
  CHECK(*rank_range(25, all) == RankRange{2, 4, 5});
  CHECK(*rank_range(12, all) == RankRange{5, 5, 5});
}

TEST_CASE("one alone is first and last") {
  const std::vector<int> scores{7};
  CHECK(*rank_range(7, std::span<const int>(scores)) == RankRange{1, 1, 1});
}

TEST_CASE("a score that is not among them is refused") {
  const std::vector<int> scores{1, 2};
  CHECK_FALSE(rank_range(3, std::span<const int>(scores)));
}

TEST_CASE("scores out of different maximums are ranked by their share") {
  const std::vector<Share> scores{*Share::of(25, 36), *Share::of(50, 72), *Share::of(30, 36)};
  const std::span<const Share> all(scores);
  CHECK(*rank_range(*Share::of(25, 36), all) == RankRange{2, 3, 3});
}
