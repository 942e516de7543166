#include "store/merge_inspections.hpp"

#include <doctest/doctest.h>

using namespace northlight;
using domain::PublishedInspection;
using domain::SourceKind;
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

}  // namespace

TEST_CASE("a report decides, and a table fills in what it leaves open, in either order") {
  const auto merged = merge(table(), report());
  CHECK(merged == merge(report(), table()));
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

TEST_CASE("merging the same once more changes nothing") {
  for (const auto& once : {merge({}, report()), merge({}, table()), merge(table(), report())}) {
    CHECK(merge(once, report()).standards.size() >= 2);
    CHECK(merge(merge(once, report()), report()) == merge(once, report()));
    CHECK(merge(merge(once, table()), table()) == merge(once, table()));
  }
}

TEST_CASE("reading the same kind of source again replaces what it states, but knows no less") {
  auto again = report();
  again.score = 26;
  again.overall_rating.reset();
  again.findings.clear();
  const auto merged = merge(report(), again);
  CHECK(merged.score == 26);
  CHECK(merged.overall_rating == "Good");
  CHECK(merged.findings.empty());  // The text was read anew: nothing was found in it.
}

TEST_CASE("a line number stays only beside the text that it counts in") {
  auto other = report();
  other.text = {"another layout"};
  other.standards = {{.id = "4.1", .title = "", .rating = "Good", .line = 1}};
  const auto merged = merge(report(), other);
  CHECK(merged.text == other.text);
  REQUIRE(merged.standards.size() == 2);
  CHECK_FALSE(merged.standards[0].line.has_value());
  CHECK(merged.standards[1].line == 1);
}

TEST_CASE("a score keeps company with its own maximum") {
  auto no_score = report();
  no_score.score.reset();
  auto scored = table();
  scored.score = 20;
  scored.score_maximum = 24;
  const auto merged = merge(scored, no_score);
  CHECK(merged.score == 20);
  CHECK(merged.score_maximum == 24);
}
