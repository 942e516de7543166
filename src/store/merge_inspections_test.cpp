#include "store/merge_inspections.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace northlight;
using domain::PublishedInspection;
using domain::SourceKind;
using domain::StandardResult;
using store::merge;

namespace {

PublishedInspection report() {
  PublishedInspection facts;
  facts.service = "Stanbury";
  facts.source_kind = SourceKind::PublishedReport;
  facts.score = 25;
  facts.score_maximum = 36;
  facts.overall_rating = "Good";
  facts.standards = {{.id = "2.1", .title = "Assessment", .rating = "Good", .line = 12},
                     {.id = "4.1", .title = "Resettlement"}};
  facts.findings = {{"score-mismatch", domain::Severity::Error, "score", 3, "m"}};
  facts.text = {"one", "two"};
  return facts;
}

PublishedInspection table() {
  PublishedInspection facts;
  facts.service = "Stanbury";
  facts.score = 24;
  facts.overall_rating = "Requires improvement";
  facts.joint = true;
  facts.standards = {{.id = "1.1", .title = "", .rating = "Good"},
                     {.id = "2.1", .title = "", .rating = "Inadequate"},
                     {.id = "4.1", .title = "", .rating = "Outstanding"}};
  facts.notes = "from a table";
  return facts;
}

PublishedInspection summary() {
  PublishedInspection facts;
  facts.service = "Stanbury";
  facts.source_kind = SourceKind::OurSummary;
  facts.overall_rating = "Good";
  facts.standards = {{.id = "2.1",
                      .title = "Assessment",
                      .rating = "Good",
                      .cases = 13,
                      .key_questions = {{"desistance", Percent{62}, *Share::of(8, 13)}},
                      .strengths = {{"Ours."}},
                      .areas_for_improvement = {{"Ours too."}}}};
  facts.recommendations = {{1, "The police", "Ours as well."}};
  facts.context = {{"girls in caseload", "21", "per cent"}};
  facts.notes = "in our own words";
  return facts;
}

}  // namespace

TEST_CASE("a report decides, and a table fills in what it leaves open, in either order") {
  const auto merged = merge({table(), report()});
  CHECK(merged == merge({report(), table()}));
  CHECK(merged.score == 25);
  CHECK(merged.overall_rating == "Good");
  CHECK(merged.joint == true);
  CHECK(merged.notes == "from a table");
  REQUIRE(merged.standards.size() == 3);
  CHECK(merged.standards[0].id == "1.1");
  CHECK(merged.standards[1].rating == "Good");
  CHECK(merged.standards[2].rating == "Outstanding");
  CHECK(merged.standards[2].title == "Resettlement");
}

TEST_CASE("one source alone is kept as it is, its standards in their order") {
  CHECK(merge({report()}) == report());
  auto shuffled = report();
  std::ranges::reverse(shuffled.standards);
  CHECK(merge({shuffled}) == report());
}

TEST_CASE("to a report our summary adds headline facts, and none of its words or figures") {
  auto thin = report();
  thin.overall_rating.reset();
  auto ours = summary();
  for (const auto& merged : {merge({thin, ours}), merge({ours, thin, table()})}) {
    CHECK(merged.source_kind == SourceKind::PublishedReport);
    CHECK(merged.overall_rating == "Good");
    const auto& assessment = *std::ranges::find(merged.standards, "2.1", &StandardResult::id);
    CHECK(assessment.cases == 13);
    REQUIRE(assessment.key_questions.size() == 1);
    CHECK(assessment.strengths.empty());
    CHECK(assessment.areas_for_improvement.empty());
    CHECK(merged.recommendations.empty());
    CHECK(merged.context.empty());
    CHECK(merged.text == thin.text);
    CHECK(merged.findings == thin.findings);
  }
  CHECK(merge({ours, table()}).recommendations == ours.recommendations);
  CHECK(merge({thin, ours}).notes.empty());
}

TEST_CASE("a line number stays only beside the text that it counts in") {
  auto ours = summary();
  ours.standards = {{.id = "1.1", .title = "", .rating = "Good", .line = 1},
                    {.id = "2.1", .title = "", .rating = "Good", .line = 1}};
  const auto merged = merge({report(), ours});
  REQUIRE(merged.standards.size() == 3);
  CHECK_FALSE(merged.standards[0].line.has_value());
  CHECK(merged.standards[1].line == 12);
}

TEST_CASE("a score keeps company with its own maximum") {
  auto no_score = report();
  no_score.score.reset();
  auto scored = table();
  scored.score = 20;
  scored.score_maximum = 24;
  const auto merged = merge({scored, no_score});
  CHECK(merged.score == 20);
  CHECK(merged.score_maximum == 24);
}
