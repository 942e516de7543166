#include <doctest/doctest.h>

#include "tests/journeys/people_under_test.hpp"

using namespace northlight;
using namespace northlight::testing;

TEST_CASE("the auditor reads how many files a list showed, and that one showed none") {
  SiteUnderTest site{{}, SignInThere::Yes};
  auto& people = site.people();
  Visit head{site};
  Visit auditor{site};
  REQUIRE(head.sign_in(people.holder_of("Head of service")).status == 200);
  REQUIRE(auditor.sign_in(people.holder_of("Auditor of the log")).status == 200);
  CHECK_FALSE(auditor.get("/audit").shows("An empty list"));

  CHECK(head.get("/children?q=Nobodyofthatname").status == 200);
  const auto log = auditor.get("/audit");
  CHECK(log.shows("An empty list"));
  // Reading the log is about no list of files, whoever reads it.
  const auto own = auditor.get("/audit?operation=sign-in");
  CHECK(own.status == 200);
  CHECK_FALSE(own.shows("An empty list"));
}

TEST_CASE("whoever gives out the log is told which part of it they give") {
  SiteUnderTest site({}, SignInThere::Yes);
  Visit auditor(site);
  REQUIRE(auditor.sign_in(site.people().holder_of("Auditor of the log")).status == 200);
  const auto whole = auditor.get("/audit/export");
  CHECK(whole.shows("this gives the whole log of the service"));
  const auto part = auditor.get("/audit/export?operation=sign-in&from=22%2F11%2F2026");
  CHECK(part.shows("The part that is given"));
  CHECK(part.shows("22/11/2026"));
  CHECK_FALSE(part.shows("the whole log"));
}
