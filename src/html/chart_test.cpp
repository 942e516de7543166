#include <doctest/doctest.h>

#include "html/chart_bars.hpp"
#include "html/chart_intervals.hpp"
#include "html/chart_scores.hpp"
#include "html/chart_strip.hpp"

using namespace northlight;
using namespace northlight::html;
using namespace std::chrono;

namespace {

bool contains(const Html& chart, std::string_view part) {
  return chart.view().find(part) != std::string_view::npos;
}

int count(const Html& chart, std::string_view part) {
  int found = 0;
  for (auto at = chart.view().find(part); at != std::string_view::npos;
       at = chart.view().find(part, at + part.size()))
    ++found;
  return found;
}

Html assessment() {
  return share_bars({.id = "a",
                     .title = "2.1 Assessment",
                     .bars = {{.label = "Desistance <1>",
                               .share = *Share::of(8, 13),
                               .band = "Requires improvement",
                               .decides = true},
                              {.label = "Safety", .share = *Share::of(13, 13)}},
                     .edges = {{65, "Good from 65%"}}});
}

}  // namespace

TEST_CASE("a place across is given in per cent of the scale") {
  CHECK(across(65) == "65%");
  CHECK(across(8, 0, 13) == "61.54%");
  CHECK(across(18, 0, 36) == "50%");
  CHECK(across(0) == "0%");
  CHECK(across(15, 10, 20) == "50%");
}

TEST_CASE("a bar is as long as its share and says the counts in words") {
  const auto chart = assessment();
  CHECK(contains(chart, "<strong>8 of 13 (62%)</strong>"));
  CHECK(contains(chart, "<rect width=\"61.54%\""));
  CHECK(contains(chart, "<rect width=\"100%\" height=\"24\" fill=\"url(#a-hatching)\""));
  CHECK(contains(chart,
                 "<title>Desistance &lt;1&gt;: 8 of 13 (62%), Requires improvement; decides "
                 "the rating</title>"));
  CHECK(contains(chart, "Good from 65%"));
}

TEST_CASE("the table beside the bars has every figure of the drawing") {
  const auto chart = assessment();
  CHECK(contains(chart,
                 "<th scope=\"row\" class=\"govuk-table__header\">Desistance &lt;1&gt;</th>"
                 "<td class=\"govuk-table__cell govuk-table__cell--numeric\">8</td>"
                 "<td class=\"govuk-table__cell govuk-table__cell--numeric\">13</td>"
                 "<td class=\"govuk-table__cell govuk-table__cell--numeric\">62%</td>"));
  CHECK(contains(chart, "Not banded"));
}

TEST_CASE("each drawing is one picture to a screen reader and holds no inline style") {
  for (const auto& chart :
       {assessment(), interval_chart({.title = "T", .items = {{.label = "L"}}}),
        position_strip({.title = "T", .name = "East", .score = 7, .others = {7, 8}}),
        scores_chart({.title = "T", .items = {{.on = 2024y / 9 / 17, .when = "2024"}}})}) {
    CHECK(count(chart, "role=\"img\"") == count(chart, "<title>"));
    CHECK(count(chart, "role=\"img\"") > 0);
    CHECK(count(chart, "<table") == 1);
    CHECK_FALSE(contains(chart, " style="));
  }
}

TEST_CASE("an interval says its figure, its counts and its range") {
  const auto chart = interval_chart(
      {.title = "Practice in general",
       .items =
           {{.label = "Desistance", .point = 61.5, .low = 35, .high = 83, .counts = "8 of 13"}},
       .range_name = "95% range"});
  CHECK(contains(chart, "<title>Desistance: 62% (8 of 13), 95% range 35% to 83%</title>"));
  CHECK(contains(chart, "<line x1=\"35%\" y1=\"14\" x2=\"83%\""));
}

TEST_CASE("a strip has a dot for each other service and one mark for this one") {
  const auto chart = position_strip(
      {.title = "T", .name = "East", .score = 25, .others = {25, 25, 3}, .edges = {{19, "Good"}}});
  CHECK(count(chart, "<circle") == 3);
  CHECK(count(chart, "nl-chart__dot--this") == 1);
  CHECK(contains(chart, "East has 25 of 36 points, shown among 3 other services."));
}

TEST_CASE("a score that the source does not give is said to be unknown, never drawn as nought") {
  const auto chart = scores_chart(
      {.title = "Scores",
       .items = {
           {.on = 2018y / 5 / 1, .when = "May 2018"},
           {.on = 2024y / 9 / 17, .when = "September 2024", .points = 25, .rating = "Good"}}});
  CHECK(count(chart, "<circle") == 1);
  CHECK(count(chart, "nl-chart__line") == 0);
  CHECK(contains(chart, "May 2018: Not known from the source; September 2024: 25 of 36"));
}

TEST_CASE("a history without an inspection draws nothing") {
  CHECK(scores_chart({.title = "Scores"}).empty());
}
