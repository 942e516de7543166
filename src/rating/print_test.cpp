#include "rating/print.hpp"

#include <algorithm>

#include <doctest/doctest.h>

#include "framework/read_framework.hpp"
#include "rating/published.hpp"
#include "rating/rate.hpp"
#include "rating/what_if.hpp"

using namespace northlight;
using namespace northlight::rating;
using namespace std::chrono_literals;
using framework::LensCode;
using framework::StandardCode;

namespace {

const framework::Edition& youth() {
  static const auto edition =
      *framework::read_edition(NORTHLIGHT_SOURCE_DIR "/frameworks/hmip-youth-2021");
  return edition;
}

std::vector<QuestionCount> three(const char* standard, int of, int a, int b, int c) {
  return {{StandardCode{standard}, LensCode{"desistance"}, a, of, 0},
          {StandardCode{standard}, LensCode{"child_safety"}, b, of, 0},
          {StandardCode{standard}, LensCode{"others_safety"}, c, of, 0}};
}

Evidence two_standards() {
  Evidence evidence;
  evidence.counts = three("2.1", 13, 8, 10, 9);
  evidence.decisions = {
      {StandardCode{"2.1"}, framework::Rating{2}, "An invented panel", 2024y / 8 / 1, "Invented."},
      {StandardCode{"1.1"}, framework::Rating{3}, "An invented panel", 2024y / 8 / 2,
       "Invented too."}};
  return evidence;
}

}  // namespace

TEST_CASE("the JSON document of a rating has the members that scripts rely on") {
  const auto result = rate(youth(), two_standards());
  REQUIRE(result);
  const auto json = to_json(youth(), *result);
  CHECK(*json.find("edition")->string() == "hmip-youth-2021");
  CHECK(*json.find("score")->whole() == 5);
  CHECK(*json.find("score_maximum")->whole() == 6);
  CHECK(*json.find("overall_rating")->string() == "Good");
  const auto& standards = *json.find("standards")->items();
  REQUIRE(standards.size() == 13);
  CHECK(
      standards[0].text() ==
      R"({"id":"1.1","rating":"Outstanding","computed_rating":null,"decided_by":[],"key_questions":[],)"
      R"("discretion":{"may_be_considered":false,"because":[],"decision":{"rating":"Outstanding",)"
      R"("by":"An invented panel","on":"2024-08-02","reason":"Invented too."}}})");
  CHECK(standards[1].text() ==
        R"({"id":"1.2","rating":null,"computed_rating":null,"decided_by":[],"key_questions":[],)"
        R"("discretion":{"may_be_considered":false,"because":[],"decision":null}})");
  CHECK(
      standards[4].text() ==
      R"({"id":"2.1","rating":"Good","computed_rating":"Requires improvement","decided_by":["desistance"],)"
      R"("key_questions":[{"lens":"desistance","yes":8,"of":13,"percent":62,"band":"Requires improvement"},)"
      R"({"lens":"child_safety","yes":10,"of":13,"percent":77,"band":"Good"},)"
      R"({"lens":"others_safety","yes":9,"of":13,"percent":69,"band":"Good"}],)"
      R"("discretion":{"may_be_considered":true,"because":[)"
      R"("The lowest figure, 61.5% (8 of 13), is 3.5 points below 65%, where Good begins.",)"
      R"("One case judged yes instead of no on desistance would make it 9 of 13 (69.2%) and 2.1 Good."],)"
      R"("decision":{"rating":"Good","by":"An invented panel","on":"2024-08-01","reason":"Invented."}}})");
}

TEST_CASE("the text of a rating can be read from top to bottom") {
  const auto result = rate(youth(), two_standards());
  REQUIRE(result);
  const auto text = to_text(youth(), *result);
  CHECK(text.find("Overall: Good. Score: 5 of 6.\n") != std::string::npos);
  CHECK(text.find("2.1 Assessment: Good (the rule gives Requires improvement)\n") !=
        std::string::npos);
  CHECK(text.find("Decided by An invented panel.") != std::string::npos);
  CHECK(text.find("1.2 Staff: not rated\n") != std::string::npos);
  CHECK(text.find("The rules that were applied\n") != std::string::npos);
  std::size_t longest = 0;
  for (std::size_t at = 0; at < text.size();) {
    const auto end = text.find('\n', at);
    longest = std::max(longest, end - at);
    at = end + 1;
  }
  CHECK(longest <= 88);
}

TEST_CASE("what if one more case had been judged yes") {
  Evidence evidence;
  evidence.counts = three("2.1", 13, 8, 10, 9);
  evidence.stated = {{StandardCode{"1.1"}, framework::Rating{1}}};
  const auto tried = what_if(
      youth(), evidence,
      {{.standard = StandardCode{"2.1"}, .lens = LensCode{"desistance"}, .yes = 9, .of = 13}});
  REQUIRE(tried);
  CHECK(tried->before.score == 2);
  CHECK(tried->after.score == 3);
  CHECK(tried->differences ==
        std::vector<std::string>{"2.1 Assessment would be Good instead of Requires improvement.",
                                 "The score would be 3 of 6 instead of 2 of 6.",
                                 "The overall rating would stay Requires improvement."});
}

TEST_CASE("what if a rating were another, or were not given at all") {
  Evidence evidence;
  evidence.stated = {{StandardCode{"1.1"}, framework::Rating{1}},
                     {StandardCode{"1.2"}, framework::Rating{1}}};
  const auto other = what_if(youth(), evidence,
                             {{.standard = StandardCode{"1.1"}, .rating = framework::Rating{3}}});
  REQUIRE(other);
  CHECK(other->differences.back() ==
        "The overall rating would be Good instead of Requires improvement.");
  const auto none = what_if(youth(), evidence, {{.standard = StandardCode{"1.1"}}});
  REQUIRE(none);
  CHECK(none->differences.front() ==
        "1.1 Governance and leadership would be not rated instead of Requires improvement.");
  CHECK(what_if(youth(), evidence, {})->differences.size() == 1);
  CHECK_FALSE(what_if(youth(), evidence, {{.standard = StandardCode{"9.9"}}}));
}

TEST_CASE("a published inspection is rated again from its counts and nothing is made up") {
  domain::PublishedInspection inspection;
  inspection.standards.push_back({.id = "2.1", .title = "Assessment", .rating = "Good"});
  for (const auto& [lens, yes] :
       {std::pair{"desistance", 8}, {"child_safety", 10}, {"others_safety", 9}})
    inspection.standards[0].key_questions.push_back({.lens = lens, .share = *Share::of(yes, 13)});
  inspection.standards.push_back(
      {.id = "4.1", .title = "Resettlement", .rating = "Requires improvement"});
  const auto evidence = evidence_of(youth(), inspection);
  REQUIRE(evidence);
  CHECK(evidence->decisions.empty());
  const auto result = rate(youth(), *evidence);
  REQUIRE(result);
  const auto& standard = *result->find(StandardCode{"2.1"});
  CHECK(youth().name(standard.rating) == "Good");
  CHECK(standard.departs_from_rule());
  CHECK(standard.comparison ==
        "Published Good; the rule gives Requires improvement; reason not stated.");
  inspection.standards[0].rating = "Splendid";
  CHECK_FALSE(evidence_of(youth(), inspection));
}
