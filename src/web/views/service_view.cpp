#include "web/views/service_view.hpp"

#include "base/text.hpp"
#include "html/chart_scores.hpp"
#include "web/paths.hpp"
#include "web/views/list_view.hpp"
#include "web/views/words.hpp"

namespace northlight::web::views {
namespace {

using namespace html;

/// The day that an inspection stands at on the chart; nothing where only a year is known.
std::optional<Date> day_of(const domain::Published& published) {
  if (published.day) return published.day;
  if (published.month) return *published.month / std::chrono::day{1};
  return std::nullopt;
}

// The scores over time, where there are two to set side by side.
Html timeline(const store::ServiceHistory& history, std::span<const framework::Edition> editions) {
  ScoresOverTime chart{.title = "Scores over time"};
  for (auto one = history.inspections.rbegin(); one != history.inspections.rend(); ++one) {
    const auto day = day_of(one->published);
    const auto& score = one->score;
    const auto& most = one->score_maximum;
    if (!day || !most || !score) continue;
    const auto* edition = find_edition(editions, one->edition);
    chart.items.push_back({.on = *day,
                           .when = published_words(one->published),
                           .points = static_cast<int>(*score),
                           .most = static_cast<int>(*most),
                           .rating = one->overall_rating.value_or("Not known from the source") +
                                     (edition == nullptr ? "" : ", " + edition->title)});
  }
  return chart.items.size() < 2 ? Html() : scores_chart(chart);
}

/// The published overall rating; where the source gives none, what the rule gives for the score,
/// said as that.
template <typename Listed>
Html overall(const framework::Edition* edition, const Listed& one) {
  auto out = rating_tag(edition, one.overall_rating);
  if (one.overall_rating) return out;
  const auto gives = overall_by_rule(edition, one.score, one.score_maximum);
  if (gives && one.score && one.score_maximum)
    out += element("span", {{"class", "nl-quiet nl-below"}},
                   "A score of " + std::to_string(*one.score) + " of " +
                       std::to_string(*one.score_maximum) + " gives " + *gives + " by the rule");
  return out;
}

}  // namespace

Html service_page(const Shell& shell, const store::ServiceHistory& history,
                  std::span<const framework::Edition> editions) {
  Html main;
  main += element("span", {{"class", "govuk-caption-xl"}}, "Youth justice service");
  main += element("h1", {{"class", "govuk-heading-xl"}}, history.name);
  if (!history.full_name.empty() && history.full_name != history.name)
    main += element("p", {{"class", "govuk-body-l"}}, history.full_name);
  const auto count = static_cast<long long>(history.inspections.size());
  main += section_heading("inspections", counted(count, "inspection", "inspections"));
  main += timeline(history, editions);
  main.add_raw(
      R"(<table class="govuk-table nl-list"><caption class="govuk-visually-hidden">Inspections of this service, newest first</caption><thead class="govuk-table__head"><tr><th scope="col" class="govuk-table__header">Published</th><th scope="col" class="govuk-table__header">Overall rating</th><th scope="col" class="govuk-table__header">Score</th><th scope="col" class="govuk-table__header">Inspection standards</th></tr></thead><tbody class="govuk-table__body">)");
  for (const auto& one : history.inspections) {
    const auto* edition = find_edition(editions, one.edition);
    const auto when = published_words(one.published);
    main.add_raw(R"(<tr class="govuk-table__row"><th scope="row" class="govuk-table__header">)");
    main += link(paths::inspection(one.id), when.empty() ? "Date not known" : when);
    main.add_raw("</th>");
    main += element("td", {{"class", "govuk-table__cell"}, {"data-label", "Overall rating"}},
                    overall(edition, one));
    main += element("td", {{"class", "govuk-table__cell"}, {"data-label", "Score"}},
                    score_words(one.score, one.score_maximum));
    main += element("td", {{"class", "govuk-table__cell"}, {"data-label", "Inspection standards"}},
                    edition != nullptr ? link(paths::standards(edition->code), edition->title)
                                       : or_unknown(one.edition.value_or("")));
    main.add_raw("</tr>");
  }
  main.add_raw("</tbody></table>");
  const auto& latest = history.inspections;
  if (!latest.empty())
    if (const auto* edition = find_edition(editions, latest.front().edition))
      main += element("p", {{"class", "govuk-body"}},
                      link(paths::benchmark(edition->code, {{"service", history.slug}}),
                           "Where this service lies among those inspected under the same "
                           "standards"));
  return page(
      shell,
      {.title = history.name,
       .section = Section::Services,
       .breadcrumbs = {{"Services", paths::services()}},
       .description = "Published inspections of " + history.name + " youth justice service."},
      main);
}

}  // namespace northlight::web::views
