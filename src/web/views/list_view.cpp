#include "web/views/list_view.hpp"

#include "base/text.hpp"
#include "html/sortable_table.hpp"
#include "web/views/words.hpp"

namespace northlight::web::views {
namespace {

using namespace html;

std::vector<Cell> inspection_row(const ListFrame& frame, const store::InspectionSummary& one) {
  const auto* edition = find_edition(frame.editions, one.edition);
  Html name = link(paths::inspection(one.id), one.service);
  if (one.joint == true) name.add_raw(R"(<span class="nl-quiet nl-block">joint inspection</span>)");
  return {{.text = name},
          cell("Published", or_unknown(published_words(one.published))),
          cell("Overall rating", rating_tag(edition, one.overall_rating)),
          cell("Score", score_words(one.score, one.score_maximum)),
          cell("What is known",
               text(one.standards_rated == 0
                        ? std::string("Headline only")
                        : "Ratings of " + counted(one.standards_rated, "standard", "standards")))};
}

std::vector<Cell> service_row(const ListFrame& frame, const store::ServiceSummary& one) {
  const auto* edition = find_edition(frame.editions, one.latest.edition);
  const auto when = published_words(one.latest.published);
  return {{.text = link(paths::service(one.slug), one.name)},
          cell("Latest inspection",
               link(paths::inspection(one.latest.id), when.empty() ? "Date not known" : when)),
          cell("Overall rating", rating_tag(edition, one.latest.overall_rating)),
          cell("Score", score_words(one.latest.score, one.latest.score_maximum)),
          cell("Inspections", text(std::to_string(one.inspections)))};
}

/// The names that an address gives to a column's two orders; the second is empty where the list
/// has but one.
struct ColumnSort {
  std::string_view key;
  std::string_view ascending;
  std::string_view descending;
};

constexpr ColumnSort sorts[] = {{"service", "service", "service"},
                                {"published", "oldest", "newest"},
                                {"rating", "lowest-rating", "highest-rating"},
                                {"score", "lowest", "highest"}};

// The list's own order is the newest first, or the names of services.
std::string_view sort_shown(ListOf list, const ListQuery& query) {
  if (!query.sort.empty()) return query.sort;
  if (!query.text.empty()) return {};
  return list == ListOf::Inspections ? "newest" : "service";
}

SortableTable sorted_table(ListOf list, const ListFrame& frame, const char* caption) {
  SortableTable table{.caption = caption,
                      .caption_classes = "govuk-visually-hidden",
                      .first_cell_is_header = true,
                      .classes = "nl-list nl-list--sorted"};
  const auto shown = sort_shown(list, frame.query);
  for (const auto& sort : sorts) {
    if (sort.ascending != shown && sort.descending != shown) continue;
    table.sorted_by = sort.key;
    table.order = sort.ascending == shown ? SortOrder::Ascending : SortOrder::Descending;
  }
  table.address = [&, list](const std::string& key, SortOrder order) {
    for (const auto& sort : sorts)
      if (sort.key == key)
        return list_address(
            list, sorted_by(frame.query,
                            order == SortOrder::Ascending ? sort.ascending : sort.descending));
    return list_address(list, frame.query);
  };
  return table;
}

struct ListWords {
  const char* title;
  const char* lead;
};

// On a phone the filters stand above the list and fill more than a screen.
Html to_results(ListOf list, std::int64_t total) {
  const auto what = list == ListOf::Inspections ? counted(total, "inspection", "inspections")
                                                : counted(total, "service", "services");
  return element("p", {{"class", "govuk-body nl-to-results"}},
                 link(Url("#results"), "Skip the filters: " + what + " below"));
}

Html framed(const Shell& shell, ListOf list, const ListFrame& frame, std::int64_t total,
            const ListWords& words_of, const SortableTable& table) {
  Html main = element("h1", {{"class", "govuk-heading-xl"}}, words_of.title);
  main += element("p", {{"class", "govuk-body-l"}}, words_of.lead);
  Html results = list_count(list, frame, total);
  if (!table.rows.empty()) results += sortable_table(table);
  results += list_pagination(list, frame, total);
  main += element("div", {{"class", "nl-filter-layout"}},
                  element("div", {}, to_results(list, total), filter_form(list, frame)),
                  element("div", {{"class", "nl-filter-layout__content"}}, results));
  return page(shell,
              {.title = words_of.title,
               .section = list == ListOf::Inspections ? Section::Inspections : Section::Services,
               .description = words_of.lead},
              main);
}

}  // namespace

Html inspection_list(const Shell& shell, const ListFrame& frame,
                     const store::Listed<store::InspectionSummary>& listed) {
  auto table = sorted_table(ListOf::Inspections, frame, "Inspections");
  table.columns = {
      {.text = "Service", .key = "service"},
      {.text = "Published", .key = "published", .first_order = SortOrder::Descending},
      {.text = "Overall rating", .key = "rating", .first_order = SortOrder::Descending},
      {.text = "Score", .key = "score", .first_order = SortOrder::Descending},
      {.text = "What is known"}};
  for (const auto& one : listed.items) table.rows.push_back(inspection_row(frame, one));
  return framed(
      shell, ListOf::Inspections, frame, listed.total,
      {"Inspections", "Published inspections of youth justice services in England and Wales."},
      table);
}

Html service_list(const Shell& shell, const ListFrame& frame,
                  const store::Listed<store::ServiceSummary>& listed) {
  auto table = sorted_table(ListOf::Services, frame, "Youth justice services");
  table.columns = {
      {.text = "Service", .key = "service"},
      {.text = "Latest inspection", .key = "published", .first_order = SortOrder::Descending},
      {.text = "Overall rating", .key = "rating", .first_order = SortOrder::Descending},
      {.text = "Score", .key = "score", .first_order = SortOrder::Descending},
      {.text = "Inspections"}};
  for (const auto& one : listed.items) table.rows.push_back(service_row(frame, one));
  return framed(shell, ListOf::Services, frame, listed.total,
                {"Youth justice services",
                 "Each service with its latest inspection. The filters are about that inspection."},
                table);
}

}  // namespace northlight::web::views
