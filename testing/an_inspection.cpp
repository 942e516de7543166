#include "testing/an_inspection.hpp"

namespace northlight::testing {

using namespace std::chrono_literals;

domain::PublishedInspection an_inspection() {
  domain::PublishedInspection facts;
  facts.service = "Elmbridge Vale";
  facts.service_full_name = "Elmbridge Vale Youth Justice Service";
  facts.edition = "hmip-youth-2021";
  facts.published = {std::nullopt, 2024y / 9, "September 2024"};
  facts.fieldwork_month = 2024y / 6;
  facts.fieldwork_started = 2024y / 6 / 10;
  facts.joint = false;
  facts.score = 25;
  facts.score_maximum = 36;
  facts.overall_rating = "Good";
  facts.standards = {
      {.id = "2.1",
       .title = "Assessment",
       .rating = "Good",
       .cases = 13,
       .key_questions = {{"desistance", Percent{62}, *Share::of(8, 13), 40},
                         {"child_safety", Percent{77}, *Share::of(10, 13), 41},
                         {"others_safety", Percent{69}, std::nullopt, 42}},
       .strengths = {{"Children were asked what they wanted.", 45}, {"Strengths were seen.", 46}},
       .areas_for_improvement = {{"Other agencies' knowledge was not used.", 48}},
       .line = 39},
      {.id = "2.2", .title = "Planning", .rating = "Inadequate", .cases = 13, .line = 50},
      {.id = "4.1", .title = "Resettlement"},
  };
  facts.recommendations = {{1, "The Elmbridge Vale Youth Justice Service", "Plan for safety.", 60},
                           {2, "The police", "Share what is known.", std::nullopt}};
  facts.samples = {{"court", 13, 70}, {"out_of_court", 20, 71}, {"resettlement", 0, 72}};
  facts.disposals = {{"youth caution", 4, 73}};
  facts.case_windows = {{"court", 2023y / 6 / 12, 2024y / 4 / 5, 74}};
  facts.context = {{"girls in caseload", "21", "per cent", 80},
                   {"children aged 10 to 17", "51,000", "", 81}};
  facts.surveys = {{"children who consented", 23, std::nullopt, 90}, {"case managers", 18, 18, 91}};
  facts.findings = {
      {"rating-departs-from-rule", domain::Severity::Notice, "2.1", 39, "The rule gives another."},
      {"recommendation-numbering", domain::Severity::Error, "recommendations", 61,
       "Out of order."}};
  facts.questions = {{"4.1", 50, "A weak rating that no recommendation answers."}};
  facts.source_kind = domain::SourceKind::PublishedReport;
  facts.source_title = "An inspection of youth justice services in Elmbridge Vale";
  facts.source_address = "https://example.org/elmbridge-vale";
  facts.licence = "Open Government Licence v3.0";
  facts.notes = "Invented: it’s nowhere.";
  facts.text = {"Elmbridge Vale", "", "Overall rating: Good", "Cyfiawnder ieuenctid – ŵ"};
  return facts;
}

domain::PublishedInspection a_table_row(std::string_view service, std::string_view published) {
  domain::PublishedInspection facts;
  facts.service = service;
  facts.published.text = published;
  if (const auto day = parse_date(published)) facts.published.day = *day;
  if (const auto month = parse_month(published)) facts.published.month = *month;
  facts.score = 23;
  facts.score_maximum = 36;
  facts.overall_rating = "Good";
  facts.edition = "hmip-youth-2021";
  facts.source_title = "Ratings";
  return facts;
}

}  // namespace northlight::testing
