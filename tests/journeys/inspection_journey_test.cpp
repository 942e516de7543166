#include <doctest/doctest.h>

#include "testing/inspections.hpp"
#include "tests/journeys/site_under_test.hpp"

using namespace northlight;
using namespace northlight::testing;

namespace {

const SiteUnderTest& library() {
  static const SiteUnderTest site = [] {
    auto all = headlines(3);
    all.push_back(east_sussex());
    all.push_back(northmarsh_report());
    return SiteUnderTest(all);
  }();
  return site;
}

constexpr auto east = "/inspections/east-sussex-2024-09";

}  // namespace

TEST_CASE("the inspection shows its ratings, figures with counts, and the one that departs") {
  const auto page = library().get(east);
  REQUIRE(page.status == 200);
  CHECK(page.shows("One published rating is not what the rule gives."));
  CHECK(page.shows("<strong>46% (6 of 13)</strong>"));
  CHECK(page.shows("reason not stated"));
  CHECK(page.shows("id=\"standard-2.1\""));
  CHECK(page.shows("A score of 25 of 36 gives Good by the rule"));
  CHECK(page.shows("The East Sussex Police should:"));
  CHECK(page.shows("put in our own words"));
}

TEST_CASE("what the sample says of that year and of practice are kept apart") {
  const auto page = library().get(east);
  CHECK(page.shows("population not published"));
  CHECK(page.shows("19% to 75%"));
}

TEST_CASE("a service known only by its score gets a short card, not a page of unknowns") {
  const auto page = library().get("/inspections/valley-100-2022-01");
  REQUIRE(page.status == 200);
  CHECK(page.shows("Only the headline of this inspection is known from the source"));
  CHECK_FALSE(page.shows("id=\"ratings\""));
  CHECK_FALSE(page.shows("On this page"));
}

TEST_CASE("an inspection has an ETag and is not sent twice") {
  const auto page = library().get(east);
  CHECK((page.headers.find("ETag:") != std::string::npos ||
         page.headers.find("etag:") != std::string::npos));
}

TEST_CASE("a page that was kept is made anew for the first reader after a change") {
  const SiteUnderTest site({east_sussex()});
  CHECK(site.get(east).shows("<strong>46% (6 of 13)</strong>"));
  CHECK(site.get(east).shows("<strong>46% (6 of 13)</strong>"));
  auto corrected = east_sussex();
  for (auto& standard : corrected.standards)
    for (auto& question : standard.key_questions)
      if (question.share == *Share::of(6, 13))
        question = {.lens = question.lens, .share = *Share::of(7, 13)};
  REQUIRE(site.site().library.put(corrected));
  const auto page = site.get(east);
  CHECK(page.shows("54% (7 of 13)"));
  CHECK_FALSE(page.shows("46% (6 of 13)"));
}

TEST_CASE("each step to the rating stands beside its rule and how sure it is") {
  const auto page = library().get(std::string(east) + "/rating");
  REQUIRE(page.status == 200);
  CHECK(page.shows("How this rating was reached"));
  CHECK(page.shows("6 of 13"));
  CHECK(page.shows("Rule: "));
  CHECK(page.shows("Not yet checked against the original"));
}

TEST_CASE("a changed count shows before, after and what changed") {
  const auto page = library().get(
      std::string(east) +
      "/what-if?yes-2.2-child_safety=9&of-2.2-child_safety=13&yes-2.2-others_safety=9&"
      "of-2.2-others_safety=13");
  REQUIRE(page.status == 200);
  CHECK(page.shows("What follows"));
  CHECK(page.shows("27 of 36"));
  CHECK(page.shows("value=\"9\""));
}

TEST_CASE("5 of 4 gets an error summary that leads to the field, with what was typed kept") {
  const auto page =
      library().get(std::string(east) + "/what-if?yes-2.2-child_safety=5&of-2.2-child_safety=4");
  CHECK(page.status == 422);
  CHECK(page.shows("There is a problem"));
  CHECK(page.shows("href=\"#yes-2.2-child_safety\""));
  CHECK(page.shows("5 of 4 is not possible"));
  CHECK(page.shows("value=\"5\""));
  CHECK(page.shows("<title>Error: "));
}

TEST_CASE("where only the score is known, nobody is asked for ratings that they cannot give") {
  for (const auto* page : {"/rating", "/what-if"}) {
    const auto answer = library().get(std::string("/inspections/valley-100-2022-01") + page);
    CHECK(answer.status == 200);
    CHECK(answer.shows("The source gives only the score"));
    CHECK_FALSE(answer.shows("Give judgements"));
  }
}

TEST_CASE("the text is shown with lines to point at only where it was imported") {
  const auto page = library().get("/inspections/northmarsh-2023-05/text");
  REQUIRE(page.status == 200);
  CHECK(page.shows("id=\"line-5\""));
  CHECK(page.shows("Plans are made &lt;b&gt;with&lt;/b&gt; the child."));
  const auto inspection = library().get("/inspections/northmarsh-2023-05");
  CHECK(inspection.shows("/inspections/northmarsh-2023-05/text#line-5"));
  CHECK(inspection.shows("A quotation is announced and does not follow."));
  CHECK(inspection.shows("What a careful reader would ask"));
  const auto summary = library().get(std::string(east) + "/text");
  CHECK(summary.status == 404);
  CHECK(summary.shows("The text of this report is not kept here"));
}

TEST_CASE("an unknown address and an unknown inspection get a helpful page in the same shell") {
  for (const auto* target : {"/inspections/nowhere-2020", "/nothing/here"}) {
    const auto page = library().get(target);
    CHECK(page.status == 404);
    CHECK(page.shows("Page not found"));
    CHECK(page.shows("govuk-service-navigation"));
  }
}
