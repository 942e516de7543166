#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "base/json.hpp"
#include "framework/read_framework.hpp"
#include "reading/check_report.hpp"
#include "testing/paged_text.hpp"

// Every report under tests/examples/reading, each beside what is expected of it. The expected file
// names facts by kind; what it does not name is not compared.

using namespace northlight;

namespace {

std::string file_text(const std::filesystem::path& file) {
  std::ifstream stream(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

Json texts_of(const std::vector<domain::Item>& items) {
  auto list = Json::array();
  for (const auto& item : items) list.add(item.text);
  return list;
}

Json text_or_null(const std::string& text) {
  std::optional<std::string> stated;
  if (!text.empty()) stated = text;
  return Json(stated);
}

template <typename T>
Json iso_or_null(const std::optional<T>& date) {
  return text_or_null(date ? iso(*date) : std::string{});
}

void add_standards(const domain::PublishedInspection& inspection, Json& actual) {
  auto ratings = Json::object();
  auto percentages = Json::object();
  auto strengths = Json::object();
  auto areas = Json::object();
  for (const auto& standard : inspection.standards) {
    ratings.set(standard.id, Json(standard.rating));
    auto lenses = Json::object();
    for (const auto& question : standard.key_questions) {
      auto figures = Json::array();
      if (question.percent) figures.add(question.percent->value);
      if (question.share) figures.add(question.share->met()).add(question.share->judged());
      lenses.set(question.lens, figures);
    }
    if (!standard.key_questions.empty()) percentages.set(standard.id, lenses);
    if (!standard.strengths.empty()) strengths.set(standard.id, texts_of(standard.strengths));
    if (!standard.areas_for_improvement.empty())
      areas.set(standard.id, texts_of(standard.areas_for_improvement));
  }
  actual.set("ratings", ratings);
  actual.set("percentages", percentages);
  actual.set("strengths", strengths);
  actual.set("areas", areas);
}

Json facts_of(const domain::PublishedInspection& inspection) {
  auto actual = Json::object();
  actual.set("service", inspection.service);
  actual.set("full_name", inspection.service_full_name);
  actual.set("edition", Json(inspection.edition));
  actual.set("published", iso_or_null(inspection.published.month));
  actual.set("fieldwork", iso_or_null(inspection.fieldwork_month));
  actual.set("fieldwork_started", iso_or_null(inspection.fieldwork_started));
  actual.set("joint", Json(inspection.joint));
  actual.set("score", Json(inspection.score));
  actual.set("score_maximum", Json(inspection.score_maximum));
  actual.set("overall", Json(inspection.overall_rating));
  add_standards(inspection, actual);
  auto recommendations = Json::array();
  for (const auto& one : inspection.recommendations)
    recommendations.add(Json(Json::Array{Json(one.number), Json(one.addressee), Json(one.text)}));
  actual.set("recommendations", recommendations);
  auto samples = Json::object();
  for (const auto& one : inspection.samples) samples.set(one.what, one.count);
  actual.set("samples", samples);
  auto disposals = Json::object();
  for (const auto& one : inspection.disposals) disposals.set(one.type, one.cases);
  actual.set("disposals", disposals);
  auto windows = Json::object();
  for (const auto& one : inspection.case_windows)
    windows.set(one.domain, Json(Json::Array{Json(iso(one.from)), Json(iso(one.to))}));
  actual.set("windows", windows);
  auto context = Json::object();
  for (const auto& one : inspection.context) context.set(one.what, one.value);
  actual.set("context", context);
  auto surveys = Json::object();
  for (const auto& one : inspection.surveys) surveys.set(one.what, one.count);
  actual.set("surveys", surveys);
  auto findings = Json::array();
  for (const auto& one : inspection.findings) findings.add(one.code + " " + one.where);
  actual.set("findings", findings);
  auto questions = Json::array();
  for (const auto& one : inspection.questions) questions.add(one.where + ": " + one.message);
  actual.set("questions", questions);
  return actual;
}

/// Objects hold what is expected whatever the order; of contexts and surveys more may be found.
void compare(const Json& expected, const Json& actual, const std::string& where, bool more_may_be) {
  const auto* members = expected.members();
  if (members == nullptr) {
    INFO(where, ": expected ", expected.text(), ", read ", actual.text());
    CHECK(expected == actual);
    return;
  }
  for (const auto& [name, value] : *members) {
    const auto* found = actual.find(name);
    if (found == nullptr) {
      INFO(where, " / ", name, ": expected ", value.text(), ", read nothing");
      CHECK(found != nullptr);
      continue;
    }
    compare(value, *found, where + " / " + name, false);
  }
  if (more_may_be || actual.members() == nullptr) return;
  for (const auto& [name, value] : *actual.members()) {
    INFO(where, " / ", name, ": read ", value.text(), ", expected nothing");
    CHECK(expected.find(name) != nullptr);
  }
}

}  // namespace

TEST_CASE("every example report is read and checked as its file expects") {
  const std::filesystem::path root = NORTHLIGHT_SOURCE_DIR;
  const auto editions = framework::read_editions(root / "frameworks");
  REQUIRE(editions);
  const auto vocabulary = reading::vocabulary_of(*editions);
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(root / "tests/examples/reading"))
    if (entry.path().extension() == ".json") files.push_back(entry.path());
  std::ranges::sort(files);
  CHECK(files.size() >= 45);
  for (auto file : files) {
    const auto expected = Json::parse(file_text(file));
    REQUIRE(expected);
    const auto name = file.stem().string();
    const auto read =
        reading::read_and_check(file_text(file.replace_extension(".txt")), vocabulary, *editions);
    INFO(name);
    CHECK(read.has_value());
    if (!read) continue;
    const auto actual = facts_of(*read);
    for (const auto& [member, value] : *expected->members()) {
      const auto* found = actual.find(member);
      REQUIRE(found != nullptr);
      compare(value, *found, name + ": " + member, member == "context" || member == "surveys");
    }
  }
}

TEST_CASE("what stands over and under the pages is no part of what a report says") {
  const std::filesystem::path root = NORTHLIGHT_SOURCE_DIR;
  const auto editions = framework::read_editions(root / "frameworks");
  REQUIRE(editions);
  const auto vocabulary = reading::vocabulary_of(*editions);
  for (const std::string name :
       {"numbers-in-words", "joint-inspection", "tabs-between-cells", "one-space-before-the-rating",
        "ratings-with-two-capitals", "court-cases-of-two-kinds", "standards-of-2018"}) {
    const auto text = file_text(root / "tests/examples/reading" / (name + ".txt"));
    const auto whole = reading::read_and_check(text, vocabulary, *editions);
    REQUIRE(whole);
    const auto expected = facts_of(*whole);
    for (const auto& dress : testing::page_dresses())
      for (const int lines : {23, 37})
        for (const int offset : {0, 5, 11}) {
          const auto paged = reading::read_and_check(testing::on_pages(text, dress, lines, offset),
                                                     vocabulary, *editions);
          INFO(name, ", ", dress.name, ", pages of ", lines, " lines from ", offset);
          REQUIRE(paged);
          compare(expected, facts_of(*paged), name, false);
        }
  }
}
