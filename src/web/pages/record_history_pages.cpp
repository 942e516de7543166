#include "base/text.hpp"
#include "casework/history.hpp"
#include "web/pages/record_more_pages.hpp"
#include "web/pages/record_request.hpp"
#include "web/pages/signed_in.hpp"
#include "web/visitor.hpp"

namespace northlight::web {
namespace {

Response version(const Site& site, const Request& request) {
  const auto at = record_request(site, request);
  if (!at) return refused(at.error(), request);
  const auto number = request.parameters.whole_number("version");
  if (!number) return refused(number.error(), request);
  const auto place = place_of(site, request, at->file);
  if (!place) return refused(place.error(), request, at->file);
  const auto stood = casework::see_version(site.people->gate, at->archive, request.visitor->asker,
                                           at->file, at->record, *number);
  if (!stood) return refused(stood.error(), request, at->file);
  const auto names = names_of(site, {stood->version.head.recorded_by});
  if (!names) return refused(names.error(), request);
  return show_to_visitor(views::version_page(shell_for(site, request),
                                             {.place = *place, .stood = *stood, .names = *names}));
}

Response comparison(const Site& site, const Request& request) {
  const auto at = record_request(site, request);
  if (!at) return refused(at.error(), request);
  const auto before = parse_whole_number(request.query().text("before"));
  const auto after = parse_whole_number(request.query().text("after"));
  if (!before || !after) return Response::problem(404);
  const auto place = place_of(site, request, at->file);
  if (!place) return refused(place.error(), request, at->file);
  const auto compared =
      casework::compare_versions(site.people->gate, at->archive, request.visitor->asker, at->file,
                                 at->record, *before, *after);
  if (!compared) return refused(compared.error(), request, at->file);
  const auto names =
      names_of(site, {compared->before.head.recorded_by, compared->after.head.recorded_by});
  if (!names) return refused(names.error(), request);
  return show_to_visitor(
      views::comparison_page(shell_for(site, request), {.place = *place,
                                                        .record = at->record,
                                                        .comparison = *compared,
                                                        .names = *names,
                                                        .last = compared->last}));
}

}  // namespace

void add_record_history_routes(Router& router, const Site& site) {
  RouteOptions options{.audience = Audience::SignedIn};
  for (const std::string file : {"/children/:file", "/victims/:file"}) {
    router.get(
        file + "/records/:record/versions/:version",
        [&site](const Request& request) { return version(site, request); }, options);
    router.get(
        file + "/records/:record/comparison",
        [&site](const Request& request) { return comparison(site, request); }, options);
  }
}

}  // namespace northlight::web
