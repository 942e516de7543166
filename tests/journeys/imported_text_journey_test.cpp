#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <iterator>

#include "framework/read_framework.hpp"
#include "reading/check_report.hpp"
#include "reading/read_report.hpp"
#include "tests/journeys/site_under_test.hpp"

using namespace northlight;
using namespace northlight::testing;

TEST_CASE("a published report that was read shows its words, and each finding in its place") {
  const std::filesystem::path source(NORTHLIGHT_SOURCE_DIR);
  const auto file = source / "../shared/data/reports/east-sussex-2024.txt";
  if (!std::filesystem::exists(file)) {
    MESSAGE("skipped: the published text is not on this machine");
    return;
  }
  std::ifstream in(file);
  const std::string text((std::istreambuf_iterator<char>(in)), {});
  const auto editions = framework::read_editions(source / "frameworks");
  REQUIRE(editions);
  auto report = reading::read_report(text, reading::vocabulary_of(*editions));
  REQUIRE(report);
  for (const auto& edition : *editions)
    if (report->edition == edition.code.text()) {
      auto checked = reading::check_report(*report, &edition);
      report->findings = std::move(checked.findings);
      report->questions = std::move(checked.questions);
    }
  REQUIRE_FALSE(report->findings.empty());
  const SiteUnderTest site({*report});

  const auto page = site.get("/inspections/east-sussex-2024-09");
  REQUIRE(page.status == 200);
  CHECK(page.shows("are the report’s own words"));
  CHECK(page.shows("<strong>46% (6 of 13)</strong>"));
  CHECK(page.shows("Out-of-court disposals: cases inspected"));
  const auto lines = site.get("/inspections/east-sussex-2024-09/text");
  REQUIRE(lines.status == 200);
  for (const auto& finding : report->findings) {
    CAPTURE(finding.code);
    REQUIRE(finding.line);
    const auto anchor = "line-" + std::to_string(*finding.line);
    CHECK(page.shows("/inspections/east-sussex-2024-09/text#" + anchor));
    CHECK(lines.shows("id=\"" + anchor + "\""));
  }
}
