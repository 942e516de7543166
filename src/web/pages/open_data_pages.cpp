#include "report/library_tables.hpp"
#include "store/library.hpp"
#include "web/pages/door_pages.hpp"
#include "web/paths.hpp"
#include "web/views/open_data_view.hpp"

namespace northlight::web {

void add_open_data_routes(Router& router, const Site& site) {
  router.get(paths::open_data().text(), [&site](const Request&) {
    const auto services = site.library.services({}, store::ServiceSort::Name, {.size = 1});
    if (!services) return Response::problem(services.error());
    const auto inspections =
        site.library.inspections({}, store::InspectionSort::NewestFirst, {.size = 1});
    if (!inspections) return Response::problem(inspections.error());
    return Response::html(views::open_data_page(site.shell, {.services = services->total,
                                                             .inspections = inspections->total,
                                                             .tables = report::library_tables(),
                                                             .editions = site.editions})
                              .take())
        .shown_to_all();
  });
}

}  // namespace northlight::web
