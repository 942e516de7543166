#include "web/views/service_view.hpp"

#include "base/text.hpp"
#include "web/paths.hpp"
#include "web/views/list_view.hpp"
#include "web/views/words.hpp"

namespace northlight::web::views {
namespace {

using namespace html;

/// One inspection on the chart: oldest first, its score as a percentage of its maximum.
struct Point {
  std::string when;
  std::int64_t percent;
  std::string score;
};

std::vector<Point> points_of(const store::ServiceHistory& history) {
  std::vector<Point> points;
  for (auto one = history.inspections.rbegin(); one != history.inspections.rend(); ++one)
    if (one->score && one->score_maximum && *one->score_maximum > 0)
      points.push_back(
          {published_words(one->published), *one->score * 100 / *one->score_maximum,
           std::to_string(*one->score) + " of " + std::to_string(*one->score_maximum)});
  return points;
}

// Columns side by side in order of time; the figures stand in the table below.
Html timeline(const store::ServiceHistory& history) {
  const auto points = points_of(history);
  if (points.size() < 2) return {};
  const auto width = static_cast<std::int64_t>(points.size()) * 140;
  Html out;
  out.add_raw(R"(<figure class="nl-figure-block">)");
  out.open("svg", {{"class", "nl-timeline"},
                   {"viewBox", "0 0 " + std::to_string(width) + " 160"},
                   {"role", "img"},
                   {"aria-labelledby", "timeline-title"}});
  out += element("title", {{"id", "timeline-title"}},
                 "Scores of " + history.name + " over time; the table has the figures");
  std::int64_t left = 20;
  for (const auto& point : points) {
    const auto height = point.percent;
    out.open("rect", {{"class", "nl-timeline__bar"},
                      {"x", left},
                      {"y", 120 - height},
                      {"width", 60},
                      {"height", height}});
    out.close("rect");
    out += element("text", {{"x", left}, {"y", 114 - height}}, point.score);
    out += element("text", {{"x", left}, {"y", 140}}, point.when);
    left += 140;
  }
  out.open("line",
           {{"class", "nl-timeline__axis"}, {"x1", 0}, {"x2", width}, {"y1", 120}, {"y2", 120}});
  out.close("line");
  out.add_raw("</svg>");
  out +=
      element("figcaption", {{"class", "govuk-body-s nl-quiet"}},
              "Height: the score as a share of what could be scored. Inspections under different "
              "standards do not measure quite the same thing.");
  out.add_raw("</figure>");
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
  main += timeline(history);
  main.add_raw(
      R"(<table class="govuk-table nl-list"><caption class="govuk-visually-hidden">Inspections of this service, newest first</caption><thead class="govuk-table__head"><tr><th scope="col" class="govuk-table__header">Published</th><th scope="col" class="govuk-table__header">Overall rating</th><th scope="col" class="govuk-table__header">Score</th><th scope="col" class="govuk-table__header">Inspection standards</th></tr></thead><tbody class="govuk-table__body">)");
  for (const auto& one : history.inspections) {
    const auto* edition = find_edition(editions, one.edition);
    const auto when = published_words(one.published);
    main.add_raw(R"(<tr class="govuk-table__row"><th scope="row" class="govuk-table__header">)");
    main += link(paths::inspection(one.id), when.empty() ? "Date not known" : when);
    main.add_raw("</th>");
    main += element("td", {{"class", "govuk-table__cell"}, {"data-label", "Overall rating"}},
                    rating_tag(edition, one.overall_rating));
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
