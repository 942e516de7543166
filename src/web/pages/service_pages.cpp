#include "web/pages/service_pages.hpp"

#include "web/pages/list_request.hpp"
#include "web/pages/show.hpp"
#include "web/views/list_view.hpp"
#include "web/views/service_view.hpp"

namespace northlight::web {

void add_service_routes(Router& router, const Site& site) {
  router.get("/services", [&site](const Request& request) {
    const auto frame = list_frame(site, request);
    if (!frame) return Response::problem(frame.error());
    const auto listed = site.library.services(
        frame->query.filter(), {views::service_sort(frame->query), rating_places(site.editions)},
        {.number = frame->query.page, .size = frame->page_size});
    if (!listed) return Response::problem(listed.error());
    return show(views::service_list(site.shell, *frame, *listed));
  });
  router.get("/services/:service", [&site](const Request& request) {
    const auto history = site.library.service(request.parameters.text("service"));
    if (!history && history.error().code == ErrorCode::NotFound)
      return Response::problem(404, "There is no youth justice service of that name here.");
    if (!history) return Response::problem(history.error());
    return show(views::service_page(site.shell, *history, site.editions));
  });
}

}  // namespace northlight::web
