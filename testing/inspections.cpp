#include "testing/inspections.hpp"

#include <array>

namespace northlight::testing {
namespace {

using domain::KeyQuestionResult;
using domain::PublishedInspection;
using domain::StandardResult;

constexpr std::array lenses{"desistance", "child_safety", "others_safety"};

StandardResult judged(const char* id, const char* title, const char* rating, std::int64_t cases,
                      const std::array<std::int64_t, 3>& yes) {
  StandardResult made{.id = id, .title = title, .rating = rating, .cases = cases};
  for (std::size_t i = 0; i < yes.size(); ++i) {
    const auto share = *Share::of(yes[i], cases);
    made.key_questions.push_back(
        KeyQuestionResult{.lens = lenses[i], .percent = share.printed(), .share = share});
  }
  return made;
}

StandardResult stated(const char* id, const char* title, const char* rating) {
  return {.id = id, .title = title, .rating = rating};
}

}  // namespace

PublishedInspection east_sussex() {
  PublishedInspection made;
  made.service = "East Sussex";
  made.service_full_name = "East Sussex Youth Justice Service";
  made.edition = "hmip-youth-2021";
  made.published = {.day = *parse_date("2024-09-17"),
                    .month = *parse_month("2024-09"),
                    .text = "17 September 2024"};
  made.fieldwork_started = *parse_date("2024-06-10");
  made.fieldwork_month = *parse_month("2024-06");
  made.joint = false;
  made.score = 25;
  made.score_maximum = 36;
  made.overall_rating = "Good";
  made.standards = {stated("1.1", "Governance and leadership", "Good"),
                    stated("1.2", "Staff", "Good"),
                    stated("1.3", "Partnerships and services", "Outstanding"),
                    stated("1.4", "Information and facilities", "Outstanding"),
                    judged("2.1", "Assessment", "Good", 13, {8, 10, 9}),
                    judged("2.2", "Planning", "Inadequate", 13, {12, 6, 6}),
                    judged("2.3", "Implementation and delivery", "Outstanding", 13, {13, 13, 11}),
                    judged("2.4", "Reviewing", "Outstanding", 13, {11, 12, 11}),
                    judged("3.1", "Assessment", "Requires improvement", 20, {18, 12, 14}),
                    judged("3.2", "Planning", "Requires improvement", 20, {19, 16, 11}),
                    judged("3.3", "Implementation and delivery", "Outstanding", 20, {18, 16, 19}),
                    stated("3.4", "Out-of-court disposal policy and provision", "Good"),
                    stated("4.1", "Resettlement policy and provision", "Requires improvement")};
  made.standards[0].strengths = {{"The board gives the service a clear direction."}};
  made.standards[0].areas_for_improvement = {
      {"Board members should look harder at how safety work is done."}};
  made.recommendations = {
      {1, "The East Sussex Youth Justice Service",
       "Make assessments and plans do more to keep children and others safe."},
      {2, "The East Sussex Youth Justice Service",
       "See that managers tell practitioners what to improve."},
      {3, "The East Sussex Youth Justice Service",
       "Give every child a plan for what to do when things change."},
      {4, "The East Sussex Police", "Ask about diversity and trauma on the referral form."}};
  made.samples = {{"court", 13},
                  {"out_of_court", 20},
                  {"resettlement", 4},
                  {"case_manager_interviews", 37},
                  {"meetings", 12}};
  made.disposals = {
      {"youth conditional caution", 4}, {"youth caution", 4}, {"community resolution", 12}};
  for (const auto* domain : {"court", "out_of_court", "resettlement"})
    made.case_windows.push_back(
        {.domain = domain, .from = *parse_date("2023-06-12"), .to = *parse_date("2024-04-05")});
  made.context = {{"girls in caseload", "21", "per cent"},
                  {"children aged 0 to 19", "112,000", "children"}};
  made.surveys = {{"staff who answered the survey", 18, 18}};
  made.source_kind = domain::SourceKind::OurSummary;
  made.source_title = "An inspection of youth justice services in East Sussex";
  made.source_address = "https://www.justiceinspectorates.gov.uk/hmiprobation/";
  made.licence = "Open Government Licence v3.0";
  return made;
}

PublishedInspection northmarsh_report() {
  PublishedInspection made;
  made.service = "Northmarsh";
  made.service_full_name = "Northmarsh Youth Justice Service";
  made.edition = "hmip-youth-2021";
  made.published = {.day = {}, .month = *parse_month("2023-05"), .text = "May 2023"};
  made.score = 12;
  made.score_maximum = 36;
  made.overall_rating = "Requires improvement";
  auto planning = judged("2.2", "Planning", "Requires improvement", 11, {9, 6, 7});
  planning.line = 3;
  planning.strengths = {{"Plans are made <b>with</b> the child.", 4}};
  made.standards = {planning};
  made.findings = {{"quotation-missing", domain::Severity::Notice, "2.2", 5,
                    "A quotation is announced and does not follow."}};
  made.questions = {{"2.2", 4, "Does the count fit the figure?"}};
  made.source_kind = domain::SourceKind::PublishedReport;
  made.source_title = "An inspection of youth justice services in Northmarsh";
  made.licence = "Open Government Licence v3.0";
  made.text = {"An inspection of Northmarsh", "", "2.2. Planning",
               "Plans are made <b>with</b> the child.", "One child said:"};
  return made;
}

std::vector<PublishedInspection> headlines(int count) {
  constexpr std::array ratings{"Inadequate", "Requires improvement", "Good", "Outstanding"};
  std::vector<PublishedInspection> all;
  for (int i = 0; i < count; ++i) {
    PublishedInspection made;
    made.service = "Valley " + std::to_string(100 + i);
    made.edition = "hmip-youth-2021";
    const auto month = Month{std::chrono::year{2022 + i % 3},
                             std::chrono::month{1U + static_cast<unsigned>(i) % 12U}};
    made.published = {.day = {}, .month = month, .text = words(month)};
    made.score = 3 + i % 4 * 10;
    made.score_maximum = 36;
    made.overall_rating = ratings[static_cast<std::size_t>(i) % ratings.size()];
    made.source_kind = domain::SourceKind::RatingsTable;
    all.push_back(std::move(made));
  }
  return all;
}

}  // namespace northlight::testing
