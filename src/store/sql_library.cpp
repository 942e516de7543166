#include "store/sql_library.hpp"

#include <algorithm>

#include "store/conditions.hpp"
#include "store/find_services.hpp"
#include "store/inspection_rows.hpp"
#include "store/library_change.hpp"
#include "store/order_by.hpp"
#include "store/put_inspection.hpp"

namespace northlight::store {
namespace {

constexpr std::string_view from_inspections =
    " from inspection i join service s on s.slug = i.service_slug";

constexpr std::string_view is_latest =
    "i.id = (select l.id from inspection l where l.service_slug = i.service_slug "
    "order by l.published_order desc, l.id desc limit 1)";

// A list, before it is cut into pages.
struct Query {
  Conditions conditions;
  std::vector<std::string> best_first;  ///< Slugs; only where a name was typed.
  bool nothing_found = false;           ///< A name was typed that no service has.
};

Status ask(Session& session, const InspectionFilter& filter, Question open, Query& query) {
  add_filter(query.conditions, filter, open);
  if (filter.text.find_first_not_of(" \t\r\n") == std::string::npos) return done();
  NL_TRY(slugs, find_services(session, filter.text));
  query.nothing_found = slugs.empty();
  query.conditions.any_of("i.service_slug", "service", slugs);
  query.best_first = std::move(slugs);
  return done();
}

template <typename T>
void cut(std::vector<T>& items, Page page) {
  const auto size = static_cast<std::int64_t>(items.size());
  const auto first = std::min(size, (page.number - 1) * page.size);
  const auto last = std::min(size, first + page.size);
  items.erase(items.begin() + last, items.end());
  items.erase(items.begin(), items.begin() + first);
}

Page usable(Page page) {
  constexpr std::int64_t most = 10'000;
  return {std::clamp<std::int64_t>(page.number, 1, 1'000'000'000),
          std::clamp<std::int64_t>(page.size, 1, most)};
}

Result<Listed<InspectionSummary>> list(Session& session, const Query& query,
                                       const InspectionOrder& order, bool best_first, Page asked) {
  if (query.nothing_found) return Listed<InspectionSummary>{};
  const auto page = usable(asked);
  const auto& where = query.conditions.sql();
  Conditions places;
  const auto select = "select " + std::string(summary_columns) + std::string(from_inspections) +
                      where + order_by(order, places);
  Listed<InspectionSummary> found;
  if (best_first && !query.best_first.empty()) {
    NL_TRY(all, read_summaries(session, select, query.conditions.bindings()));
    const auto place = [&](const InspectionSummary& each) {
      return std::ranges::find(query.best_first, each.service_slug) - query.best_first.begin();
    };
    std::ranges::stable_sort(all, {}, place);
    found.total = static_cast<std::int64_t>(all.size());
    cut(all, page);
    found.items = std::move(all);
    return found;
  }
  NL_TRY(total,
         session.value<std::int64_t>("select count(*)" + std::string(from_inspections) + where,
                                     query.conditions.bindings()));
  found.total = total;
  auto bound =
      query.conditions.bindings({{"size", page.size}, {"skip", (page.number - 1) * page.size}});
  const auto ordered = places.bindings();
  bound.insert(bound.end(), ordered.begin(), ordered.end());
  NL_TRY(items, read_summaries(session, select + " limit :size offset :skip", bound));
  found.items = std::move(items);
  return found;
}

// The services of a page of latest inspections, in the same order.
Result<std::vector<ServiceSummary>> with_services(Session& session,
                                                  std::vector<InspectionSummary> latest) {
  std::vector<ServiceSummary> services;
  if (latest.empty()) return services;
  std::vector<std::string> slugs;
  for (auto& inspection : latest) {
    slugs.push_back(inspection.service_slug);
    services.push_back({inspection.service_slug, inspection.service, "", 0, std::move(inspection)});
  }
  Conditions conditions;
  conditions.any_of("s.slug", "slug", slugs);
  NL_CHECK((session.each<std::string, std::optional<std::string>, std::int64_t>(
      "select s.slug, s.full_name, (select count(*) from inspection i where i.service_slug = "
      "s.slug) from service s" +
          conditions.sql(),
      conditions.bindings(),
      [&](const std::string& slug, std::optional<std::string> full_name, std::int64_t count) {
        auto& service = *std::ranges::find(services, slug, &ServiceSummary::slug);
        service.full_name = std::move(full_name).value_or("");
        service.inspections = count;
      })));
  return services;
}

Result<std::vector<Facet>> count_answers(Session& session, const InspectionFilter& filter,
                                         Question question, std::string_view column,
                                         std::string_view order) {
  Query query;
  NL_CHECK(ask(session, filter, question, query));
  if (query.nothing_found) return std::vector<Facet>{};
  query.conditions.holds(std::string(column) + " is not null");
  const auto answer = "cast(" + std::string(column) + " as text)";
  return session.rows<std::string, std::int64_t>(
      "select " + answer + ", count(*)" + std::string(from_inspections) + query.conditions.sql() +
          " group by " + answer + " order by " + std::string(order),
      query.conditions.bindings(), [](std::string text, std::int64_t count) {
        return Facet{std::move(text), count};
      });
}

}  // namespace

Result<std::vector<PutResult>> SqlLibrary::put_all(
    std::span<const domain::PublishedInspection> inspections) {
  return database_.write([&](Transaction& transaction) -> Result<std::vector<PutResult>> {
    std::vector<PutResult> results;
    for (const auto& inspection : inspections) {
      auto put = put_inspection(transaction, inspection);
      if (!put) {
        auto error = std::move(put).error();
        if (inspections.size() > 1)
          error.where = "inspection " + std::to_string(results.size() + 1) +
                        (error.where.empty() ? "" : ": ") + error.where;
        return error;
      }
      results.push_back(*std::move(put));
    }
    return results;
  });
}

Result<Listed<ServiceSummary>> SqlLibrary::services(const ServiceFilter& filter,
                                                    const ServiceOrder& order, Page page) {
  return database_.read([&](Session& session) -> Result<Listed<ServiceSummary>> {
    Query query;
    NL_CHECK(ask(session, filter, Question::None, query));
    query.conditions.holds(is_latest);
    NL_TRY(latest, list(session, query, as_inspection_order(order),
                        order.sort == ServiceSort::BestMatch, page));
    NL_TRY(items, with_services(session, std::move(latest.items)));
    return Listed<ServiceSummary>{std::move(items), latest.total};
  });
}

Result<ServiceHistory> SqlLibrary::service(std::string_view slug) {
  return database_.read([&](Session& session) -> Result<ServiceHistory> {
    NL_TRY(found,
           (session.row<std::string, std::string, std::optional<std::string>>(
               "select slug, name, full_name from service where slug = :slug", {{"slug", slug}},
               [](std::string key, std::string name, std::optional<std::string> full_name) {
                 return ServiceHistory{
                     std::move(key), std::move(name), std::move(full_name).value_or(""), {}};
               })));
    if (!found) return Error{ErrorCode::NotFound, "The library knows no service of that name."};
    NL_TRY(inspections,
           read_summaries(session,
                          "select " + std::string(summary_columns) + std::string(from_inspections) +
                              " where s.slug = :slug" + std::string(newest_first),
                          {{"slug", slug}}));
    found->inspections = std::move(inspections);
    return *std::move(found);
  });
}

Result<Listed<InspectionSummary>> SqlLibrary::inspections(const InspectionFilter& filter,
                                                          const InspectionOrder& order, Page page) {
  return database_.read([&](Session& session) -> Result<Listed<InspectionSummary>> {
    Query query;
    NL_CHECK(ask(session, filter, Question::None, query));
    return list(session, query, order, order.sort == InspectionSort::BestMatch, page);
  });
}

Result<Facets> SqlLibrary::facets(const InspectionFilter& filter) {
  return database_.read([&](Session& session) -> Result<Facets> {
    NL_TRY(ratings, count_answers(session, filter, Question::Rating, "i.overall_rating", "1"));
    NL_TRY(editions, count_answers(session, filter, Question::Edition, "i.edition", "1"));
    NL_TRY(years, count_answers(session, filter, Question::Year, "i.published_year", "1 desc"));
    NL_TRY(joint, count_answers(session, filter, Question::Joint, "i.is_joint", "1 desc"));
    // SQLite has 0 and 1 for PostgreSQL's false and true.
    for (auto& facet : joint)
      facet.answer = facet.answer == "1" || facet.answer == "true" ? "yes" : "no";
    return Facets{std::move(ratings), std::move(editions), std::move(years), std::move(joint)};
  });
}

Result<std::int64_t> SqlLibrary::changes() { return database_.glance(library_changes); }

Result<KeptInspection> SqlLibrary::inspection(std::string_view id) {
  return database_.read([&](Session& session) -> Result<KeptInspection> {
    NL_TRY(kept, read_inspection(session, id));
    if (!kept) return Error{ErrorCode::NotFound, "The library knows no such inspection."};
    return *std::move(kept);
  });
}

Result<std::vector<std::string>> SqlLibrary::source_lines(std::string_view id, domain::Line first,
                                                          domain::Line last) {
  return database_.read(
      [&](Session& session) { return read_source_lines(session, id, first, last); });
}

Status SqlLibrary::each(const InspectionFilter& filter,
                        const std::function<Status(const KeptInspection&)>& see) {
  return database_.read([&](Session& session) -> Status {
    Query query;
    NL_CHECK(ask(session, filter, Question::None, query));
    if (query.nothing_found) return done();
    NL_TRY(ids, session.rows<std::string>("select i.id" + std::string(from_inspections) +
                                              query.conditions.sql() + std::string(newest_first),
                                          query.conditions.bindings()));
    for (const auto& id : ids) {
      NL_TRY(kept, read_inspection(session, id));
      if (kept) NL_CHECK(see(*kept));
    }
    return done();
  });
}

}  // namespace northlight::store
