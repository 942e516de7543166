#include <doctest/doctest.h>

#include <set>

#include "base/json.hpp"
#include "report/library_tables.hpp"
#include "testing/inspections.hpp"
#include "tests/journeys/sent_form.hpp"

using namespace northlight;
using namespace northlight::testing;

namespace {

const SiteUnderTest& library() {
  static const SiteUnderTest site = [] {
    auto all = headlines(12);
    all.push_back(east_sussex());
    all.push_back(northmarsh_report());
    return SiteUnderTest(all);
  }();
  return site;
}

Json document(std::string_view target) {
  const auto answer = library().get(target);
  CAPTURE(target);
  CHECK(answer.status == 200);
  auto json = Json::parse(answer.body);
  REQUIRE(json);
  return *std::move(json);
}

std::int64_t whole(const Json& json, std::string_view name) {
  const auto* found = json.find(name);
  REQUIRE(found);
  REQUIRE(found->whole());
  return *found->whole();
}

}  // namespace

TEST_CASE("open data may be read from any site, and carries its licence") {
  for (const auto* target : {"/api/v1/services", "/api/v1/inspections", "/api/v1/openapi.json",
                             "/api/v1/inspections.csv", "/api/v1/standards"}) {
    CAPTURE(target);
    const auto answer = library().get(target);
    CHECK(header_of(answer, "Access-Control-Allow-Origin") == "*");
    CHECK(header_of(answer, "Link").find("rel=\"license\"") != std::string::npos);
  }
  CHECK(header_of(library().get("/rate"), "Access-Control-Allow-Origin").empty());
}

TEST_CASE("a browser that asks first is told that any site may read, and ask for what changed") {
  for (const auto* target : {"/api/v1/inspections", "/api/v1/inspections/east-sussex-2024-09",
                             "/api/v1/key-questions.csv", "/api/v1/openapi.json"}) {
    CAPTURE(target);
    const auto answer = send(library(), "OPTIONS", target,
                             "Origin: https://elsewhere.example\r\n"
                             "Access-Control-Request-Method: GET\r\n"
                             "Access-Control-Request-Headers: if-none-match");
    CHECK(answer.status == 204);
    CHECK(answer.body.empty());
    CHECK(header_of(answer, "Access-Control-Allow-Origin") == "*");
    CHECK(header_of(answer, "Access-Control-Allow-Methods") == "GET, HEAD");
    CHECK(header_of(answer, "Access-Control-Allow-Headers") == "If-None-Match");
  }
  CHECK(send(library(), "OPTIONS", "/api/v1/nothing-here", "Origin: null").status == 404);
  const auto form = send(library(), "OPTIONS", "/rate", "Origin: https://elsewhere.example");
  CHECK(form.status == 405);
  CHECK(header_of(form, "Access-Control-Allow-Origin").empty());
}

TEST_CASE("an unchanged document is not sent twice") {
  for (const auto* target : {"/api/v1/inspections", "/api/v1/key-questions.csv"}) {
    CAPTURE(target);
    const auto etag = header_of(library().get(target), "ETag");
    REQUIRE_FALSE(etag.empty());
    const auto again = get_with(library(), target, "If-None-Match: " + etag);
    CHECK(again.status == 304);
    CHECK(again.body.empty());
  }
}

TEST_CASE("pages of a list join without gap or overlap") {
  std::set<std::string> seen;
  std::string next = "/api/v1/inspections?page_size=5";
  int pages = 0;
  while (!next.empty() && pages < 10) {
    const auto page = document(next);
    ++pages;
    for (const auto& item : *page.find("items")->items()) seen.insert(*item.find("id")->string());
    const auto* following = page.find("next")->string();
    next = following ? *following : std::string();
  }
  CHECK(pages == 3);
  CHECK(seen.size() == 14);
}

TEST_CASE("a list can be narrowed, and one past its end is empty") {
  CHECK(whole(document("/api/v1/inspections?service=east-sussex"), "total") == 1);
  CHECK(whole(document("/api/v1/inspections?service=nowhere"), "total") == 0);
  CHECK(document("/api/v1/inspections?page=99").find("items")->items()->empty());
}

TEST_CASE("a question that cannot be answered is refused in JSON, with what to do") {
  for (const auto* target :
       {"/api/v1/inspections?page=0", "/api/v1/inspections?page_size=501",
        "/api/v1/inspections?page=x", "/api/v1/inspections?year=20", "/api/v1/services?page=-1"}) {
    CAPTURE(target);
    const auto answer = library().get(target);
    CHECK(answer.status == 422);
    const auto json = Json::parse(answer.body);
    REQUIRE(json);
    CHECK(json->find("message"));
  }
  for (const auto* target : {"/api/v1/inspections/nowhere-2020", "/api/v1/standards/none"})
    CHECK(library().get(target).status == 404);
}

TEST_CASE("the published rating and the rule's stand side by side") {
  const auto one = document("/api/v1/inspections/east-sussex-2024-09");
  for (const auto& standard : *one.find("standards")->items())
    if (*standard.find("id")->string() == "2.1") {
      CHECK(*standard.find("rating")->string() == "Good");
      CHECK(*standard.find("computed_rating")->string() == "Requires improvement");
    }
}

TEST_CASE("every table downloads with its header row") {
  for (const auto& table : report::library_tables()) {
    CAPTURE(table.name);
    const auto answer = library().get("/api/v1/" + table.name + ".csv");
    CHECK(answer.status == 200);
    CHECK(header_of(answer, "Content-Type").starts_with("text/csv"));
    CHECK(answer.body.starts_with(table.columns.front().name + ","));
  }
}
