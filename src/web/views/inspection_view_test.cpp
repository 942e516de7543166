#include "web/views/inspection_view.hpp"

#include <doctest/doctest.h>

#include "web/views/words.hpp"

using namespace northlight;
using namespace northlight::web::views;

namespace {

framework::Edition small_edition() {
  framework::Edition edition;
  edition.code = framework::EditionCode{"small"};
  edition.title = "Small standards";
  edition.scale = {{"low", "Low", 0, {}}, {"middle", "Middle", 1, {}}, {"high", "High", 2, {}}};
  edition.lenses = {{framework::LensCode{"safety"}, "Keeping the child safe", "", {}}};
  edition.domains.push_back({});
  edition.domains.back().code = framework::DomainCode{"court"};
  edition.domains.back().title = "Court disposals";
  framework::Standard planning;
  planning.code = framework::StandardCode{"2.2"};
  planning.domain = framework::DomainCode{"court"};
  planning.title = "Planning";
  planning.rated_by = framework::RatedBy::WeakestQuestion;
  planning.questions = {{framework::QuestionCode{"2.2.1"},
                         framework::LensCode{"safety"},
                         "Does planning keep the child safe?",
                         {},
                         {}}};
  edition.standards = {planning};
  return edition;
}

domain::PublishedInspection with_planning(std::optional<Share> share) {
  domain::PublishedInspection facts;
  facts.service = "Northmarsh";
  facts.edition = "small";
  facts.standards = {{.id = "2.2", .title = "Planning", .rating = "Middle", .cases = 13}};
  facts.standards[0].key_questions = {{.lens = "safety", .percent = Percent{46}, .share = share}};
  return facts;
}

/// What the rule gives for 6 of 13, and what was published instead.
rating::InspectionRating departing() {
  rating::StandardRating planning;
  planning.standard = framework::StandardCode{"2.2"};
  planning.rating = framework::Rating{1};
  planning.from = rating::RatingFrom::Stated;
  planning.computed = framework::Rating{0};
  planning.stated = framework::Rating{1};
  planning.decided_by = {framework::LensCode{"safety"}};
  planning.comparison = "Published Middle; the rule gives Low; reason not stated.";
  planning.discretion.because.push_back({});
  planning.discretion.because.back().sentence = "One changed judgement would make it Middle.";
  rating::InspectionRating rated;
  rated.standards = {planning};
  return rated;
}

std::string shown(const InspectionModel& model) { return inspection_page({}, model).take(); }

bool has(const std::string& page, std::string_view words) {
  return page.find(words) != std::string::npos;
}

}  // namespace

TEST_CASE("a figure stands with its counts, and the deciding one in bold") {
  const auto edition = small_edition();
  const auto facts = with_planning(*Share::of(6, 13));
  const auto rated = departing();
  const auto page =
      shown({.id = "n", .service_slug = "n", .facts = facts, .edition = &edition, .rated = &rated});
  CHECK(has(page, "<strong>46% (6 of 13)</strong>"));
  CHECK(has(page, "Does planning keep the child safe?"));
  CHECK(has(page, "judged in 13 cases"));
}

TEST_CASE("a percentage without counts says that the counts are not known, and gives no range") {
  const auto edition = small_edition();
  const auto facts = with_planning(std::nullopt);
  const auto page = shown({.id = "n", .service_slug = "n", .facts = facts, .edition = &edition});
  CHECK(has(page, "46% (number of cases not known from the source)"));
  CHECK_FALSE(has(page, "Of practice in general"));
}

TEST_CASE("published against computed is said in words, with why discretion may be considered") {
  const auto edition = small_edition();
  const auto facts = with_planning(*Share::of(6, 13));
  const auto rated = departing();
  const auto page =
      shown({.id = "n", .service_slug = "n", .facts = facts, .edition = &edition, .rated = &rated});
  CHECK(has(page, "One published rating is not what the rule gives."));
  CHECK(has(page, "Published Middle; the rule gives Low; reason not stated."));
  CHECK(has(page, "One changed judgement would make it Middle."));
  CHECK(has(page, "Whether a panel did so, and why, is not known from the source."));
}

TEST_CASE("where the number of eligible cases is known, both answers are given") {
  const auto edition = small_edition();
  auto facts = with_planning(*Share::of(6, 13));
  facts.samples = {{"court_eligible", 14, std::nullopt}};
  const auto page = shown({.id = "n", .service_slug = "n", .facts = facts, .edition = &edition});
  CHECK(has(page, "6 to 7 of 14 cases (43% to 50%)"));
  CHECK(has(page, "19% to 75%"));
  CHECK_FALSE(has(page, "population not published"));
}

TEST_CASE("a hostile name, finding or address stays text") {
  const auto edition = small_edition();
  auto facts = with_planning(*Share::of(6, 13));
  facts.service = "<script>alert(1)</script>";
  facts.findings = {
      {"score-mismatch", domain::Severity::Error, "\"><img src=x>", 3, "<b>bold</b>"}};
  facts.source_address = "javascript:alert(1)";
  facts.source_kind = domain::SourceKind::PublishedReport;
  const auto page =
      shown({.id = "x\"><script>", .service_slug = "'><", .facts = facts, .edition = &edition});
  CHECK_FALSE(has(page, "<script>alert"));
  CHECK_FALSE(has(page, "<img"));
  CHECK_FALSE(has(page, "<b>bold"));
  CHECK_FALSE(has(page, "javascript:alert"));
  CHECK_FALSE(has(page, "\"><script>"));
}

TEST_CASE("an inspection under standards that are not known still has its page") {
  domain::PublishedInspection facts;
  facts.service = "Northmarsh";
  const auto page = shown({.id = "n", .service_slug = "n", .facts = facts});
  CHECK(has(page, "Only the headline of this inspection is known from the source"));
  CHECK(has(page, "Not known from the source"));
}

TEST_CASE("what is counted in a sample is named in words") {
  const auto edition = small_edition();
  CHECK(sample_words(&edition, "court") == "Court disposals: cases inspected");
  CHECK(sample_words(&edition, "court_eligible") == "Court disposals: cases that were eligible");
  CHECK(sample_words(nullptr, "case_manager_interviews") == "Interviews with case managers");
  CHECK(sample_words(&edition, "court_case_manager_interviews") ==
        "Court disposals: interviews with case managers");
}
