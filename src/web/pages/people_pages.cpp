#include "web/pages/people_pages.hpp"

#include "accounts/open_id_connect.hpp"
#include "accounts/provider_accounts.hpp"
#include "casework/explain_files.hpp"
#include "web/pages/people_changes.hpp"
#include "web/pages/people_requests.hpp"
#include "web/paths.hpp"
#include "web/views/sight_files_view.hpp"

namespace northlight::web {
namespace {

using domain::Action;

constexpr std::size_t explained_a_page = 50;

Response list(const PeopleRequest& asked) {
  const auto& query = asked.request.query();
  casework::PeopleFilter filter{.role = query.text("role")};
  if (const auto team = domain::TeamId::parse(query.text("team"))) filter.team = *team;
  if (query.text("left") == "yes") filter.leavers = store::Leavers::With;
  auto people = casework::list_people(asked.gate(), asked.asker(), asked.organisation, filter);
  if (!people) return refused(people.error(), asked.request);
  return show_to_visitor(
      views::people_page(asked.shell(), asked.frame(), {*std::move(people), filter}));
}

/// What was done, by a word in the address: never text that somebody else wrote.
std::string people_done_words(std::string_view word) {
  if (word == "role") return "The role is given";
  if (word == "role-end") return "The end of the role is recorded";
  if (word == "team") return "They have moved to the other team";
  if (word == "cover") return "The cover is arranged";
  if (word == "cover-end") return "The cover has ended";
  if (word == "factor") return "Their second factor is reset, and they are signed out everywhere";
  return {};
}

Response person(const PeopleRequest& asked) {
  auto page = person_in(asked);
  if (!page) return refused(page.error(), asked.request);
  const bool oneself = page->person.id == asked.asker().person;
  return show_to_visitor(
      views::person_page(asked.shell(), asked.frame(),
                         {*std::move(page), asked.today(), oneself,
                          people_done_words(asked.request.query().text("done"))}));
}

Response sight(const PeopleRequest& asked) {
  const auto id = asked.request.parameters.id<domain::PersonId>("person");
  if (!id) return refused(id.error(), asked.request);
  const auto explained =
      casework::explain_sight(asked.gate(), asked.asker(), asked.organisation, *id);
  if (!explained) return refused(explained.error(), asked.request);
  return show_to_visitor(views::sight_page(asked.shell(), asked.frame(), *explained));
}

Response sight_files(const PeopleRequest& asked) {
  const auto id = asked.request.parameters.id<domain::PersonId>("person");
  if (!id) return refused(id.error(), asked.request);
  std::optional<domain::FileId> after;
  if (const auto file = domain::FileId::parse(asked.request.query().text("after"))) after = *file;
  auto explained = casework::explain_files(asked.gate(), asked.asker(), asked.organisation, *id,
                                           after, explained_a_page);
  if (!explained) return refused(explained.error(), asked.request);
  return show_to_visitor(
      views::sight_files_page(asked.shell(), {.explained = *std::move(explained),
                                              .is_first = !after,
                                              .may_read_log = asked.may(Action::ReadAudit)}));
}

Response roles(const PeopleRequest& asked) {
  return show_to_visitor(views::roles_page(asked.shell(), asked.frame()));
}

Response settings(const PeopleRequest& asked) {
  auto there = casework::open_settings(asked.gate(), asked.asker(), asked.organisation);
  if (!there) return refused(there.error(), asked.request);
  views::SettingsModel model{
      .organisation = *std::move(there), .watch = *asked.site.people->watch, .providers = {}};
  if (const auto* in_use = asked.site.people->providers)
    for (const auto& provider : in_use->providers().providers())
      model.providers.push_back({.name = provider.name,
                                 .issuer = provider.issuer,
                                 .second_factor = provider.second_factor.is_taken(),
                                 .by_email = !provider.match_by_email.domains.empty(),
                                 .roles = provider.roles.size()});
  return show_to_visitor(views::settings_page(asked.shell(), asked.frame(), model));
}

}  // namespace

void add_people_routes(Router& router, const Site& site) {
  const RouteOptions signed_in{.audience = Audience::SignedIn};
  using Act = Response (*)(const PeopleRequest&);
  const auto by = [&site](Action action, Act act) {
    return [&site, action, act](const Request& request) {
      const auto asked = people_request(site, request, action);
      if (!asked) return Response::problem(404);
      // Asked before a form is shown, not only when it is sent; a no is on the audit trail.
      if (!asked->may(action))
        if (const auto no = casework::open_workplace(asked->gate(), asked->asker(),
                                                     asked->organisation, action);
            !no)
          return refused(no.error(), request);
      return act(*asked);
    };
  };
  router.get("/people", by(Action::SeePeople, list), signed_in);
  router.get("/people/new", by(Action::ManagePeople, show_new_person), signed_in);
  router.post("/people/new", by(Action::ManagePeople, add_person), signed_in);
  router.get("/people/roles", by(Action::SeePeople, roles), signed_in);
  router.get("/people/teams", by(Action::SeePeople, show_teams), signed_in);
  router.post("/people/teams", by(Action::ManagePeople, add_team), signed_in);
  router.get("/people/teams/:team", by(Action::ManagePeople, show_team_name), signed_in);
  router.post("/people/teams/:team", by(Action::ManagePeople, rename_team), signed_in);
  router.get("/people/:person", by(Action::SeePeople, person), signed_in);
  router.get("/people/:person/sight", by(Action::ExplainSight, sight), signed_in);
  router.get("/people/:person/sight/files", by(Action::ExplainSight, sight_files), signed_in);
  router.get("/people/:person/roles/new", by(Action::ManagePeople, show_new_role), signed_in);
  router.post("/people/:person/roles/new", by(Action::ManagePeople, give_role), signed_in);
  router.get("/people/:person/roles/:role/team", by(Action::ManagePeople, show_move), signed_in);
  router.post("/people/:person/roles/:role/team", by(Action::ManagePeople, move_team), signed_in);
  router.get("/people/:person/roles/:role/end", by(Action::ManagePeople, show_role_end), signed_in);
  router.post("/people/:person/roles/:role/end", by(Action::ManagePeople, end_role), signed_in);
  router.get("/people/:person/leave", by(Action::ManagePeople, show_leave), signed_in);
  router.post("/people/:person/leave", by(Action::ManagePeople, leave), signed_in);
  router.get("/people/:person/cover", by(Action::ArrangeCover, show_cover), signed_in);
  router.post("/people/:person/cover", by(Action::ArrangeCover, arrange_cover), signed_in);
  router.post("/people/:person/cover/:cover/end", by(Action::ArrangeCover, end_cover), signed_in);
  router.post("/people/:person/set-up-link", by(Action::ManagePeople, new_set_up_link), signed_in);
  router.get("/people/:person/second-factor", by(Action::ManagePeople, show_reset), signed_in);
  router.post("/people/:person/second-factor", by(Action::ManagePeople, reset_factor), signed_in);
  router.get("/settings", by(Action::ChangeSettings, settings), signed_in);
}

}  // namespace northlight::web
