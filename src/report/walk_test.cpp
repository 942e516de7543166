#include "report/walk.hpp"

#include <doctest/doctest.h>

#include "framework/read_framework.hpp"
#include "testing/inspections.hpp"

namespace northlight::report {
namespace {

const framework::Edition& edition() {
  static const auto read =
      framework::read_edition(NORTHLIGHT_SOURCE_DIR "/frameworks/hmip-youth-2021");
  REQUIRE(read);
  return *read;
}

Result<Walk> through(const char* standard) {
  return walk_through(edition(), testing::east_sussex(), framework::StandardCode{standard});
}

}  // namespace

TEST_CASE("the walk takes every figure from the inspection and the rules") {
  const auto walk = through("2.2");
  REQUIRE(walk);
  CHECK(walk->overall == "Good");
  CHECK(walk->score == 25);
  CHECK(walk->score_maximum == 36);
  CHECK(walk->standard_rating == "Inadequate");
  CHECK(walk->cases == 13);
  CHECK(walk->questions.size() == 3);
  CHECK(walk->decisive().share.text() == "6 of 13");
  CHECK(walk->standards.size() == 12);
}

TEST_CASE(
    "two questions that share the lowest place are both named, and one more yes changes nothing") {
  const auto walk = through("2.2");
  REQUIRE(walk);
  CHECK(walk->tied() == 2);
  REQUIRE(walk->after_one_more);
  CHECK(*walk->after_one_more == "Inadequate");
  CHECK(walk->one_more_share->text() == "7 of 13");
}

TEST_CASE("the one rating that departs from the rule is told with what the rule would have given") {
  const auto walk = through("2.2");
  REQUIRE(walk);
  REQUIRE(walk->departures.size() == 1);
  const auto& one = walk->departures.front();
  CHECK(one.id == "2.1");
  CHECK(one.lowest.text() == "8 of 13");
  CHECK(one.published == "Good");
  CHECK(one.computed == "Requires improvement");
  CHECK_FALSE(one.discretion.empty());
  CHECK(one.score_by_rule == 24);
  CHECK(one.overall_by_rule == "Good");
}

TEST_CASE("resettlement stands apart from the score") {
  const auto walk = through("2.2");
  REQUIRE(walk);
  REQUIRE(walk->left_out.size() == 1);
  CHECK(walk->left_out.front().id == "4.1");
  CHECK_FALSE(walk->left_out.front().points);
}

TEST_CASE("the band and the range in which the figures lie are marked once each") {
  const auto walk = through("2.2");
  REQUIRE(walk);
  int bands = 0;
  for (const auto& band : walk->bands) bands += band.here ? 1 : 0;
  int ranges = 0;
  for (const auto& range : walk->ranges) ranges += range.here ? 1 : 0;
  CHECK(bands == 1);
  CHECK(ranges == 1);
}

TEST_CASE("an inspection without counts gives no walk, and says what is lacking") {
  auto bare = testing::east_sussex();
  for (auto& standard : bare.standards) standard.key_questions.clear();
  const auto walk = walk_through(edition(), bare, framework::StandardCode{"2.2"});
  REQUIRE_FALSE(walk);
  CHECK(walk.error().code == ErrorCode::Incomplete);
}

}  // namespace northlight::report
