#include "platform/one_time_code.hpp"
#include "store/library.hpp"
#include "web/pages/door_pages.hpp"
#include "web/pages/guide.hpp"
#include "web/paths.hpp"
#include "web/views/start_view.hpp"
#include "web/views/walk_view.hpp"

namespace northlight::web {
namespace {

constexpr std::int64_t recent_inspections = 5;

std::vector<views::DemoSignIn> demo_people(const Site& site) {
  const auto step = platform::step_at(site.people->clock.now());
  std::vector<views::DemoSignIn> people;
  for (const auto& one : site.demo_people) {
    const auto code = platform::one_time_code(one.seed, step);
    people.push_back({.name = one.name,
                      .role = one.role,
                      .organisation = one.organisation,
                      .sign_in_name = one.sign_in_name,
                      .password = one.password,
                      .code = code.substr(0, 3) + " " + code.substr(3)});
  }
  return people;
}

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
  if (site.people != nullptr) model.demo_people = demo_people(site);
  model.demo_links = site.demo_links;
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
