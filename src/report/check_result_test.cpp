#include "report/check_result.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "base/text.hpp"

namespace northlight::report {
namespace {

domain::PublishedInspection a_report() {
  domain::PublishedInspection one;
  one.service = "Hollowbeck";
  one.score = 25;
  one.standards.push_back({.id = "2.1", .title = "Assessment", .rating = "Good"});
  one.standards.back().key_questions.push_back({.lens = "desistance", .percent = Percent{62}});
  return one;
}

const std::vector<std::string> lines{"one", "", "three", "four", "five", "six"};

}  // namespace

TEST_CASE("a finding stands with its line and the text around it, blank lines left out") {
  reading::Checked checked;
  checked.findings.push_back(
      {.code = "score-mismatch", .where = "score", .line = 3, .message = "m"});
  const auto result = check_result(a_report(), checked, nullptr, lines, {});
  REQUIRE(result.errors.size() == 1);
  const auto& context = result.errors.front().context;
  REQUIRE(context.size() == 4);
  CHECK(context[0].text == "one");
  CHECK(context[1].number == 3);
  CHECK(context[1].is_meant);
  CHECK(context[3].text == "five");
}

TEST_CASE("errors, notices and questions are kept apart") {
  reading::Checked checked;
  checked.findings.push_back(
      {.code = "a", .severity = domain::Severity::Notice, .where = {}, .message = "n"});
  checked.findings.push_back(
      {.code = "b", .severity = domain::Severity::Error, .where = {}, .message = "e"});
  checked.questions.push_back({.where = "4.1", .message = "q"});
  const auto result = check_result(a_report(), checked, nullptr, lines, {});
  CHECK(result.notices.front().message == "n");
  CHECK(result.errors.front().message == "e");
  CHECK(result.questions.front().message == "q");
  CHECK(result.errors.front().context.empty());
}

TEST_CASE("a line beyond the text has no context and does no harm") {
  reading::Checked checked;
  checked.findings.push_back({.code = "a", .where = {}, .line = 99, .message = "m"});
  checked.findings.push_back({.code = "a", .where = {}, .line = 0, .message = "m"});
  const auto result = check_result(a_report(), checked, nullptr, lines, {});
  CHECK(result.errors[0].context.empty());
  CHECK(result.errors[1].context.empty());
}

TEST_CASE("what a report usually states and this one does not is listed") {
  const auto result = check_result(a_report(), {}, nullptr, lines, {});
  const auto has = [&](const char* what) {
    return std::ranges::find(result.not_found, what) != result.not_found.end();
  };
  CHECK(has("the overall rating"));
  CHECK(has("the recommendations"));
  CHECK_FALSE(has("the score"));
  CHECK_FALSE(has("the percentages of the key questions"));
}

TEST_CASE("a published rating is held against the rule's, whatever the case of its letters") {
  auto report = a_report();
  report.standards.push_back({.id = "2.2", .title = "Planning", .rating = "inadequate"});
  const framework::Edition edition{};
  const auto result = check_result(report, {}, &edition, lines,
                                   {{.standard = "2.1", .rating = "Requires improvement"},
                                    {.standard = "2.2", .rating = "Inadequate"}});
  CHECK(result.standards[0].departs);
  CHECK(result.standards[0].by_rule == "Requires improvement");
  CHECK_FALSE(result.standards[1].departs);
}

TEST_CASE("lines end with a line feed, or a carriage return and a line feed") {
  CHECK(lines_of("a\r\nb\nc") == std::vector<std::string>{"a", "b", "c"});
}

TEST_CASE("a very long line is cut for showing, between two characters") {
  reading::Checked checked;
  checked.findings.push_back({.code = "a", .where = {}, .line = 1, .message = "m"});
  std::string text;
  for (int i = 0; i < 1000; ++i) text += "\u00E9";
  const auto result = check_result(a_report(), checked, nullptr, {text}, {});
  const auto& shown = result.errors.front().context.front().text;
  CHECK(shown.size() < 420);
  CHECK(shown.ends_with(" \u2026"));
  CHECK(is_utf8(shown));
}

}  // namespace northlight::report
