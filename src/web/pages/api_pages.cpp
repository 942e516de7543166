#include "base/error_code.hpp"

#include <algorithm>
#include "base/text.hpp"
#include "report/attribution.hpp"
#include "report/edition_json.hpp"
#include "report/inspection_json.hpp"
#include "report/library_tables.hpp"
#include "report/openapi.hpp"
#include "web/pages/door_pages.hpp"
#include "web/pages/library_entries.hpp"
#include "web/paths.hpp"

namespace northlight::web {
namespace {

constexpr std::size_t usual_page_size = 100;
constexpr std::size_t largest_page_size = 500;

/// Open to every site, with the terms of use beside it.
Response open(Response response) {
  response.with("Access-Control-Allow-Origin", "*");
  response.with("Access-Control-Expose-Headers", "ETag, Link");
  response.with("Link", "<" + std::string(report::licence_address) + ">; rel=\"license\"");
  return std::move(response).shown_to_all();
}

/// What a browser is told that asks first (a preflight) whether a page elsewhere may read this:
/// yes, and it may ask for no more than has changed.
Response allowed() {
  Response response;
  response.status = 204;
  response.with("Access-Control-Allow-Origin", "*");
  response.with("Access-Control-Allow-Methods", "GET, HEAD");
  response.with("Access-Control-Allow-Headers", "If-None-Match");
  response.with("Access-Control-Max-Age", "86400");
  return response;
}

/// Programs get their errors in the same form as everything else.
Response refused(const Error& error) {
  const auto leaves = leaves_as(error.code);
  auto response = Response::json(Json::object({{"error", leaves.name}, {"message", error.message}}),
                                 leaves.http_status);
  return open(std::move(response));
}

Response shown(const Result<Json>& document) {
  return document ? open(Response::json(*document)) : refused(document.error());
}

Result<std::size_t> number_of(const Request& request, std::string_view name, std::size_t usual,
                              std::size_t most) {
  const auto text = request.query().text(name);
  if (text.empty()) return usual;
  const auto number = parse_whole_number(text);
  if (!number || *number < 1 || static_cast<std::size_t>(*number) > most)
    return Error{ErrorCode::Invalid, "\"" + std::string(name) +
                                         "\" must be a whole number from 1 to " +
                                         std::to_string(most) + "."};
  return static_cast<std::size_t>(*number);
}

Result<report::PageOfList> page_of(const Request& request, std::size_t total) {
  NL_TRY(page, number_of(request, "page", 1, 1'000'000));
  NL_TRY(size, number_of(request, "page_size", usual_page_size, largest_page_size));
  return report::PageOfList{.page = page, .page_size = size, .total = total};
}

template <typename T>
std::vector<T> only(std::vector<T> all, const report::PageOfList& page) {
  const auto first = std::min(all.size(), (page.page - 1) * page.page_size);
  const auto last = std::min(all.size(), first + page.page_size);
  return {std::make_move_iterator(all.begin() + static_cast<std::ptrdiff_t>(first)),
          std::make_move_iterator(all.begin() + static_cast<std::ptrdiff_t>(last))};
}

Result<EntryQuery> query_of(const Request& request) {
  EntryQuery query;
  const auto& fields = request.query();
  query.service = fields.text("service");
  if (const auto edition = fields.text("edition"); !edition.empty())
    query.filter.editions = {edition};
  if (const auto rating = fields.text("rating"); !rating.empty()) query.filter.ratings = {rating};
  if (const auto year = fields.text("year"); !year.empty()) {
    const auto number = parse_whole_number(year);
    if (!number || *number < 1900 || *number > 2999)
      return Error{ErrorCode::Invalid, "\"year\" must be a year, such as 2024."};
    query.filter.years = {*number};
  }
  return query;
}

Result<Json> inspections(const Request& request, const Site& site) {
  NL_TRY(query, query_of(request));
  NL_TRY(entries, inspection_entries(site, query));
  NL_TRY(page, page_of(request, entries.size()));
  return report::inspections_document(only(std::move(entries), page), page);
}

Result<Json> services(const Request& request, const Site& site) {
  NL_TRY(entries, service_entries(site));
  NL_TRY(page, page_of(request, entries.size()));
  return report::services_document(only(std::move(entries), page), page);
}

Result<Json> inspection(const Request& request, const Site& site) {
  const auto entry = inspection_entry(site, request.parameters.text("inspection"));
  if (!entry) return entry.error();
  return report::inspection_document(*entry);
}

Result<Json> standards(const Request& request, const Site& site) {
  const auto* edition = site.find_edition(request.parameters.text("edition"));
  if (!edition)
    return Error{ErrorCode::NotFound, "No edition of the standards has this identifier."};
  return report::edition_document(*edition);
}

Response table(const Site& site, const std::string& name) {
  const auto services = service_entries(site);
  if (!services) return refused(services.error());
  const auto entries = inspection_entries(site, {});
  if (!entries) return refused(entries.error());
  return open(
      Response::csv(report::table_text(name, *services, *entries), "northlight-" + name + ".csv"));
}

}  // namespace

void add_api_routes(Router& router, const Site& site) {
  const auto add = [&router](std::string_view pattern, Handler handler) {
    router.get(pattern, std::move(handler));
    router.add(Method::Options, pattern, [](const Request&) { return allowed(); });
  };
  add("/api/v1/services",
      [&site](const Request& request) { return shown(services(request, site)); });
  add("/api/v1/inspections",
      [&site](const Request& request) { return shown(inspections(request, site)); });
  add("/api/v1/inspections/:inspection",
      [&site](const Request& request) { return shown(inspection(request, site)); });
  add("/api/v1/standards",
      [&site](const Request&) { return shown(report::editions_document(site.editions)); });
  add("/api/v1/standards/:edition",
      [&site](const Request& request) { return shown(standards(request, site)); });
  add("/api/v1/openapi.json", [](const Request&) {
    return open(Response::bytes(std::string(report::openapi_document()), "application/json"));
  });
  for (const auto& one : report::library_tables())
    add(std::string(paths::api_table(one.name).text()),
        [&site, name = one.name](const Request&) { return table(site, name); });
}

}  // namespace northlight::web
