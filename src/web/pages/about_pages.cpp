#include <algorithm>

#include "web/pages/door_pages.hpp"
#include "web/pages/rating_editions.hpp"
#include "web/paths.hpp"
#include "web/views/about_views.hpp"

namespace northlight::web {

void add_about_routes(Router& router, const Site& site) {
  router.get(paths::about().text(), [&site](const Request&) {
    return Response::html(views::about_page(site.shell).take()).shown_to_all();
  });
  router.get(paths::accessibility().text(), [&site](const Request&) {
    return Response::html(views::accessibility_page(site.shell).take()).shown_to_all();
  });
  router.get(paths::privacy().text(), [&site](const Request&) {
    return Response::html(views::privacy_page(site.shell).take()).shown_to_all();
  });
  router.get(paths::method().text(), [&site](const Request&) {
    return Response::html(views::method_page(site.shell, latest_rating_edition(site)).take())
        .shown_to_all();
  });
}

}  // namespace northlight::web
