#include "report/audit_result.hpp"

#include <doctest/doctest.h>

#include "framework/read_framework.hpp"

namespace northlight::report {
namespace {

const framework::Edition& edition() {
  static const auto read =
      framework::read_edition(NORTHLIGHT_SOURCE_DIR "/frameworks/hmip-youth-2021");
  REQUIRE(read);
  return *read;
}

rating::Evidence planning(std::int64_t desistance, std::int64_t child, std::int64_t others) {
  rating::Evidence out;
  const auto add = [&](const char* lens, std::int64_t yes) {
    out.counts.push_back({.standard = framework::StandardCode{"2.2"},
                          .lens = framework::LensCode{lens},
                          .yes = yes,
                          .of = 13});
  };
  add("desistance", desistance);
  add("child_safety", child);
  add("others_safety", others);
  return out;
}

}  // namespace

TEST_CASE("each question says what one more yes would change") {
  const auto result = audit_result(edition(), planning(12, 6, 9));
  REQUIRE(result);
  REQUIRE(result->standards.size() == 1);
  const auto& questions = result->standards.front().questions;
  REQUIRE(questions.size() == 3);
  CHECK(questions[1].decides);
  REQUIRE(questions[1].one_more);
  CHECK(questions[1].one_more->text() == "7 of 13");
  CHECK_FALSE(questions[1].one_more_changes.empty());
}

TEST_CASE("a question with nothing but yeses has no one more") {
  const auto result = audit_result(edition(), planning(13, 13, 13));
  REQUIRE(result);
  for (const auto& question : result->standards.front().questions) CHECK_FALSE(question.one_more);
}

TEST_CASE("standards without a judged case are listed as not rated and do not count as nought") {
  const auto result = audit_result(edition(), planning(13, 13, 13));
  REQUIRE(result);
  CHECK(result->score == 3);
  CHECK(result->score_maximum == 3);
  CHECK(result->not_rated.size() == edition().standards.size() - 1);
}

TEST_CASE("every step that applies a rule gives the rule and how far it can be trusted") {
  const auto result = audit_result(edition(), planning(12, 6, 9));
  REQUIRE(result);
  bool any = false;
  for (const auto& step : result->standards.front().trace) {
    CHECK_FALSE(step.sentence.empty());
    CHECK(step.rule.empty() == step.rule_basis.empty());
    any = any || !step.rule.empty();
  }
  CHECK(any);
}

TEST_CASE("eligible cases give an exact statement of this year, beside practice in general") {
  const auto result = audit_result(edition(), planning(12, 6, 9), {{"court", 14}});
  REQUIRE(result);
  const auto& child = result->standards.front().questions[1];
  CHECK(child.says.of_that_year == "6 to 7 of 14 cases (43% to 50%)");
  CHECK(child.says.of_practice() == "19% to 75%");
}

TEST_CASE("without eligible cases nothing is said of this year") {
  const auto result = audit_result(edition(), planning(12, 6, 9), {{"out_of_court", 40}});
  REQUIRE(result);
  for (const auto& question : result->standards.front().questions) {
    CHECK(question.says.of_that_year.empty());
    CHECK(question.says.why_not_that_year.empty());
  }
}

TEST_CASE("a question that did not apply to every case says nothing exact of this year") {
  auto evidence = planning(12, 6, 9);
  evidence.counts[2].of = 10;
  const auto result = audit_result(edition(), evidence, {{"court", 14}});
  REQUIRE(result);
  const auto& others = result->standards.front().questions[2];
  CHECK(others.says.of_that_year.empty());
  CHECK(others.says.why_not_that_year.find("judged in 10 of 13 cases") != std::string::npos);
}

TEST_CASE("nothing to rate is an error that says so") {
  const auto result = audit_result(edition(), {});
  REQUIRE_FALSE(result);
  CHECK(result.error().code == ErrorCode::Incomplete);
}

}  // namespace northlight::report
