#include "store/library.hpp"
#include "web/pages/door_pages.hpp"
#include "web/pages/guide.hpp"
#include "web/paths.hpp"
#include "web/views/start_view.hpp"
#include "web/views/walk_view.hpp"

namespace northlight::web {
namespace {

constexpr std::int64_t recent_inspections = 5;

Result<views::StartModel> start_model(const Site& site) {
  views::StartModel model{.editions = site.editions};
  NL_TRY(services, site.library.services({}, store::ServiceSort::Name, {.size = 1}));
  NL_TRY(latest, site.library.inspections({}, store::InspectionSort::NewestFirst,
                                          {.size = recent_inspections}));
  model.services = services.total;
  model.inspections = latest.total;
  for (auto& one : latest.items)
    model.recent.push_back({.id = one.id,
                            .service = one.service,
                            .published = one.published,
                            .edition = site.find_edition(one.edition.value_or(std::string())),
                            .overall = one.overall_rating});
  if (const auto walk = guide_walk(site)) model.walk_title = views::walk_title(*walk);
  return model;
}

}  // namespace

void add_start_routes(Router& router, const Site& site) {
  router.get(paths::home().text(), [&site](const Request&) {
    const auto model = start_model(site);
    if (!model) return Response::problem(model.error());
    return Response::html(views::start_page(site.shell, *model).take()).shown_to_all();
  });
}

}  // namespace northlight::web
