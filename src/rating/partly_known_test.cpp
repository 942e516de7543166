#include <doctest/doctest.h>

#include "base/text.hpp"
#include "framework/read_framework.hpp"
#include "rating/published.hpp"
#include "rating/rate.hpp"
#include "rating/what_if.hpp"

using namespace northlight;
using namespace northlight::rating;
using framework::StandardCode;

namespace {

const framework::Edition& standards_of_2021() {
  static const auto edition =
      *framework::read_edition(NORTHLIGHT_SOURCE_DIR "/frameworks/hmip-youth-2021");
  return edition;
}

using Stated = std::vector<std::pair<const char*, const char*>>;

/// A row of a ratings table: a score and the ratings that the table happens to have.
Evidence table_row(std::optional<std::int64_t> score, std::optional<std::int64_t> maximum,
                   const Stated& ratings) {
  domain::PublishedInspection facts;
  facts.score = score;
  facts.score_maximum = maximum;
  for (const auto& [standard, rating] : ratings)
    facts.standards.push_back({.id = standard, .title = "", .rating = rating});
  return *evidence_of(standards_of_2021(), facts);
}

/// Published 16 of 36, and five of the twelve ratings known: 6 points.
Evidence five_of_twelve(std::optional<std::int64_t> score = 16,
                        std::optional<std::int64_t> maximum = 36) {
  return table_row(score, maximum,
                   {{"1.2", "Good"},
                    {"1.3", "Good"},
                    {"1.4", "Requires improvement"},
                    {"2.4", "Inadequate"},
                    {"3.4", "Requires improvement"}});
}

/// The eight standards of domains one and three.
Evidence without_court(std::int64_t maximum) {
  return table_row(1, maximum,
                   {{"1.1", "Inadequate"},
                    {"1.2", "Requires improvement"},
                    {"1.3", "Inadequate"},
                    {"1.4", "Inadequate"},
                    {"3.1", "Inadequate"},
                    {"3.2", "Inadequate"},
                    {"3.3", "Inadequate"},
                    {"3.4", "Inadequate"}});
}

WhatIf tried(const Evidence& evidence, const char* standard, std::optional<const char*> rating) {
  Change change{.standard = StandardCode{standard}};
  if (rating) change.rating = standards_of_2021().find_rating(*rating);
  return *what_if(standards_of_2021(), evidence, {change});
}

bool says(const std::vector<std::string>& sentences, std::string_view words) {
  return join(sentences, " ").find(words) != std::string::npos;
}

}  // namespace

TEST_CASE("a rating that the source does not give is not known, which is not the same as unrated") {
  const auto rated = rate(standards_of_2021(), five_of_twelve());
  REQUIRE(rated);
  CHECK_FALSE(says(rated->notices, "not rated"));
  CHECK(says(rated->notices,
             "The ratings of 1.1, 2.1, 2.2, 2.3, 3.1, 3.2 and 3.3 are not known "
             "from the source, so the score cannot be worked out again from those "
             "that are known. The published score is 16 of 36."));
  CHECK(rated->is_not_known(StandardCode{"4.1"}));
  CHECK(rated->not_rated.front().why == "Its rating is not known from the source.");
  CHECK(rated->score_from == ScoreFrom::Published);
  CHECK(rated->score == 16);
  CHECK(rated->score_maximum == 36);
}

TEST_CASE("known ratings without a published score give no score and no overall rating") {
  for (const auto& evidence : {five_of_twelve(std::nullopt, std::nullopt), five_of_twelve(5, 36),
                               five_of_twelve(16, 37)}) {
    const auto rated = rate(standards_of_2021(), evidence);
    REQUIRE(rated);
    CHECK(rated->score_from == ScoreFrom::NotKnown);
    CHECK_FALSE(rated->overall);
    CHECK_FALSE(says(rated->notices, "not rated"));
  }
}

TEST_CASE("a published maximum that the known ratings fill says that the rest was not rated") {
  const auto rated = rate(standards_of_2021(), without_court(24));
  REQUIRE(rated);
  CHECK(rated->score_from == ScoreFrom::Ratings);
  CHECK(says(rated->notices,
             "2.1, 2.2, 2.3 and 2.4 were not rated, so the score is out of 24 instead of 36."));
  CHECK_FALSE(rated->is_not_known(StandardCode{"2.1"}));
  CHECK(rated->is_not_known(StandardCode{"4.1"}));
}

TEST_CASE("a smaller published maximum says how many were not rated, not which") {
  const auto rated = rate(standards_of_2021(), table_row(1, 24, {{"1.1", "Inadequate"}}));
  REQUIRE(rated);
  CHECK(says(rated->notices,
             "The published score is 1 of 24. As it is not out of 36, 4 of these "
             "were not rated."));
}

TEST_CASE("a change to a known rating is added to the published score, the rest as published") {
  const auto result = tried(five_of_twelve(), "1.2", "Outstanding");
  CHECK(result.after.score == 17);
  CHECK(result.after.score_maximum == 36);
  CHECK(says(result.differences, "The score would be 17 of 36 instead of 16 of 36."));
  CHECK(says(result.differences, "taken as they were published"));
  CHECK(says(result.differences, "The overall rating would stay Requires improvement."));
}

TEST_CASE("points over the edge change the overall rating of the published score") {
  const auto result = tried(five_of_twelve(18), "1.2", "Outstanding");
  CHECK(says(result.differences,
             "The overall rating would be Good instead of Requires improvement."));
}

TEST_CASE("a known rating taken away takes its points and its room from the published score") {
  const auto result = tried(five_of_twelve(), "1.2", std::nullopt);
  CHECK(says(result.differences, "The score would be 14 of 33 instead of 16 of 36."));
  CHECK(says(result.differences, "would be not rated instead of Good."));
}

TEST_CASE("a rating tried where the published one is not known gives no overall rating and why") {
  const auto result = tried(five_of_twelve(), "2.1", "Outstanding");
  CHECK(result.after.score_from == ScoreFrom::NotKnown);
  CHECK_FALSE(result.after.overall);
  CHECK(says(result.differences, "would be Outstanding instead of not known."));
  CHECK(says(result.differences, "What was published for 2.1 is not known"));
  CHECK_FALSE(says(result.differences, "The overall rating would"));
}

TEST_CASE("without a published score a change gives no overall rating and says why") {
  const auto result = tried(five_of_twelve(std::nullopt, std::nullopt), "1.2", "Outstanding");
  CHECK_FALSE(result.after.overall);
  CHECK(says(result.differences, "The ratings of only some standards are known"));
  CHECK_FALSE(says(result.differences, "The overall rating would"));
}

TEST_CASE("resettlement is in no score, so trying a rating for it leaves the published one") {
  const auto result = tried(five_of_twelve(), "4.1", "Outstanding");
  CHECK(says(result.differences, "The overall rating would stay Requires improvement."));
  CHECK(result.after.score == 16);
}

TEST_CASE("where every rating is known one may be taken away and the score follows") {
  const auto result = tried(without_court(24), "1.2", std::nullopt);
  CHECK(says(result.differences, "The score would be 0 of 21 instead of 1 of 24."));
}
