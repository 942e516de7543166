#include "casework/due.hpp"
#include "casework/notices.hpp"
#include "web/child_paths.hpp"
#include "web/pages/children_pages.hpp"
#include "web/pages/record_request.hpp"
#include "web/pages/signed_in.hpp"
#include "web/views/due_view.hpp"
#include "web/visitor.hpp"

namespace northlight::web {
namespace {

Response due(const Site& site, const Request& request) {
  const auto of = works_in(site, request.visitor->asker);
  const auto others = of == views::WorksIn::Service ? views::Whose::All : views::Whose::Team;
  const auto asked = request.query().text("whose");
  // Whoever answers for the service begins with that.
  const bool own = asked.empty() ? of != views::WorksIn::Service
                                 : views::parse_whose(asked) == views::Whose::Mine;
  const auto whose = own ? views::Whose::Mine : others;
  const auto found = casework::what_is_due(site.people->gate, request.visitor->asker, *site.forms,
                                           relations_of(whose));
  if (!found) return refused(found.error(), request);
  std::vector<domain::PersonId> people;
  for (const auto& one : found->unfinished) people.push_back(one.by);
  const auto names = names_of(site, people);
  if (!names) return refused(names.error(), request);
  const auto titles = form_titles(site);
  return show_to_visitor(views::due_page(shell_for(site, request), {.due = *found,
                                                                    .whose = whose,
                                                                    .works_in = of,
                                                                    .form_titles = titles,
                                                                    .names = *names,
                                                                    .today = site.today()}));
}

Response notices(const Site& site, const Request& request) {
  const auto found = casework::list_notices(site.people->gate, request.visitor->asker);
  if (!found) return refused(found.error(), request);
  std::vector<domain::PersonId> people;
  for (const auto& one : *found) people.push_back(one.row.about);
  const auto names = names_of(site, people);
  if (!names) return refused(names.error(), request);
  return show_to_visitor(views::notices_page(shell_for(site, request),
                                             {.notices = *found,
                                              .names = *names,
                                              .form_token = request.form_token,
                                              .works_in = works_in(site, request.visitor->asker)}));
}

Response acknowledge(const Site& site, const Request& request) {
  const auto id = store::NoticeId::parse(request.form.text("notice"));
  if (!id) return Response::redirect(paths::notices().text());
  const auto seen = casework::acknowledge_notice(site.people->database, site.people->gate,
                                                 request.visitor->asker, *id);
  if (!seen) return refused(seen.error(), request);
  return Response::redirect(paths::notices().text());
}

}  // namespace

void add_due_routes(Router& router, const Site& site) {
  const RouteOptions options{.audience = Audience::SignedIn};
  const auto bound = [&site](Response (*handler)(const Site&, const Request&)) {
    return [&site, handler](const Request& request) { return handler(site, request); };
  };
  router.get("/due", bound(due), options);
  router.get("/notices", bound(notices), options);
  router.post("/notices", bound(acknowledge), options);
}

}  // namespace northlight::web
