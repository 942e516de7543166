#include <algorithm>

#include "accounts/scope.hpp"
#include "web/child_paths.hpp"
#include "web/pages/children_pages.hpp"
#include "web/pages/file_requests.hpp"
#include "web/pages/show.hpp"

namespace northlight::web {
namespace {

using domain::Action;

constexpr std::size_t most_known = 8;

Response show_add(const PeopleRequest& asked, const Fields& typed, const views::Wrong& wrong,
                  std::vector<views::KnownChild> known) {
  auto desk = casework::open_service_desk(asked.gate(), asked.asker(), asked.organisation,
                                          Action::AddChild);
  if (!desk) return refused(desk.error(), asked.request);
  return show_to_visitor(
      views::add_child_page(asked.shell(), {.desk = *std::move(desk),
                                            .form_token = asked.request.form_token,
                                            .typed = typed,
                                            .wrong = wrong,
                                            .known = std::move(known)}),
      wrong.empty() ? 200 : unprocessable);
}

/// Children whom the asker may find and who bear the name or were born on the day; what they may
/// not find is not hinted at.
Result<std::vector<views::KnownChild>> known_children(const PeopleRequest& asked,
                                                      const casework::NewChild& child) {
  std::vector<views::KnownChild> known;
  const auto add = [&](const store::ListedChild& found, bool same_birthday) {
    const auto there = std::ranges::any_of(
        known, [&](const views::KnownChild& one) { return one.child.file == found.file; });
    if (!there && known.size() < most_known) known.push_back({found, same_birthday});
  };
  if (child.born_on) {
    NL_TRY(born,
           casework::children_born_on(asked.gate(), asked.asker(), *child.born_on, most_known));
    for (const auto& one : born.children) add(one, true);
  }
  NL_TRY(named, casework::find_children(asked.gate(), asked.asker(), accounts::any_relation,
                                        Sensitive(child.given_names + " " + child.family_name), 5));
  for (const auto& one : named.children) add(one, false);
  return known;
}

Response new_child(const PeopleRequest& asked) {
  Fields typed;
  const auto today = views::TypedDay::of(asked.today());
  typed.add("opened_on-day", today.day);
  typed.add("opened_on-month", today.month);
  typed.add("opened_on-year", today.year);
  return show_add(asked, typed, {}, {});
}

Result<domain::FileId> add(const PeopleRequest& asked, const casework::NewChild& child) {
  NL_TRY(first, case_typed(asked.request.form));
  return casework::add_child(asked.gate(), asked.asker(), asked.organisation, child, first);
}

Response add_child(const PeopleRequest& asked) {
  const auto& sent = asked.request.form;
  const auto again = [&](const Error& error, std::vector<views::KnownChild> known = {}) {
    const auto wrong = wrong_of(error);
    if (!wrong) return refused(error, asked.request);
    return show_add(asked, sent, *wrong, std::move(known));
  };
  const auto child = child_typed(sent);
  if (!child) return again(child.error());
  if (sent.text("another") != "yes") {
    auto known = known_children(asked, *child);
    if (!known) return refused(known.error(), asked.request);
    if (!known->empty())
      return again({ErrorCode::Invalid,
                    "Look whether it is one of the children shown. If it is none of them, say so",
                    "another"},
                   *std::move(known));
  }
  const auto added = add(asked, *child);
  if (!added) return again(added.error());
  // Whoever adds a child does not always work with them: then the list is where they go on.
  const auto there = casework::open_child(asked.gate(), asked.asker(), *added);
  return Response::redirect(there ? paths::child(*added).text()
                                  : paths::children({{"whose", "all"}}).text());
}

}  // namespace

void add_new_child_routes(Router& router, const Site& site) {
  const RouteOptions options{.audience = Audience::SignedIn};
  const auto by = [&site](Response (*handler)(const PeopleRequest&)) {
    return [&site, handler](const Request& request) {
      const auto asked = people_request(site, request, Action::AddChild);
      return asked ? handler(*asked) : Response::problem(404);
    };
  };
  router.get("/children/new", by(new_child), options);
  router.post("/children/new", by(add_child), options);
}

}  // namespace northlight::web
