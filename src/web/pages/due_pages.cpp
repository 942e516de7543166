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
  const auto whose = views::parse_whose(request.query().text("whose")) == views::Whose::Mine
                         ? views::Whose::Mine
                         : views::Whose::Team;
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
  return show_to_visitor(
      views::notices_page(shell_for(site, request),
                          {.notices = *found, .names = *names, .form_token = request.form_token}));
}

Response acknowledge(const Site& site, const Request& request) {
  const auto id = store::NoticeId::parse(request.form.text("notice"));
  if (!id) return Response::redirect(paths::notices().text());
  const auto seen =
      casework::acknowledge_notice(site.people->database, request.visitor->asker, *id);
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
