#include "reading/check_press.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "testing/youth_edition.hpp"

using namespace northlight;
using namespace northlight::reading;

namespace {

const Vocabulary& words() {
  static const std::vector<framework::Edition> editions{testing::youth_edition()};
  static const auto vocabulary = vocabulary_of(editions);
  return vocabulary;
}

/// Rated Good, with 2 Outstanding, 1 Good and, for resettlement, Requires improvement.
domain::PublishedInspection report() {
  domain::PublishedInspection report;
  report.service = "Ambermere";
  report.overall_rating = "Good";
  report.published.month = Month{std::chrono::year{2024}, std::chrono::September};
  report.published.text = "September 2024";
  report.fieldwork_started = parse_date("2024-06-10").value();
  for (const auto& [id, title, rating] :
       {std::tuple{"1.1", "Governance and leadership", "Outstanding"},
        std::tuple{"1.2", "Staff", "Outstanding"}, std::tuple{"2.1", "Assessment", "Good"},
        std::tuple{"4.1", "Resettlement policy and provision", "Requires improvement"}}) {
    domain::StandardResult standard;
    standard.id = id;
    standard.title = title;
    standard.rating = rating;
    report.standards.push_back(standard);
  }
  report.recommendations.resize(4);
  return report;
}

bool claims(const PressText& press, std::string_view what, std::string_view value) {
  return std::ranges::any_of(
      press.claims, [&](const Claim& claim) { return claim.what == what && claim.value == value; });
}

std::vector<std::string> contradictions(std::string_view text) {
  std::vector<std::string> where;
  for (const auto& finding : check_press(read_press(text, words()), report())) {
    CHECK(finding.code == "press-contradicts-report");
    CHECK(finding.severity == domain::Severity::Error);
    where.push_back(finding.where);
  }
  return where;
}

using Where = std::vector<std::string>;

}  // namespace

TEST_CASE("what a press text says is read with its service") {
  const auto press = read_press(
      "Ambermere Youth Justice Service has been rated \xE2\x80\x98Good\xE2\x80\x99 by inspectors.\n"
      "The inspection, carried out between June 10 and 14 and published on 17 September, rated it "
      "outstanding in two categories and good in one.\n"
      "The report made four recommendations.\n"
      "Work on resettlement was separately rated as \xE2\x80\x9Crequires "
      "improvement\xE2\x80\x9D.\n",
      words());
  CHECK(press.service == "Ambermere");
  CHECK(claims(press, "overall_rating", "Good"));
  CHECK(claims(press, "rating_count", "2 Outstanding"));
  CHECK(claims(press, "rating_count", "1 Good"));
  CHECK(claims(press, "fieldwork", "10 to 14 June"));
  CHECK(claims(press, "published", "17 September"));
  CHECK(claims(press, "recommendations", "4"));
  CHECK(claims(press, "resettlement_rating", "Requires improvement"));
  CHECK(check_press(press, report()).empty());
}

TEST_CASE("an overall rating that the report does not give is contradicted") {
  CHECK(contradictions("Ambermere Youth Justice Service was rated outstanding.") ==
        Where{"overall_rating"});
  CHECK(contradictions("Ambermere Youth Justice Service was rated good.").empty());
}

TEST_CASE("a tally is held against the ratings, with or without resettlement") {
  CHECK(contradictions("Ambermere Youth Justice Service was rated outstanding in three areas, good "
                       "in one and requires improvement in one.") == Where{"rating_count"});
  CHECK(
      contradictions("Ambermere Youth Justice Service was rated outstanding in two areas and good "
                     "in one.")
          .empty());
}

TEST_CASE("dates are held against the report as far as both know them") {
  CHECK(contradictions(
            "Ambermere Youth Justice Service was inspected between 17 and 21 June 2024.") ==
        Where{"fieldwork"});
  CHECK(contradictions("Ambermere Youth Justice Service was visited by inspectors in May 2024.") ==
        Where{"fieldwork"});
  CHECK(
      contradictions("The report on Ambermere Youth Justice Service was published on 2 October.") ==
      Where{"published"});
  CHECK(
      contradictions("The report on Ambermere Youth Justice Service was published on 24 September.")
          .empty());
}

TEST_CASE("the number of recommendations and the resettlement rating are held against the report") {
  CHECK(contradictions("Ambermere Youth Justice Service was given seven recommendations.") ==
        Where{"recommendations"});
  CHECK(
      contradictions("Ambermere Youth Justice Service: resettlement was separately rated good.") ==
      Where{"resettlement_rating"});
}

TEST_CASE("a text about another service contradicts nothing") {
  CHECK(contradictions("Low Fell Youth Justice Service was rated inadequate.").empty());
  CHECK(contradictions("A youth justice service was rated inadequate.").empty());
}
