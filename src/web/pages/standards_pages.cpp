#include "web/pages/standards_pages.hpp"

#include "web/pages/show.hpp"
#include "web/views/standards_view.hpp"

namespace northlight::web {
namespace {

Response no_such_edition() {
  return Response::problem(404, "There are no inspection standards of that name here.");
}

}  // namespace

void add_standards_routes(Router& router, const Site& site) {
  router.get("/standards", [&site](const Request&) {
    return show(views::editions_page(site.shell, site.editions));
  });
  router.get("/standards/:edition", [&site](const Request& request) {
    const auto* edition = site.find_edition(request.parameters.text("edition"));
    if (edition == nullptr) return no_such_edition();
    return show(views::edition_page(site.shell, *edition));
  });
  router.get("/standards/:edition/:standard", [&site](const Request& request) {
    const auto* edition = site.find_edition(request.parameters.text("edition"));
    if (edition == nullptr) return no_such_edition();
    const auto* standard =
        edition->find(framework::StandardCode{request.parameters.text("standard")});
    if (standard == nullptr)
      return Response::problem(404, "These inspection standards have no standard of that number.");
    return show(views::standard_page(site.shell, *edition, *standard));
  });
}

}  // namespace northlight::web
