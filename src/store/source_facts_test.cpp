#include "store/source_facts.hpp"

#include <doctest/doctest.h>

#include <chrono>

using namespace northlight;
using namespace std::chrono_literals;

namespace {

domain::PublishedInspection something_of_everything() {
  domain::PublishedInspection facts;
  facts.service = "Ynys Wen";
  facts.edition = "hmip-youth-2021";
  facts.published = {2024y / 9 / 17, 2024y / 9, "17 September 2024"};
  facts.fieldwork_month = 2024y / 6;
  facts.joint = false;
  facts.score = 0;
  facts.standards = {{.id = "2.1",
                      .title = "Assessment",
                      .rating = "Good",
                      .cases = 13,
                      .key_questions = {{"desistance", Percent{62}, *Share::of(8, 13), 40}},
                      .strengths = {{"“Asked”", 45}},
                      .areas_for_improvement = {{"Not used.", std::nullopt}}}};
  facts.recommendations = {{1, "The police", "Share what is known.", 60}};
  facts.samples = {{"court", 13, 70}};
  facts.disposals = {{"youth caution", 4, 73}};
  facts.case_windows = {{"court", 2023y / 6 / 12, 2024y / 4 / 5, 74}};
  facts.context = {{"girls in caseload", "21", "per cent", 80}};
  facts.surveys = {{"case managers", 18, 18, 91}};
  facts.findings = {{"score-mismatch", domain::Severity::Notice, "score", 3, "m"}};
  facts.questions = {{"4.1", 50, "Look again."}};
  facts.source_kind = domain::SourceKind::OurSummary;
  facts.text = {"one", "", "ŵ \"two\"\t\x01"};
  return facts;
}

}  // namespace

TEST_CASE("what a source states is read back as it was written, the unknown as unknown") {
  for (const auto& facts : {something_of_everything(), domain::PublishedInspection{}}) {
    const auto read = store::parse_facts(store::facts_text(facts));
    REQUIRE(read.has_value());
    CHECK(*read == facts);
    CHECK(store::facts_text(*read) == store::facts_text(facts));
  }
  CHECK(store::parse_facts(store::facts_text(something_of_everything()))
            ->standards[0]
            .key_questions[0]
            .share->judged() == 13);
}

TEST_CASE("what this program did not write is refused") {
  for (const auto* text : {"", "[]", "{}", R"({"service":1})"})
    CHECK_FALSE(store::parse_facts(text).has_value());
  auto damaged = store::facts_text(something_of_everything());
  damaged.replace(damaged.find("[8,13]"), 6, "[9,3]");
  CHECK_FALSE(store::parse_facts(damaged).has_value());
}
