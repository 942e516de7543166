#include "web/pages/children_pages.hpp"

#include <algorithm>

#include "accounts/scope.hpp"
#include "casework/children.hpp"
#include "casework/people.hpp"
#include "web/child_paths.hpp"
#include "web/pages/signed_in.hpp"
#include "web/views/children_view.hpp"
#include "web/visitor.hpp"

namespace northlight::web {
namespace {

constexpr std::size_t children_a_page = 25;
constexpr std::size_t most_found = 25;

bool may_add(const Site& site, const Request& request) {
  return !casework::organisations_where(site.people->policy, request.visitor->asker,
                                        domain::Action::AddChild)
              .empty();
}

/// Whose role has no cases of its own begins with all that they may see.
views::Whose whose_of(const Site& site, const Request& request) {
  const auto asked = request.query().text("whose");
  if (!asked.empty()) return views::parse_whose(asked);
  const bool has_cases =
      std::ranges::any_of(request.visitor->asker.roles, [&](const accounts::RoleHeld& held) {
        const auto* const role = site.people->policy.find(held.role);
        return role != nullptr &&
               role->on(domain::Action::ReadFile, false).may.has(domain::Relation::OwnCase);
      });
  return has_cases ? views::Whose::Mine : views::Whose::All;
}

/// Of whom only what they lend is shown: somebody for whom the reader covers, and nobody else.
std::optional<domain::PersonId> lent_by(const Request& request) {
  const auto person = domain::PersonId::parse(request.query().text("lent"));
  const auto& covers = request.visitor->asker.covers;
  if (!person || std::ranges::find(covers, *person, &accounts::Covered::person) == covers.end())
    return {};
  return *person;
}

Response list_children(const Site& site, const Request& request) {
  views::ChildrenList model{.form_token = request.form_token, .today = site.today()};
  model.whose = whose_of(site, request);
  std::optional<domain::FileId> after;
  if (auto id = domain::FileId::parse(request.query().text("after"))) after = *id;
  const auto& asker = request.visitor->asker;
  model.lent_by = lent_by(request);
  const auto among = model.lent_by ? accounts::Among(accounts::any_relation, *model.lent_by)
                                   : accounts::Among(relations_of(model.whose));
  auto found = casework::list_children(site.people->gate, asker, among, after, children_a_page);
  if (!found) return refused(found.error(), request);
  model.works_in = works_in(site, asker);
  if (found->children.empty() && model.whose == views::Whose::Mine && !model.lent_by &&
      model.works_in == views::WorksIn::Team && request.query().text("whose").empty()) {
    auto team = casework::list_children(site.people->gate, asker, relations_of(views::Whose::Team),
                                        after, children_a_page);
    if (!team) return refused(team.error(), request);
    model.team_instead = !team->children.empty();
    if (model.team_instead) {
      model.whose = views::Whose::Team;
      found = std::move(team);
    }
  }
  if (!asker.covers.empty()) {
    auto covers = casework::own_covers(site.people->database, asker);
    if (!covers) return refused(covers.error(), request);
    model.covers = *std::move(covers);
    std::erase_if(model.covers, [&](const auto& one) { return one.cover.from > asker.at; });
  }
  model.now = asker.at;
  model.children = std::move(found->children);
  model.cases = std::move(found->cases);
  model.sends = std::move(found->sends);
  model.next = found->next;
  model.may_add = may_add(site, request);
  model.given_away = request.query().text("done") == "given-away";
  return show_to_visitor(views::children_page(shell_for(site, request), model));
}

Response search(const Site& site, const Request& request) {
  Sensitive<std::string> typed(request.form.text("name"));
  if (typed == Sensitive<std::string>()) return Response::redirect(paths::children().text());
  auto found = casework::find_children(site.people->gate, request.visitor->asker,
                                       accounts::any_relation, typed, most_found);
  if (!found) return refused(found.error(), request);
  const bool cut = found->children.size() >= most_found;
  views::ChildrenList model{.form_token = request.form_token,
                            .today = site.today(),
                            .whose = views::Whose::All,
                            .works_in = works_in(site, request.visitor->asker),
                            .children = std::move(found->children),
                            .cases = std::move(found->cases),
                            .sends = std::move(found->sends),
                            .typed = std::move(typed),
                            .may_add = may_add(site, request),
                            .cut = cut};
  return show_to_visitor(views::children_page(shell_for(site, request), model));
}

}  // namespace

views::WorksIn works_in(const Site& site, const accounts::Asker& asker) {
  using domain::Relation;
  const auto reads = [&](std::initializer_list<Relation> relations) {
    return std::ranges::any_of(asker.roles, [&](const accounts::RoleHeld& held) {
      const auto* const role = site.people->policy.find(held.role);
      if (role == nullptr) return false;
      const auto may = role->on(domain::Action::ReadFile, false).may;
      return std::ranges::any_of(relations, [&](Relation each) { return may.has(each); });
    });
  };
  if (reads({Relation::ServiceCase})) return views::WorksIn::Service;
  return reads({Relation::OwnCase, Relation::TeamCase}) ? views::WorksIn::Team
                                                        : views::WorksIn::Nowhere;
}

accounts::Relations relations_of(views::Whose whose) {
  switch (whose) {
    case views::Whose::Mine:
      return {domain::Relation::OwnCase};
    case views::Whose::Team:
      return {domain::Relation::OwnCase, domain::Relation::TeamCase};
    case views::Whose::All:
      break;
  }
  return accounts::any_relation;
}

void add_children_routes(Router& router, const Site& site) {
  const RouteOptions signed_in{.audience = Audience::SignedIn};
  const auto bound = [&site](Response (*handler)(const Site&, const Request&)) {
    return [&site, handler](const Request& request) { return handler(site, request); };
  };
  router.get("/children", bound(list_children), signed_in);
  router.post("/children/search", bound(search), signed_in);
}

}  // namespace northlight::web
