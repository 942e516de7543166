#include <doctest/doctest.h>

#include "base/text.hpp"
#include "framework/read_framework.hpp"
#include "rating/published.hpp"
#include "rating/rate.hpp"

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
