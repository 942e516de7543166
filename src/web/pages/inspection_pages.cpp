#include "web/pages/inspection_pages.hpp"

#include <memory>

#include "rating/what_if.hpp"
#include "report/what_if_form.hpp"
#include "web/pages/kept_pages.hpp"
#include "web/pages/list_request.hpp"
#include "web/pages/loaded_inspection.hpp"
#include "web/pages/show.hpp"
#include "web/views/inspection_view.hpp"
#include "web/views/list_view.hpp"
#include "web/views/rating_view.hpp"
#include "web/views/text_view.hpp"
#include "web/views/what_if_view.hpp"

namespace northlight::web {
namespace {

/// Far more than any report has.
constexpr domain::Line most_lines = 100'000;

Response list_inspections(const Site& site, const Request& request) {
  const auto frame = list_frame(site, request);
  if (!frame) return Response::problem(frame.error());
  const auto listed = site.library.inspections(
      frame->query.filter(), {views::inspection_sort(frame->query), rating_places(site.editions)},
      {.number = frame->query.page, .size = frame->page_size});
  if (!listed) return Response::problem(listed.error());
  return show(views::inspection_list(site.shell, *frame, *listed));
}

Response inspection(const Site& site, KeptPages& pages, const Request& request) {
  const auto& id = request.parameters.text("inspection");
  const auto changes = site.library.changes();
  if (!changes) return Response::problem(changes.error());
  if (const auto kept = pages.find(id, *changes)) return kept->response();
  const auto loaded = load_inspection(site, id);
  if (!loaded) return Response::problem(loaded.error());
  auto page = views::inspection_page(site.shell, loaded->model());
  return pages.keep(id, *changes, std::move(page).take()).response();
}

Response rating(const Site& site, const Request& request) {
  const auto loaded = load_inspection(site, request.parameters.text("inspection"));
  if (!loaded) return Response::problem(loaded.error());
  return show(views::rating_page(site.shell, loaded->model()));
}

Response what_if(const Site& site, const Request& request) {
  const auto loaded = load_inspection(site, request.parameters.text("inspection"));
  if (!loaded) return Response::problem(loaded.error());
  const auto model = loaded->model();
  static const rating::Evidence nothing;
  const auto& evidence = loaded->evidence;
  views::WhatIfModel shown{
      .inspection = model,
      .evidence = evidence ? *evidence : nothing,
      .typed = [&](std::string_view name) { return request.query().find(name); }};
  if (!loaded->rated || !evidence) return show(views::what_if_page(site.shell, shown));

  auto form = report::read_what_if(*loaded->edition, *evidence, shown.typed);
  shown.errors = std::move(form.errors);
  std::optional<rating::WhatIf> result;
  if (shown.errors.empty() && !request.query().empty()) {
    auto tried = rating::what_if(*loaded->edition, *evidence, form.changes);
    if (tried)
      result = *std::move(tried);
    else
      shown.errors.push_back({{}, tried.error().message});
  }
  if (result) shown.result = &*result;
  return show(views::what_if_page(site.shell, shown), shown.errors.empty() ? 200 : unprocessable);
}

Response text(const Site& site, const Request& request) {
  const auto loaded = load_inspection(site, request.parameters.text("inspection"));
  if (!loaded) return Response::problem(loaded.error());
  const auto lines = site.library.source_lines(loaded->kept.id, 1, most_lines);
  if (!lines) return Response::problem(lines.error());
  if (lines->empty())
    return Response::problem(404,
                             "The text of this report is not kept here: only its facts and figures "
                             "are. The inspection’s page says where it was published.");
  return show(views::text_page(site.shell, loaded->model(), *lines));
}

}  // namespace

void add_inspection_routes(Router& router, const Site& site) {
  const auto add = [&](std::string_view pattern, Response (*handler)(const Site&, const Request&)) {
    router.get(pattern,
               [&site, handler](const Request& request) { return handler(site, request); });
  };
  add("/inspections", list_inspections);
  router.get("/inspections/:inspection",
             [&site, pages = std::make_shared<KeptPages>()](const Request& request) {
               return inspection(site, *pages, request);
             });
  add("/inspections/:inspection/rating", rating);
  add("/inspections/:inspection/what-if", what_if);
  add("/inspections/:inspection/text", text);
}

}  // namespace northlight::web
