#include "report/sample_says.hpp"

#include <doctest/doctest.h>

using namespace northlight;
using namespace northlight::report;

namespace {
Share share(std::int64_t yes, std::int64_t of) { return *Share::of(yes, of); }
}  // namespace

TEST_CASE("a sample of 13 of 14 eligible cases says much of that year and little of practice") {
  const auto says = sample_says(share(6, 13), 14);
  CHECK(says.of_that_year == "6 to 7 of 14 cases (43% to 50%)");
  CHECK(says.why_not_that_year.empty());
  CHECK(says.of_practice() == "19% to 75%");
}

TEST_CASE("where the number of eligible cases is not published, nothing is said of that year") {
  const auto says = sample_says(share(6, 13), std::nullopt);
  CHECK(says.of_that_year.empty());
  CHECK(says.why_not_that_year.find("population not published") != std::string::npos);
  CHECK(says.of_practice() == "19% to 75%");
}

TEST_CASE("where every eligible case was judged, the figure is the whole answer") {
  CHECK(sample_says(share(6, 13), 13).of_that_year == "6 of 13 cases (46%)");
}

TEST_CASE("an eligible number below the number judged is said to be wrong, not used") {
  const auto says = sample_says(share(6, 13), 12);
  CHECK(says.of_that_year.empty());
  CHECK(says.why_not_that_year == "The source gives 12 eligible cases, but 13 were judged.");
}

TEST_CASE("the eligible cases of a domain are found only where the source states them") {
  domain::PublishedInspection inspection;
  inspection.samples = {{"court", 13, std::nullopt}, {"court_eligible", 14, std::nullopt}};
  CHECK(eligible_cases(inspection, "court") == 14);
  CHECK(eligible_cases(inspection, "out_of_court") == std::nullopt);
}
