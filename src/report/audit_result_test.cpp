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

TEST_CASE("nothing to rate is an error that says so") {
  const auto result = audit_result(edition(), {});
  REQUIRE_FALSE(result);
  CHECK(result.error().code == ErrorCode::Incomplete);
}

}  // namespace northlight::report
