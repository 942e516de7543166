#include "report/library_tables.hpp"

#include <doctest/doctest.h>

#include "base/json.hpp"
#include "base/text.hpp"
#include "report/openapi.hpp"

namespace northlight::report {
namespace {

InspectionEntry hollowbeck() {
  InspectionEntry entry{.id = "hollowbeck-2024-09", .service = "hollowbeck", .inspection = {}};
  auto& one = entry.inspection;
  one.service = "Hollowbeck";
  one.edition = "hmip-youth-2021";
  domain::StandardResult planning{.id = "2.2", .title = "Planning", .rating = "Inadequate"};
  planning.key_questions.push_back(
      {.lens = "child_safety", .percent = Percent{46}, .share = *Share::of(6, 13)});
  planning.areas_for_improvement.push_back({.text = "=HYPERLINK(\"http://x\")"});
  one.standards.push_back(planning);
  one.recommendations.push_back({.number = 1, .addressee = "The service", .text = "plan, then do"});
  return entry;
}

std::string row_of(std::string_view table) {
  const std::vector<InspectionEntry> entries{hollowbeck()};
  const auto text = table_text(table, {}, entries);
  const auto from = text.find("\r\n") + 2;
  return text.substr(from, text.find("\r\n", from) - from);
}

}  // namespace

TEST_CASE("every table has a header row that is its description") {
  for (const auto& table : library_tables()) {
    CAPTURE(table.name);
    std::vector<std::string> names;
    for (const auto& column : table.columns) names.push_back(column.name);
    CHECK(table_text(table.name, {}, {}) == join(names, ",") + "\r\n");
    CHECK(names.back() == "attribution");
  }
}

TEST_CASE("a key question is a row with its counts") {
  CHECK(
      row_of("key-questions")
          .starts_with("hollowbeck-2024-09,hollowbeck,hmip-youth-2021,2.2,child_safety,46,6,13,"));
}

TEST_CASE("text with commas is quoted and a formula is made harmless") {
  CHECK(row_of("recommendations").find(",1,The service,\"plan, then do\",") != std::string::npos);
  CHECK(row_of("strengths-and-areas").find("\"'=HYPERLINK(\"\"http://x\"\")\"") !=
        std::string::npos);
}

TEST_CASE("a rating without counts leaves the computed one empty") {
  CHECK(row_of("standards-ratings").find(",2.2,Planning,Inadequate,,,,,") != std::string::npos);
}

TEST_CASE("a service without an inspection has none, and no latest") {
  const std::vector<ServiceEntry> services{{.id = "hollowbeck", .name = "Hollowbeck"}};
  CHECK(table_text("services", services, {}).find("\r\nhollowbeck,Hollowbeck,,0,,") !=
        std::string::npos);
}

TEST_CASE("each table stands in the description of the API, and none besides") {
  const auto document = Json::parse(openapi_document());
  REQUIRE(document);
  const auto* paths = document->find("paths");
  REQUIRE(paths);
  std::size_t tables = 0;
  for (const auto& [path, what] : *paths->members()) tables += path.ends_with(".csv") ? 1 : 0;
  CHECK(tables == library_tables().size());
  for (const auto& table : library_tables())
    CHECK_MESSAGE(paths->find("/api/v1/" + table.name + ".csv"), table.name);
}

}  // namespace northlight::report
