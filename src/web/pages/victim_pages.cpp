#include <algorithm>

#include "accounts/scope.hpp"
#include "base/text.hpp"
#include "casework/people.hpp"
#include "casework/victims.hpp"
#include "web/child_paths.hpp"
#include "web/pages/children_pages.hpp"
#include "web/pages/file_requests.hpp"
#include "web/pages/show.hpp"
#include "web/views/victims_view.hpp"

namespace northlight::web {
namespace {

using domain::Action;

constexpr std::size_t victims_a_page = 25;

/// Who reads their own victims' files begins with those.
bool works_with_victims(const Site& site, const Request& request) {
  return std::ranges::any_of(request.visitor->asker.roles, [&](const accounts::RoleHeld& held) {
    const auto* const role = site.people->policy.find(held.role);
    return role != nullptr && role->on(Action::ReadFile, true).may.has(domain::Relation::OwnCase);
  });
}

Response list(const Site& site, const Request& request) {
  const auto& asker = request.visitor->asker;
  views::VictimsList model{.has_cases = works_with_victims(site, request)};
  const auto asked = request.query().text("whose");
  model.whose = asked.empty() && !model.has_cases ? views::Whose::All : views::parse_whose(asked);
  std::optional<domain::FileId> after;
  if (auto id = domain::FileId::parse(request.query().text("after"))) after = *id;
  auto found = casework::list_victims(
      site.people->gate, asker, accounts::Among(relations_of(model.whose)), after, victims_a_page);
  if (!found) return refused(found.error(), request);
  model.victims = std::move(found->victims);
  model.cases = std::move(found->cases);
  model.next = found->next;
  model.may_add =
      !casework::organisations_where(site.people->policy, asker, Action::AddVictim).empty();
  model.given_away = request.query().text("done") == "given-away";
  return show_to_visitor(views::victims_page(shell_for(site, request), model));
}

Response show_add(const PeopleRequest& asked, const Fields& typed, const views::Wrong& wrong) {
  auto desk = casework::open_service_desk(asked.gate(), asked.asker(), asked.organisation,
                                          Action::AddVictim);
  if (!desk) return refused(desk.error(), asked.request);
  return show_to_visitor(
      views::add_victim_page(asked.shell(), {.desk = *std::move(desk),
                                             .form_token = asked.request.form_token,
                                             .typed = typed,
                                             .wrong = wrong}),
      wrong.empty() ? 200 : unprocessable);
}

Response new_victim(const PeopleRequest& asked) {
  Fields typed;
  const auto today = views::TypedDay::of(asked.today());
  typed.add("opened_on-day", today.day);
  typed.add("opened_on-month", today.month);
  typed.add("opened_on-year", today.year);
  return show_add(asked, typed, {});
}

Result<domain::FileId> added(const PeopleRequest& asked) {
  const auto& sent = asked.request.form;
  if (sent.text("reference").empty())
    return Error{ErrorCode::Invalid, "Enter the reference of the file", "reference"};
  NL_TRY(first, victim_case_typed(sent));
  return casework::add_victim(asked.gate(), asked.asker(), asked.organisation,
                              sent.text("reference"), first);
}

Response add_victim(const PeopleRequest& asked) {
  const auto file = added(asked);
  if (!file) {
    const auto wrong = wrong_of(file.error());
    return wrong ? show_add(asked, asked.request.form, *wrong)
                 : refused(file.error(), asked.request);
  }
  // Whoever adds a file does not always work with it: then the list is where they go on.
  const auto there = casework::open_file(asked.gate(), asked.asker(), *file);
  return Response::redirect(
      (there ? paths::file({*file, true}) : paths::victims({{"whose", "all"}})).text());
}

constexpr FileFormPage victim_details_form{Action::WriteRecord, views::FilePart::Overview,
                                           views::victim_details_page};

Response victim_details(const FileRequest& on) {
  // What stands there is put in by the view that may look at it.
  return show_form(on, victim_details_form, {});
}

Status victim_corrected(const FileRequest& on) {
  const auto& sent = on.request.form;
  if (trim(sent.text("reference")).empty())
    return Error{ErrorCode::Invalid, "Enter the reference of the file", "reference"};
  NL_TRY(day, day_of(typed_day(sent, "opened_on"), "opened_on"));
  return casework::correct_victim(on.gate(), on.asker(), on.file, sent.text("reference"), day);
}

Response correct_victim(const FileRequest& on) {
  return answer_form(on, victim_details_form, victim_corrected(on), paths::file(on.file));
}

}  // namespace

void add_victim_routes(Router& router, const Site& site) {
  const RouteOptions options{.audience = Audience::SignedIn};
  const auto by = [&site](Response (*handler)(const PeopleRequest&)) {
    return [&site, handler](const Request& request) {
      const auto asked = people_request(site, request, Action::AddVictim);
      return asked ? handler(*asked) : Response::problem(404);
    };
  };
  router.get(
      "/victims", [&site](const Request& request) { return list(site, request); }, options);
  router.get("/victims/new", by(new_victim), options);
  router.post("/victims/new", by(add_victim), options);
  router.get("/victims/:file/details", on_file(site, victim_details), options);
  router.post("/victims/:file/details", on_file(site, correct_victim), options);
}

}  // namespace northlight::web
