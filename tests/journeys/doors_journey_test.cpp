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
    return SiteUnderTest(all);
  }();
  return site;
}

constexpr auto guide = "/guides/good-with-inadequate-planning";

}  // namespace

TEST_CASE("the start page says what it is, has three doors, and counts the library") {
  const auto page = library().get("/");
  REQUIRE(page.status == 200);
  CHECK(page.shows("See how youth justice services were rated, and why"));
  CHECK(page.shows("How was East Sussex Good with Inadequate planning?"));
  CHECK(page.shows("href=\"/check\""));
  CHECK(page.shows("href=\"/rate\""));
  CHECK(page.shows("4 inspections of 4 services"));
  CHECK(page.shows("name=\"search\""));
  for (const auto& edition : library().site().editions) CHECK(page.shows(edition.title));
}

TEST_CASE("an empty library still has a start page, without the guide's door") {
  const SiteUnderTest empty(std::vector<domain::PublishedInspection>{});
  const auto page = empty.get("/");
  CHECK(page.status == 200);
  CHECK(page.shows("The library is empty"));
  CHECK_FALSE(page.shows(guide));
  const auto walk = empty.get(guide);
  CHECK(walk.status == 404);
  CHECK(walk.shows("does not hold in full"));
}

TEST_CASE("the guide goes from the sample to the overall rating with the library's figures") {
  const auto page = library().get(guide);
  REQUIRE(page.status == 200);
  CHECK(page.shows("they judged 13 cases"));
  CHECK(page.shows("Yes in 6 of 13 cases: 46%"));
  CHECK(page.shows("two questions share the lowest place"));
  CHECK(page.shows("25 of 36 is Good"));
  CHECK(page.shows("One rating departs from the rule"));
  CHECK(page.shows("It does not give a reason."));
  CHECK(page.shows("24 of 36"));
  CHECK(page.shows("population not published"));
  CHECK(page.shows("19% to 75%"));
  CHECK(page.shows("/inspections/east-sussex-2024-09/rating"));
}

TEST_CASE("no figure of the guide is typed into it: other counts give other words") {
  auto other = east_sussex();
  for (auto& standard : other.standards)
    if (standard.id == "2.2") standard.key_questions[1].share = *Share::of(5, 13);
  for (auto& standard : other.standards)
    if (standard.id == "2.2") standard.key_questions[1].percent = Percent{38};
  const SiteUnderTest site({other});
  const auto page = site.get(guide);
  REQUIRE(page.status == 200);
  CHECK(page.shows("Here it is 5 of 13 cases, which is 38%."));
  CHECK_FALSE(page.shows("two questions share the lowest place"));
}

TEST_CASE("the pages about the site are there, in the shell") {
  for (const auto* target : {"/about", "/accessibility", "/privacy", "/method", "/open-data"}) {
    CAPTURE(target);
    const auto page = library().get(target);
    CHECK(page.status == 200);
    CHECK(page.shows("<h1"));
    CHECK(page.shows("id=\"main-content\""));
  }
  CHECK(library().get("/method").shows("Not yet checked against the original"));
  CHECK(library().get("/accessibility").shows("not yet by an independent auditor"));
}
