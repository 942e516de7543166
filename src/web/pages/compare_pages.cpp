#include "web/pages/compare_pages.hpp"

#include <algorithm>
#include <deque>

#include "base/date.hpp"
#include "base/text.hpp"
#include "report/benchmark.hpp"
#include "web/pages/loaded_inspection.hpp"
#include "web/pages/show.hpp"
#include "web/views/benchmark_view.hpp"
#include "web/views/compare_view.hpp"

namespace northlight::web {
namespace {

/// Far more than there are services; the library is small and open.
constexpr std::int64_t whole_list = 10'000;

Result<std::vector<store::InspectionSummary>> all_inspections(
    const Site& site, const store::InspectionFilter& filter) {
  NL_TRY(listed, site.library.inspections(filter, store::InspectionSort::ServiceName,
                                          {.number = 1, .size = whole_list}));
  return std::move(listed.items);
}

std::vector<std::string> asked_for(const Request& request) {
  std::vector<std::string> ids;
  for (auto& id : request.query().all("inspection"))
    if (!id.empty() && std::ranges::find(ids, id) == ids.end()) ids.push_back(std::move(id));
  return ids;
}

Response compare(const Site& site, const Request& request) {
  auto all = all_inspections(site, {});
  if (!all) return Response::problem(all.error());
  views::CompareModel model{.all = *std::move(all), .most = site.limits.compared};
  auto ids = asked_for(request);
  if (ids.size() > model.most) {
    model.errors.push_back("Choose " + std::to_string(model.most) +
                           " inspections or fewer; you chose " + std::to_string(ids.size()) +
                           ". The first " + std::to_string(model.most) + " are shown");
    ids.resize(model.most);
  }
  std::deque<LoadedInspection> loaded;  // Models look at these: they must not move.
  for (const auto& id : ids) {
    auto one = load_inspection(site, id);
    if (!one && one.error().code != ErrorCode::NotFound) return Response::problem(one.error());
    if (!one) {
      model.errors.emplace_back("One of the inspections you asked for is not here. Choose another");
      continue;
    }
    loaded.push_back(*std::move(one));
    model.chosen.push_back(loaded.back().model());
  }
  return show(views::compare_page(site.shell, model), model.errors.empty() ? 200 : unprocessable);
}

report::Scored scored(const store::InspectionSummary& one) {
  const auto published = one.published.day     ? iso(*one.published.day)
                         : one.published.month ? iso(*one.published.month)
                                               : one.published.text;
  return {.inspection = one.id,
          .service = one.service,
          .service_slug = one.service_slug,
          .published_on = published,
          .score = one.score,
          .maximum = one.score_maximum,
          .overall = one.overall_rating};
}

Response benchmark(const Site& site, const Request& request) {
  const auto* edition = site.find_edition(request.parameters.text("edition"));
  if (edition == nullptr)
    return Response::problem(404, "There are no inspection standards of that name here.");
  const auto all = all_inspections(site, {.editions = {edition->code.text()}});
  if (!all) return Response::problem(all.error());
  std::vector<report::Scored> candidates;
  for (const auto& one : *all) candidates.push_back(scored(one));
  const auto made = report::benchmark(*edition, std::move(candidates));
  views::BenchmarkModel model{.edition = *edition};
  if (!made) {
    model.why_not = made.error().message;
    return show(views::benchmark_page(site.shell, model));
  }
  model.benchmark = &*made;
  model.service = request.query().text("service");
  std::optional<LoadedInspection> loaded;
  std::optional<views::InspectionModel> shown;
  if (const auto* own = made->find(model.service)) {
    auto one = load_inspection(site, own->scored.inspection);
    if (!one) return Response::problem(one.error());
    loaded = *std::move(one);
    shown.emplace(loaded->model());
    model.inspection = &*shown;
  } else if (!model.service.empty() && !made->leaves_out(model.service)) {
    model.errors.emplace_back(
        "No inspection of that service under these standards is here. Choose one from the list");
    model.service.clear();
  }
  return show(views::benchmark_page(site.shell, model), model.errors.empty() ? 200 : unprocessable);
}

}  // namespace

void add_compare_routes(Router& router, const Site& site) {
  router.get("/compare", [&site](const Request& request) { return compare(site, request); });
  router.get("/benchmark/:edition",
             [&site](const Request& request) { return benchmark(site, request); });
}

}  // namespace northlight::web
