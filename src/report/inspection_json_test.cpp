#include "report/inspection_json.hpp"

#include <doctest/doctest.h>

#include "base/date.hpp"

namespace northlight::report {
namespace {

InspectionEntry hollowbeck() {
  InspectionEntry entry{.id = "hollowbeck-2024-09", .service = "hollowbeck", .inspection = {}};
  auto& one = entry.inspection;
  one.service = "Hollowbeck";
  one.edition = "hmip-youth-2021";
  one.published = {.month = *parse_month("2024-09"), .text = "September 2024"};
  one.score = 25;
  one.score_maximum = 36;
  one.overall_rating = "Good";
  one.source_kind = domain::SourceKind::PublishedReport;
  domain::StandardResult planning{.id = "2.2", .title = "Planning", .rating = "Inadequate"};
  planning.cases = 13;
  planning.key_questions.push_back(
      {.lens = "child_safety", .percent = Percent{46}, .share = *Share::of(6, 13), .line = 401});
  planning.key_questions.push_back({.lens = "others_safety", .percent = Percent{50}});
  one.standards.push_back(planning);
  entry.computed.push_back(
      {.standard = "2.2", .rating = "Inadequate", .decided_by = {"child_safety"}});
  return entry;
}

const Json& at(const Json& json, std::string_view name) {
  const auto* found = json.find(name);
  REQUIRE(found);
  return *found;
}

}  // namespace

TEST_CASE("every document carries its attribution and licence") {
  for (const auto& document :
       {inspection_document(hollowbeck()), inspections_document({hollowbeck()}, {.total = 1}),
        services_document({}, {})}) {
    CHECK(at(document, "attribution").string()->find("HM Inspectorate of Probation") !=
          std::string::npos);
    CHECK(*at(at(document, "licence"), "name").string() == "Open Government Licence v3.0");
  }
}

TEST_CASE("a percentage comes with its counts, and one without counts says null") {
  const auto document = inspection_document(hollowbeck());
  const auto& questions = at(at(document, "standards").items()->front(), "key_questions");
  const auto& counted = questions.items()->at(0);
  CHECK(*at(counted, "yes").whole() == 6);
  CHECK(*at(counted, "of").whole() == 13);
  CHECK(*at(counted, "line").whole() == 401);
  const auto& uncounted = questions.items()->at(1);
  CHECK(*at(uncounted, "percent").whole() == 50);
  CHECK(at(uncounted, "yes").is_null());
  CHECK(at(uncounted, "line").is_null());
}

TEST_CASE("the published rating and what the rule gives stand side by side") {
  const auto document = inspection_document(hollowbeck());
  const auto& standard = at(document, "standards").items()->front();
  CHECK(*at(standard, "rating").string() == "Inadequate");
  CHECK(*at(standard, "computed_rating").string() == "Inadequate");
  CHECK(*at(standard, "decided_by").items()->front().string() == "child_safety");
}

TEST_CASE("what the source does not state is null and never left out") {
  const auto document = inspection_document(hollowbeck());
  CHECK(at(document, "joint").is_null());
  CHECK(at(at(document, "published"), "day").is_null());
  CHECK(at(at(document, "source"), "isbn").is_null());
  CHECK(at(document, "recommendations").items()->empty());
}

TEST_CASE("a page of a list knows its neighbours") {
  const auto middle = inspections_document({hollowbeck()}, {.page = 2, .page_size = 1, .total = 3});
  CHECK(*at(middle, "pages").whole() == 3);
  CHECK(*at(middle, "previous").string() == "/api/v1/inspections?page=1&page_size=1");
  CHECK(*at(middle, "next").string() == "/api/v1/inspections?page=3&page_size=1");
  const auto last = inspections_document({hollowbeck()}, {.page = 3, .page_size = 1, .total = 3});
  CHECK(at(last, "next").is_null());
}

TEST_CASE("an inspection in a list is told in short, with the address of the rest") {
  const auto list = inspections_document({hollowbeck()}, {.total = 1});
  const auto& item = at(list, "items").items()->front();
  CHECK_FALSE(item.find("standards"));
  CHECK(*at(at(item, "links"), "data").string() == "/api/v1/inspections/hollowbeck-2024-09");
}

}  // namespace northlight::report
