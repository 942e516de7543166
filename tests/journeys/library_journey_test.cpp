#include <doctest/doctest.h>

#include <algorithm>
#include <functional>

#include "testing/inspections.hpp"
#include "tests/journeys/site_under_test.hpp"

using namespace northlight;
using namespace northlight::testing;

namespace {

const SiteUnderTest& library() {
  static const SiteUnderTest site = [] {
    auto all = headlines(40);
    all.push_back(east_sussex());
    all.push_back(northmarsh_report());
    return SiteUnderTest(all);
  }();
  return site;
}

// The places on the scale of the overall ratings that a list shows, from top to bottom.
std::vector<int> ratings_in(const Answer& answer) {
  const std::vector<std::string> scale{"Inadequate", "Requires improvement", "Good", "Outstanding"};
  const std::string label = "data-label=\"Overall rating\"";
  std::vector<int> places;
  for (auto at = answer.body.find(label); at != std::string::npos;
       at = answer.body.find(label, at + 1)) {
    const auto cell = answer.body.substr(at, answer.body.find("</td>", at) - at);
    for (std::size_t place = 0; place < scale.size(); ++place)
      if (cell.find(scale[place]) != std::string::npos) places.push_back(static_cast<int>(place));
  }
  return places;
}

}  // namespace

TEST_CASE("the list of inspections counts in words, pages, and links each inspection") {
  const auto first = library().get("/inspections");
  CHECK(first.status == 200);
  CHECK(first.shows("42 inspections"));
  CHECK(first.shows("Showing 1 to 25."));
  const auto second = library().get("/inspections?page=2");
  CHECK(second.shows("Showing 26 to 42."));
  CHECK(library().get("/inspections?sort=service").shows("/inspections/east-sussex-2024-09"));
}

TEST_CASE("filters are kept in the links of the list") {
  const auto answer = library().get("/inspections?rating=Good&year=2024&sort=service");
  CHECK(answer.status == 200);
  CHECK(answer.shows("rated Good, published in 2024"));
  CHECK(answer.shows("rating=Good&amp;year=2024&amp;sort=highest"));
}

TEST_CASE("a list is sorted by overall rating, by the scale of the standards") {
  for (const auto* list : {"/inspections", "/services"}) {
    const auto plain = library().get(list);
    CHECK(plain.shows("sort=highest-rating"));
    const auto highest = library().get(std::string(list) + "?sort=highest-rating");
    const auto lowest = library().get(std::string(list) + "?sort=lowest-rating");
    CHECK(highest.shows("aria-sort=\"descending\""));
    CHECK(highest.shows("sort=lowest-rating"));
    CHECK(lowest.shows("aria-sort=\"ascending\""));
    CHECK(ratings_in(highest).size() == 25);
    CHECK(std::ranges::is_sorted(ratings_in(highest), std::greater()));
    CHECK(std::ranges::is_sorted(ratings_in(lowest)));
    CHECK(ratings_in(highest).front() > ratings_in(lowest).front());
  }
}

TEST_CASE("a search finds a service by part of its name") {
  const auto answer = library().get("/inspections?search=sussex");
  CHECK(answer.shows("1 inspection, named like “sussex”"));
  CHECK(answer.shows("East Sussex"));
}

TEST_CASE("a list with nothing in it says what to do") {
  const auto answer = library().get("/services?search=zzzzqqq");
  CHECK(answer.status == 200);
  CHECK(answer.shows("No services found"));
  CHECK(answer.shows("see all services"));
}

TEST_CASE("hostile values in an address do no harm") {
  for (const auto* target :
       {"/inspections?page=-1", "/inspections?page=99999999999999999999", "/inspections?sort='--",
        "/inspections?rating=%3Cscript%3Ealert(1)%3C/script%3E", "/inspections?year=abc&year=0",
        "/inspections?edition=..%2F..&joint=perhaps", "/inspections?page=99",
        "/services?search=%27%3B%20drop%20table%20service%3B--",
        "/services?search=%3Cscript%3Ealert(1)%3C%2Fscript%3E&sort=oldest",
        "/benchmark/hmip-youth-2021?service=%3Cscript%3E", "/compare?inspection=%3Cscript%3E"}) {
    CAPTURE(target);
    const auto answer = library().get(target);
    CHECK((answer.status == 200 || answer.status == 422));
    CHECK_FALSE(answer.shows("<script>alert"));
    CHECK(answer.shows("</html>"));
  }
}

TEST_CASE("a service's page lists its inspections, and an unknown one is a helpful 404") {
  const auto answer = library().get("/services/east-sussex");
  CHECK(answer.status == 200);
  CHECK(answer.shows("1 inspection"));
  CHECK(answer.shows("/inspections/east-sussex-2024-09"));
  const auto unknown = library().get("/services/nowhere");
  CHECK(unknown.status == 404);
  CHECK(unknown.shows("There is no youth justice service of that name here."));
}

TEST_CASE("up to four inspections stand side by side; more are refused with what to do") {
  const auto two =
      library().get("/compare?inspection=east-sussex-2024-09&inspection=northmarsh-2023-05");
  CHECK(two.status == 200);
  CHECK(two.shows("East Sussex, 17 September 2024"));
  CHECK(two.shows("Northmarsh, May 2023"));
  CHECK(two.shows("Lowest: 46% (6 of 13)"));
  CHECK(two.shows("Not known from the source"));
  const auto five = library().get(
      "/compare?inspection=east-sussex-2024-09&inspection=northmarsh-2023-05&inspection=valley-100-"
      "2022-01&inspection=valley-101-2023-02&inspection=valley-102-2024-03");
  CHECK(five.status == 422);
  CHECK(five.shows("Choose 4 inspections or fewer; you chose 5"));
}

TEST_CASE("a service's place among others is a range, with what is compared") {
  const auto answer = library().get("/benchmark/hmip-youth-2021?service=valley-100");
  CHECK(answer.status == 200);
  CHECK(answer.shows("between 33rd and 42nd of 42"));
  CHECK(answer.shows("every score is out of 36"));
  CHECK(answer.shows("no range can be given"));
  CHECK(library().get("/benchmark/hmip-youth-2021?service=east-sussex").shows("6 of 13"));
  CHECK(library().get("/benchmark/no-such-edition").status == 404);
}

TEST_CASE("every edition and every standard has its page, with source and status in words") {
  const auto all = library().get("/standards");
  CHECK(all.status == 200);
  for (const auto& edition : library().site().editions) {
    CAPTURE(edition.code.text());
    CHECK(all.shows("/standards/" + edition.code.text()));
    const auto page = library().get("/standards/" + edition.code.text());
    CHECK(page.status == 200);
    if (!edition.not_known.empty()) CHECK(page.shows("What is not known of these standards"));
    for (const auto& standard : edition.standards)
      CHECK(
          library().get("/standards/" + edition.code.text() + "/" + standard.code.text()).status ==
          200);
  }
  CHECK(library()
            .get("/standards/hmip-youth-2021/2.2")
            .shows("Not yet checked against the original"));
  CHECK(library().get("/standards/hmip-youth-2021/9.9").status == 404);
}
