#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <string>

#include "framework/read_framework.hpp"
#include "reading/check_files.hpp"
#include "reading/check_report.hpp"
#include "testing/paged_text.hpp"

// The published report itself is not part of the project: its text is read from where the person
// who runs the tests keeps it (NORTHLIGHT_SHARED_DATA, or ../shared/data beside the project).

using namespace northlight;
using namespace northlight::reading;

namespace {

std::filesystem::path shared_data() {
  if (const char* folder = std::getenv("NORTHLIGHT_SHARED_DATA")) return folder;
  return std::filesystem::path(NORTHLIGHT_SOURCE_DIR).parent_path() / "shared/data";
}

std::string text_of(const std::filesystem::path& file) {
  std::ifstream stream(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

struct Library {
  std::vector<framework::Edition> editions;
  Vocabulary vocabulary;
};

const Library& library() {
  static const Library held = [] {
    Library made;
    made.editions =
        framework::read_editions(std::filesystem::path(NORTHLIGHT_SOURCE_DIR) / "frameworks")
            .value();
    made.vocabulary = vocabulary_of(made.editions);
    return made;
  }();
  return held;
}

std::string report_text() { return text_of(shared_data() / "reports/east-sussex-2024.txt"); }

bool missing(const std::string& text) {
  if (text.empty()) MESSAGE("skipped: no published report under ", shared_data().string());
  return text.empty();
}

}  // namespace

TEST_CASE("East Sussex 2024 is read to the last figure") {
  const auto text = report_text();
  if (missing(text)) return;
  const auto read = read_and_check(text, library().vocabulary, library().editions);
  REQUIRE(read);
  CHECK(read->service_full_name == "East Sussex Youth Justice Service");
  CHECK(read->edition == "hmip-youth-2021");
  CHECK(read->score == 25);
  CHECK(read->score_maximum == 36);
  CHECK(read->overall_rating == "Good");
  CHECK(iso(read->published.month.value()) == "2024-09");
  CHECK_FALSE(read->published.day);
  CHECK(iso(read->fieldwork_started.value()) == "2024-06-10");
  CHECK(read->isbn == "978-1-916621-53-4");
  CHECK(read->standards.size() == 13);
  std::map<std::string, int> tally;
  std::size_t strengths = 0;
  std::size_t areas = 0;
  std::vector<std::int64_t> percentages;
  for (const auto& standard : read->standards) {
    ++tally[standard.rating.value_or("none")];
    strengths += standard.strengths.size();
    areas += standard.areas_for_improvement.size();
    for (const auto& question : standard.key_questions) {
      percentages.push_back(question.percent->value);
      REQUIRE(question.share);
      CHECK(question.share->judged() == (standard.id.front() == '2' ? 13 : 20));
      CHECK(question.share->printed() == *question.percent);
    }
  }
  CHECK(tally ==
        std::map<std::string, int>{
            {"Outstanding", 5}, {"Good", 4}, {"Requires improvement", 3}, {"Inadequate", 1}});
  CHECK(percentages == std::vector<std::int64_t>{62, 77, 69, 92, 46, 46, 100, 100, 85, 85, 92,
                                                 85, 90, 60, 70, 95, 80, 55,  90,  80, 95});
  CHECK(strengths == 55);
  CHECK(areas == 15);
  CHECK(read->case_windows.size() == 3);
  REQUIRE(read->context.size() >= 13);
  CHECK(read->context[0].value == "21");
  CHECK(read->context[1].value == "11.5");
  CHECK(read->context[2].value == "32.4");
  REQUIRE(read->disposals.size() == 3);
  CHECK(read->disposals[2].cases == 12);
}

TEST_CASE("East Sussex 2024 has three notices, two questions and no error") {
  const auto text = report_text();
  if (missing(text)) return;
  const auto files =
      check_files({"east-sussex-2024.txt", text}, {}, library().vocabulary, library().editions);
  REQUIRE(files.size() == 1);
  std::vector<std::string> findings;
  for (const auto& finding : files[0].findings)
    findings.push_back(finding.code + " " + finding.where);
  CHECK(findings == std::vector<std::string>{"quotation-missing involvement",
                                             "rating-departs-from-rule 2.1", "repeated-item 3.4"});
  CHECK_FALSE(has_errors(files[0].findings));
  REQUIRE(files[0].questions.size() == 2);
  CHECK(files[0].questions[0].where == "4.1");
  CHECK(files[0].questions[1].where == "3.3");
}

TEST_CASE("what is checked is the same when a report is read first and checked later") {
  const auto text = report_text();
  if (missing(text)) return;
  const auto together = read_and_check(text, library().vocabulary, library().editions);
  REQUIRE(together);
  const auto edition = std::ranges::find(library().editions, *together->edition,
                                         [](const auto& one) { return one.code.text(); });
  const auto apart = check_report(*together, &*edition);
  CHECK(apart.findings == together->findings);
  CHECK(apart.questions == together->questions);
}

TEST_CASE("four press texts agree with the report, or are recorded as claims") {
  const auto text = report_text();
  if (missing(text)) return;
  std::vector<NamedText> press;
  for (const char* name :
       {"argus-east-sussex", "bbc-southend", "news-shopper-bexley", "norfolk-county-council"})
    press.push_back({name, text_of(shared_data() / "press" / (std::string(name) + ".txt"))});
  const auto files = check_files({"report", text}, press, library().vocabulary, library().editions);
  REQUIRE(files.size() == 5);
  const std::vector<std::string> services{"", "East Sussex", "Southend-on-Sea", "Bexley",
                                          "Norfolk"};
  for (std::size_t at = 1; at < files.size(); ++at) {
    CHECK(files[at].findings.empty());
    CHECK(files[at].press.service == services[at]);
    CHECK_FALSE(files[at].press.claims.empty());
  }
  CHECK(files[1].press.claims.size() == 7);
}

TEST_CASE("East Sussex 2024 says the same on pages of any length and dress") {
  const auto text = report_text();
  if (missing(text)) return;
  const auto items = [](const domain::PublishedInspection& read) {
    std::vector<std::string> all;
    for (const auto& standard : read.standards) {
      all.push_back(standard.id + " " + standard.rating.value_or("none"));
      for (const auto& question : standard.key_questions)
        all.push_back(std::to_string(question.percent->value));
      for (const auto& item : standard.strengths) all.push_back(item.text);
      for (const auto& item : standard.areas_for_improvement) all.push_back(item.text);
    }
    for (const auto& one : read.recommendations) all.push_back(one.addressee + ": " + one.text);
    for (const auto& one : read.samples) all.push_back(one.what + std::to_string(one.count));
    for (const auto& one : read.findings) all.push_back(one.code + " " + one.where);
    return all;
  };
  const auto whole = read_and_check(text, library().vocabulary, library().editions);
  REQUIRE(whole);
  for (const auto& dress : testing::page_dresses())
    for (const int lines : {41, 48, 53, 60})
      for (const int offset : {0, 7, 13, 29}) {
        const auto paged = read_and_check(testing::on_pages(text, dress, lines, offset),
                                          library().vocabulary, library().editions);
        INFO(dress.name, ", pages of ", lines, " lines from ", offset);
        REQUIRE(paged);
        CHECK(items(*paged) == items(*whole));
      }
}
