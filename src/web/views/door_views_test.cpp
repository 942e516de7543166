#include <doctest/doctest.h>

#include "testing/youth_edition.hpp"
#include "web/views/about_views.hpp"
#include "web/views/check_view.hpp"
#include "web/views/open_data_view.hpp"
#include "web/views/rate_view.hpp"
#include "web/views/start_view.hpp"

namespace northlight::web::views {
namespace {

constexpr std::string_view hostile = "<script>alert(1)</script>";

bool shows(const html::Html& page, std::string_view text) {
  return page.view().find(text) != std::string_view::npos;
}

}  // namespace

TEST_CASE("the start page shows a service's name as text and what is unknown in words") {
  StartModel model{.services = 1, .inspections = 1};
  model.recent.push_back({.id = "x-2024", .service = std::string(hostile)});
  const auto page = start_page({}, model);
  CHECK_FALSE(shows(page, hostile));
  CHECK(shows(page, "&lt;script&gt;"));
  CHECK(shows(page, "Not known from the source"));
  CHECK(shows(page, "1 inspection of 1 service"));
}

TEST_CASE("the form of a check gives back what was pasted and says what is wrong with it") {
  const auto page = check_form_page({}, {.text = std::string(hostile),
                                         .report_error = "No ratings were found.",
                                         .most_bytes = 20UL * 1024 * 1024});
  CHECK(shows(page, "&lt;script&gt;"));
  CHECK_FALSE(shows(page, hostile));
  CHECK(shows(page, "href=\"#text\""));
  CHECK(shows(page, "up to 20 MB"));
}

TEST_CASE("a result of a check escapes everything that came from the report") {
  const std::string bad(hostile);
  CheckResultModel model{.result = {}, .text = bad, .press = bad};
  auto& one = model.result.inspection;
  one.service = bad;
  one.overall_rating = bad;
  one.recommendations.push_back({.number = 1, .addressee = bad, .text = bad});
  one.surveys.push_back({.what = bad, .count = 1});
  model.result.standards.push_back({.published = {.id = bad, .title = bad, .rating = bad},
                                    .domain = bad,
                                    .by_rule = bad,
                                    .departs = true});
  model.result.errors.push_back({.code = bad,
                                 .where = bad,
                                 .message = bad,
                                 .line = 1,
                                 .context = {{.number = 1, .text = bad, .is_meant = true}}});
  model.result.press = reading::PressText{.service = bad, .claims = {{bad, bad, 1}}};
  model.result.press_findings = model.result.errors;
  model.result.not_found = {bad};
  model.result.note = bad;
  const auto page = check_result_page({}, model);
  CHECK_FALSE(shows(page, hostile));
  CHECK_FALSE(shows(page, "value=\"<"));
}

TEST_CASE("a check without errors says so instead of leaving a gap") {
  const auto page = check_result_page({}, {.result = {}, .text = {}, .press = {}});
  CHECK(shows(page, "None. Nothing in the report contradicts anything else in it."));
  CHECK(shows(page, "0 errors, 0 notices and 0 questions"));
}

TEST_CASE("each box of the rating form has a label of its own, and keeps what was typed") {
  const auto edition = testing::youth_edition();
  auto form = empty_rate_form(edition);
  REQUIRE_FALSE(form.domains.empty());
  std::size_t boxes = 0;
  for (auto& domain : form.domains)
    for (auto& standard : domain.standards)
      for (auto& question : standard.questions) {
        question.yes = "\"><b>";
        boxes += 2;
      }
  const auto fields = rate_fields(edition, form);
  std::size_t labels = 0;
  for (std::size_t at = 0; (at = fields.view().find("<label class=\"govuk-visually-hidden\"",
                                                    at)) != std::string_view::npos;
       ++at)
    ++labels;
  CHECK(labels == boxes);
  CHECK_FALSE(shows(fields, "\"><b>"));
}

TEST_CASE("an error of the rating form stands beside its field and in the summary") {
  const auto edition = testing::youth_edition();
  RateModel model{.edition = edition, .form = empty_rate_form(edition)};
  model.form.errors.push_back({"yes-2.1-desistance", "2.1: enter a whole number"});
  const auto page = rate_page({}, model);
  CHECK(shows(page, "href=\"#yes-2.1-desistance\""));
  CHECK(shows(page, "id=\"yes-2.1-desistance-error\""));
  CHECK(shows(page, "<title>Error: "));
}

TEST_CASE("open data lists each table with its columns") {
  const auto page = open_data_page({}, {.tables = report::library_tables()});
  for (const auto& table : report::library_tables()) {
    CHECK(shows(page, "/api/v1/" + table.name + ".csv"));
    CHECK(shows(page, "Columns of " + table.name));
  }
}

TEST_CASE("how we count shows the edition's bands, and stands without an edition too") {
  auto edition = testing::youth_edition();
  framework::BandRule rule;
  rule.bands = {{framework::Rating{0}, Percent{0}, Percent{50}, ""},
                {framework::Rating{3}, Percent{50}, Percent{100}, ""}};
  edition.bands = rule;
  CHECK(shows(method_page({}, &edition), "What a share of cases earns"));
  CHECK(shows(method_page({}, &edition), "100%, included"));
  CHECK(shows(method_page({}, nullptr), "How we count"));
  CHECK_FALSE(shows(method_page({}, nullptr), "What a share of cases earns"));
}

}  // namespace northlight::web::views
