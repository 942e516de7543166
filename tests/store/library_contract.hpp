#pragma once

#include <doctest/doctest.h>

#include <utility>
#include <vector>

#include "store/library.hpp"
#include "testing/an_inspection.hpp"

/// What every Library must do. Called once for each implementation, with an empty one.
namespace northlight::testing {

inline void library_keeps_what_it_is_given(store::Library& library) {
  const auto whole = an_inspection();
  const auto put = library.put(whole);
  if (!put) FAIL(put.error().message << " " << put.error().where);
  CHECK(*put == store::PutResult{"elmbridge-vale-2024-09", store::PutOutcome::Added});

  const auto kept = library.inspection("elmbridge-vale-2024-09");
  if (!kept) FAIL(kept.error().message);
  CHECK(kept->service_slug == "elmbridge-vale");
  auto expected = whole;
  expected.text.clear();
  CHECK(kept->facts == expected);

  CHECK(*library.source_lines("elmbridge-vale-2024-09", 2, 3) ==
        std::vector<std::string>{"", "Overall rating: Good"});
  CHECK(library.source_lines("elmbridge-vale-2024-09", 900, 901)->empty());
  CHECK(library.inspection("nowhere-2024-09").error().code == ErrorCode::NotFound);
  CHECK(library.service("nowhere").error().code == ErrorCode::NotFound);
}

inline void library_takes_the_same_thing_twice_without_change(store::Library& library) {
  const auto whole = an_inspection();
  REQUIRE(library.put(whole));
  CHECK(library.put(whole)->outcome == store::PutOutcome::Unchanged);
  auto scored = a_table_row("Stanbury", "2023-05-02");
  REQUIRE(library.put(scored));
  CHECK(library.put(scored)->outcome == store::PutOutcome::Unchanged);

  scored.score = 20;
  CHECK(library.put(scored)->outcome == store::PutOutcome::Changed);
  CHECK(library.inspection("stanbury-2023-05")->facts.score == 20);
}

inline void library_counts_its_changes(store::Library& library) {
  const auto changes = [&library] { return library.changes().value(); };
  auto before = changes();
  const auto changed = [&] { return std::exchange(before, changes()) != before; };
  const auto report = an_inspection();
  REQUIRE(library.put(report));
  CHECK(changed());
  CHECK_FALSE(changed());
  REQUIRE(library.put(report));
  CHECK_FALSE(changed());

  auto row = a_table_row("Stanbury", "2023-05-02");
  REQUIRE(library.put(row));
  CHECK(changed());
  row.score = 20;
  REQUIRE(library.put(row));
  CHECK(changed());

  // A second inspection that names the service in full is seen on the page of the first.
  auto later = a_table_row("Stanbury", "2025-05-02");
  later.service_full_name = "Stanbury Youth Justice Service";
  REQUIRE(library.put(later));
  CHECK(changed());
  CHECK(library.inspection("stanbury-2023-05")->facts.service_full_name ==
        "Stanbury Youth Justice Service");

  auto nameless = an_inspection();
  nameless.service.clear();
  row.score = 21;
  CHECK_FALSE(library.put_all(std::vector{row, nameless}));
  CHECK_FALSE(changed());
}

inline void library_lets_a_report_win_whatever_comes_first(store::Library& library) {
  auto row = a_table_row("Elmbridge Vale", "2024-09-17");
  row.score = 24;
  row.overall_rating = "Requires improvement";
  row.source_address = "https://example.org/table";
  auto report = an_inspection();
  report.joint.reset();
  row.joint = false;

  REQUIRE(library.put(row));
  CHECK(library.put(report)->outcome == store::PutOutcome::Changed);
  const auto first = library.inspection("elmbridge-vale-2024-09")->facts;
  CHECK(first.score == 25);
  CHECK(first.overall_rating == "Good");
  CHECK(first.source_kind == domain::SourceKind::PublishedReport);
  CHECK(first.joint == false);  // Only the table knows.
  CHECK(first.published.day == Date{std::chrono::year(2024) / 9 / 17});

  CHECK(library.put(row)->outcome == store::PutOutcome::Unchanged);
  CHECK(library.put(report)->outcome == store::PutOutcome::Unchanged);
  CHECK(library.service("elmbridge-vale")->inspections.size() == 1);
}

inline void library_takes_back_what_a_source_no_longer_states(store::Library& library) {
  const std::string id = "elmbridge-vale-2024-09";
  auto row = a_table_row("Elmbridge Vale", "2024-09-17");
  row.joint = true;
  auto report = an_inspection();
  report.joint.reset();
  REQUIRE(library.put_all(std::vector{row, report}));

  auto corrected = report;
  corrected.overall_rating.reset();
  corrected.isbn.clear();
  corrected.standards.pop_back();
  corrected.standards[0].strengths.clear();
  corrected.recommendations.clear();
  corrected.surveys.pop_back();
  corrected.questions.clear();
  CHECK(library.put(corrected)->outcome == store::PutOutcome::Changed);
  const auto kept = library.inspection(id)->facts;
  CHECK(kept.overall_rating == "Good");  // The table still says so.
  CHECK(kept.joint == true);
  CHECK(kept.standards == corrected.standards);
  CHECK(kept.recommendations.empty());
  CHECK(kept.surveys == corrected.surveys);
  CHECK(kept.questions.empty());
  CHECK(library.put(corrected)->outcome == store::PutOutcome::Unchanged);

  row.overall_rating.reset();
  CHECK(library.put(row)->outcome == store::PutOutcome::Changed);
  CHECK_FALSE(library.inspection(id)->facts.overall_rating.has_value());
  CHECK(library.put(report)->outcome == store::PutOutcome::Changed);
  CHECK(library.inspection(id)->facts.recommendations == report.recommendations);
}

inline void library_never_mixes_our_words_into_a_report(store::Library& library) {
  auto ours = an_inspection();
  ours.source_kind = domain::SourceKind::OurSummary;
  ours.text.clear();
  ours.findings.clear();
  ours.standards[1].strengths = {{"In our own words."}};
  auto report = an_inspection();
  report.standards[0].cases.reset();
  report.recommendations.pop_back();
  report.context.clear();
  REQUIRE(library.put(ours));
  CHECK(library.put(report)->outcome == store::PutOutcome::Changed);
  const auto kept = library.inspection("elmbridge-vale-2024-09")->facts;
  CHECK(kept.source_kind == domain::SourceKind::PublishedReport);
  CHECK(kept.standards[0].cases == 13);
  CHECK(kept.standards[1].strengths.empty());
  CHECK(kept.recommendations == report.recommendations);
  CHECK(kept.context.empty());
  CHECK(library.put(ours)->outcome == store::PutOutcome::Unchanged);
}

inline void library_sorts_by_the_scale_it_is_handed(store::Library& library) {
  const auto row = [](const char* service, std::optional<std::string> edition,
                      std::optional<std::string> rating, std::int64_t score) {
    auto facts = a_table_row(service, "2024-01-30");
    facts.edition = std::move(edition);
    facts.overall_rating = std::move(rating);
    facts.score = score;
    return facts;
  };
  const std::string old = "of-old";
  const std::string later = "of-late";
  REQUIRE(library.put_all(
      std::vector{row("Avon", old, "Fair", 20), row("Brent", later, "Fair", 30),
                  row("Cam", later, "Poor", 1), row("Dart", later, "Splendid", 2),
                  row("Exe", old, std::nullopt, 36), row("Fal", std::nullopt, "Fair", 10),
                  row("Gade", later, "Never heard of", 36), row("Hull", later, "Fair", 31)}));
  // The same word may stand higher on one edition's scale than on another's.
  const std::vector<store::RatingPlace> places{{old, "Fair", 1000},      {old, "Poor", 0},
                                               {later, "Poor", 0},       {later, "Fair", 500},
                                               {later, "Splendid", 999}, {"", "Fair", 400}};
  const auto services = [&](store::InspectionOrder order, store::Page page = {}) {
    std::string found;
    const auto listed = library.inspections({}, order, page);
    if (!listed) FAIL(listed.error().message);
    for (const auto& each : listed->items) found += each.service + " ";
    return found;
  };
  using Sort = store::InspectionSort;
  CHECK(services({Sort::HighestRating, places}) == "Avon Dart Hull Brent Fal Cam Exe Gade ");
  CHECK(services({Sort::LowestRating, places}) == "Cam Fal Brent Hull Dart Avon Exe Gade ");
  CHECK(services({Sort::HighestRating, places}, {2, 3}) == "Brent Fal Cam ");
  // Without a scale no rating is higher than another: the scores decide.
  CHECK(services(Sort::HighestRating) == services(Sort::HighestScore));

  const auto listed = library.services({}, {store::ServiceSort::LowestRating, places}, {1, 2});
  if (!listed) FAIL(listed.error().message);
  REQUIRE(listed->items.size() == 2);
  CHECK(listed->total == 8);
  CHECK(listed->items[0].name == "Cam");
  CHECK(listed->items[1].name == "Fal");
}

inline void library_refuses_all_when_one_is_wrong(store::Library& library) {
  std::vector<domain::PublishedInspection> batch{a_table_row("Stanbury", "2023-05-02"),
                                                 a_table_row("", "2023-06-02")};
  const auto refused = library.put_all(batch);
  REQUIRE_FALSE(refused);
  CHECK(refused.error().code == ErrorCode::Invalid);
  CHECK(refused.error().where == "inspection 2: service");
  CHECK(library.service("stanbury").error().code == ErrorCode::NotFound);
}

inline void library_lists_filters_and_counts(store::Library& library) {
  auto good = a_table_row("Stanbury", "2023-05-02");
  good.joint = true;
  auto poor = a_table_row("North Fenwick", "2024-01-30");
  poor.overall_rating = "Inadequate";
  poor.score = 3;
  auto later = a_table_row("Stanbury", "2025/26");
  later.edition = "hmip-youth-2025";
  later.score.reset();
  later.overall_rating = "Requires improvement";
  auto unknown = a_table_row("Ynys Wen", "2022-03-01");
  unknown.overall_rating.reset();
  unknown.score.reset();
  REQUIRE(library.put_all(std::vector{good, poor, later, unknown, an_inspection()}));

  const auto ids = [&](const store::InspectionFilter& filter, store::InspectionSort sort,
                       store::Page page = {}) {
    std::vector<std::string> found;
    const auto listed = library.inspections(filter, sort, page);
    if (!listed) FAIL(listed.error().message);
    for (const auto& each : listed->items) found.push_back(each.id);
    return found;
  };
  using Ids = std::vector<std::string>;
  using Sort = store::InspectionSort;
  CHECK(ids({}, Sort::NewestFirst) == Ids{"stanbury-2025-26", "elmbridge-vale-2024-09",
                                          "north-fenwick-2024-01", "stanbury-2023-05",
                                          "ynys-wen-2022-03"});
  CHECK(ids({}, Sort::OldestFirst).front() == "ynys-wen-2022-03");
  CHECK(ids({}, Sort::HighestScore) == Ids{"elmbridge-vale-2024-09", "stanbury-2023-05",
                                           "north-fenwick-2024-01", "stanbury-2025-26",
                                           "ynys-wen-2022-03"});
  CHECK(ids({}, Sort::LowestScore).front() == "north-fenwick-2024-01");
  CHECK(ids({}, Sort::ServiceName).front() == "elmbridge-vale-2024-09");
  CHECK(ids({.ratings = {"Good"}}, Sort::NewestFirst) ==
        Ids{"elmbridge-vale-2024-09", "stanbury-2023-05"});
  CHECK(ids({.ratings = {"Good", "Inadequate"}, .years = {2024}}, Sort::NewestFirst) ==
        Ids{"elmbridge-vale-2024-09", "north-fenwick-2024-01"});
  CHECK(ids({.editions = {"hmip-youth-2025"}}, Sort::NewestFirst) == Ids{"stanbury-2025-26"});
  CHECK(ids({.joint = true}, Sort::NewestFirst) == Ids{"stanbury-2023-05"});
  CHECK(ids({}, Sort::NewestFirst, {2, 2}) == Ids{"north-fenwick-2024-01", "stanbury-2023-05"});
  CHECK(ids({}, Sort::NewestFirst, {9, 2}).empty());
  CHECK(ids({.text = "stan"}, Sort::BestMatch) == Ids{"stanbury-2025-26", "stanbury-2023-05"});
  CHECK(ids({.text = "fenwikc"}, Sort::BestMatch) == Ids{"north-fenwick-2024-01"});
  CHECK(ids({.text = "YNYS"}, Sort::NewestFirst) == Ids{"ynys-wen-2022-03"});
  CHECK(ids({.text = "zzz"}, Sort::BestMatch).empty());
  CHECK(ids({.text = "%"}, Sort::BestMatch).size() == 0);
  CHECK(library.inspections({}, Sort::NewestFirst, {1, 2})->total == 5);
  CHECK(library.inspections({}, Sort::NewestFirst, {})->items[1].standards_rated == 2);

  const auto facets = library.facets({.ratings = {"Good"}});
  if (!facets) FAIL(facets.error().message);
  using Counts = std::vector<store::Facet>;
  CHECK(facets->ratings == Counts{{"Good", 2}, {"Inadequate", 1}, {"Requires improvement", 1}});
  CHECK(facets->years == Counts{{"2024", 1}, {"2023", 1}});
  CHECK(facets->joint == Counts{{"yes", 1}, {"no", 1}});
  CHECK(facets->editions == Counts{{"hmip-youth-2021", 2}});
  CHECK(library.facets({.text = "zzz"})->ratings.empty());

  const auto services = library.services({}, store::ServiceSort::Name, {});
  if (!services) FAIL(services.error().message);
  REQUIRE(services->total == 4);
  CHECK(services->items[0].full_name == "Elmbridge Vale Youth Justice Service");
  CHECK(services->items[2].slug == "stanbury");
  CHECK(services->items[2].inspections == 2);
  CHECK(services->items[2].latest.id == "stanbury-2025-26");
  CHECK(library.services({.ratings = {"Good"}}, store::ServiceSort::Name, {})->total == 1);
  CHECK(library.services({.text = "stanbury"}, store::ServiceSort::BestMatch, {})
            ->items.front()
            .slug == "stanbury");
  CHECK(library.service("stanbury")->inspections.front().id == "stanbury-2025-26");

  Ids seen;
  REQUIRE(library.each({.ratings = {"Good"}}, [&](const store::KeptInspection& kept) {
    seen.push_back(kept.id);
    return done();
  }));
  CHECK(seen == Ids{"elmbridge-vale-2024-09", "stanbury-2023-05"});
}

}  // namespace northlight::testing
