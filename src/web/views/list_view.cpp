#include "web/views/list_view.hpp"

#include "base/text.hpp"
#include "web/views/words.hpp"

namespace northlight::web::views {
namespace {

using namespace html;

Html cell(const char* label, const Html& value) {
  return element("td", {{"class", "govuk-table__cell"}, {"data-label", label}}, value);
}

Html joint_mark(const std::optional<bool>& joint) {
  return joint == true ? raw(R"( <span class="nl-quiet">joint inspection</span>)") : Html();
}

Html inspection_row(const ListFrame& frame, const store::InspectionSummary& one) {
  const auto* edition = find_edition(frame.editions, one.edition);
  Html out;
  out.add_raw(R"(<tr class="govuk-table__row"><th scope="row" class="govuk-table__header">)");
  out += link(paths::inspection(one.id), one.service);
  out += joint_mark(one.joint);
  out.add_raw("</th>");
  out += cell("Published", or_unknown(published_words(one.published)));
  out += cell("Overall rating", rating_tag(edition, one.overall_rating));
  out += cell("Score", score_words(one.score, one.score_maximum));
  out += cell("Known", one.standards_rated == 0
                           ? text("Headline only")
                           : text(counted(one.standards_rated, "standard", "standards")));
  out.add_raw("</tr>");
  return out;
}

Html service_row(const ListFrame& frame, const store::ServiceSummary& one) {
  const auto* edition = find_edition(frame.editions, one.latest.edition);
  Html out;
  out.add_raw(R"(<tr class="govuk-table__row"><th scope="row" class="govuk-table__header">)");
  out += link(paths::service(one.slug), one.name);
  out.add_raw("</th>");
  out += cell("Latest inspection",
              link(paths::inspection(one.latest.id), published_words(one.latest.published).empty()
                                                         ? std::string("Date not known")
                                                         : published_words(one.latest.published)));
  out += cell("Overall rating", rating_tag(edition, one.latest.overall_rating));
  out += cell("Score", score_words(one.latest.score, one.latest.score_maximum));
  out += cell("Inspections", text(std::to_string(one.inspections)));
  out.add_raw("</tr>");
  return out;
}

Html plain_heading(const char* title) {
  return element("th", {{"scope", "col"}, {"class", "govuk-table__header"}}, title);
}

Html framed(const Shell& shell, ListOf list, const ListFrame& frame, std::int64_t total,
            const char* title, const char* lead, const Html& table) {
  Html main = element("h1", {{"class", "govuk-heading-xl"}}, title);
  main += element("p", {{"class", "govuk-body-l"}}, lead);
  main.add_raw(R"(<div class="govuk-grid-row"><div class="govuk-grid-column-one-third">)");
  main.add_raw(
      R"(<details class="govuk-details nl-filter-details" open><summary class="govuk-details__summary"><span class="govuk-details__summary-text">Search and filter</span></summary>)");
  main += filter_form(list, frame);
  main.add_raw(R"(</details></div><div class="govuk-grid-column-two-thirds">)");
  main += list_count(list, frame, total);
  if (total > 0 && (frame.query.page - 1) * frame.page_size < total) main += table;
  main += list_pagination(list, frame, total);
  main.add_raw("</div></div>");
  const bool inspections = list == ListOf::Inspections;
  return page(shell,
              {.title = title,
               .section = inspections ? Section::Inspections : Section::Services,
               .breadcrumbs = {},
               .description = lead},
              main);
}

}  // namespace

Html inspection_list(const Shell& shell, const ListFrame& frame,
                     const store::Listed<store::InspectionSummary>& listed) {
  const auto heading = [&](const char* title, const char* first, const char* second) {
    return sorting_heading(ListOf::Inspections, frame.query, title, first, second);
  };
  Html table;
  table.add_raw(
      R"(<table class="govuk-table nl-list"><caption class="govuk-visually-hidden">Inspections; choose a column heading to sort by it</caption><thead class="govuk-table__head"><tr>)");
  table += heading("Service", "service", "");
  table += heading("Published", "newest", "oldest");
  table += plain_heading("Overall rating");
  table += heading("Score", "highest", "lowest");
  table += plain_heading("What is known");
  table.add_raw(R"(</tr></thead><tbody class="govuk-table__body">)");
  for (const auto& one : listed.items) table += inspection_row(frame, one);
  table.add_raw("</tbody></table>");
  return framed(shell, ListOf::Inspections, frame, listed.total, "Inspections",
                "Published inspections of youth justice services in England and Wales.", table);
}

Html service_list(const Shell& shell, const ListFrame& frame,
                  const store::Listed<store::ServiceSummary>& listed) {
  const auto heading = [&](const char* title, const char* first, const char* second) {
    return sorting_heading(ListOf::Services, frame.query, title, first, second);
  };
  Html table;
  table.add_raw(
      R"(<table class="govuk-table nl-list"><caption class="govuk-visually-hidden">Services; choose a column heading to sort by it</caption><thead class="govuk-table__head"><tr>)");
  table += heading("Service", "service", "");
  table += heading("Latest inspection", "newest", "");
  table += plain_heading("Overall rating");
  table += heading("Score", "highest", "lowest");
  table += plain_heading("Inspections");
  table.add_raw(R"(</tr></thead><tbody class="govuk-table__body">)");
  for (const auto& one : listed.items) table += service_row(frame, one);
  table.add_raw("</tbody></table>");
  return framed(shell, ListOf::Services, frame, listed.total, "Youth justice services",
                "Each service with its latest inspection. The filters are about that inspection.",
                table);
}

}  // namespace northlight::web::views
