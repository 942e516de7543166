#include "web/pages/people_changes.hpp"

#include <algorithm>

#include "web/pages/show.hpp"
#include "web/paths.hpp"

namespace northlight::web {
namespace {

using views::Wrong;

Response back_to(const casework::PersonPage& page, std::string done) {
  return Response::redirect(
      paths::person(page.person.id.text(), {{"done", std::move(done)}}).text());
}

int status_of(const Wrong& wrong) { return wrong.empty() ? 200 : unprocessable; }

/// Where a first or another role is to be held, as typed.
Result<accounts::NewRole> role_typed(const PeopleRequest& asked, const views::RoleForm& form) {
  if (form.role.empty()) return Error{ErrorCode::Invalid, "Choose a role", "role"};
  NL_TRY(from, day_of(form.from, "from"));
  accounts::NewRole role{
      .role = form.role, .organisation = asked.organisation, .team = {}, .from = from};
  if (form.team.empty()) return role;
  const auto team = domain::TeamId::parse(form.team);
  if (!team) return Error{ErrorCode::Invalid, "Choose a team of the organisation", "team"};
  role.team = *team;
  return role;
}

views::RoleForm typed_role(const PeopleRequest& asked, casework::Workplace workplace) {
  const auto& form = asked.request.form;
  return {.workplace = std::move(workplace),
          .person = {},
          .name = form.text("name"),
          .sign_in_name = form.text("sign_in_name"),
          .role = form.text("role"),
          .team = form.text("team"),
          .from = typed_day(form, "from")};
}

Response show_role_form(const PeopleRequest& asked, const views::RoleForm& form) {
  return show_to_visitor(views::role_form_page(asked.shell(), asked.frame(), form),
                         status_of(form.wrong));
}

/// What the forms offer, for whoever may use them.
Result<casework::Workplace> workplace_for(const PeopleRequest& asked, domain::Action action) {
  return casework::open_workplace(asked.gate(), asked.asker(), asked.organisation, action);
}

Response show_link(const PeopleRequest& asked, domain::PersonId person, std::string name,
                   const std::string& link, bool is_new) {
  return show_to_visitor(views::set_up_link_page(
      asked.shell(), asked.frame(),
      {.person = person,
       .name = std::move(name),
       .address = address_to_hand_on(asked.site, asked.request, paths::set_up(link)),
       .is_new = is_new}));
}

views::LastDayForm last_day_form(const casework::PersonPage& page,
                                 std::optional<store::RoleRow> role) {
  views::LastDayForm form{.person = page.person, .role = std::move(role), .cases = page.cases};
  if (!form.role) return form;
  const auto team = page.workplace.team_name(form.role->team);
  form.place = (team.empty() ? "" : team + ", ") + page.workplace.organisation.name;
  return form;
}

Response show_last_day(const PeopleRequest& asked, const views::LastDayForm& form) {
  return show_to_visitor(views::last_day_page(asked.shell(), asked.frame(), form),
                         status_of(form.wrong));
}

/// The role of the address, among those of the person.
Result<store::RoleRow> role_in(const PeopleRequest& asked, const casework::PersonPage& page) {
  NL_TRY(id, asked.request.parameters.id<store::RoleHeldId>("role"));
  const auto found = std::ranges::find(page.roles, id, &store::RoleRow::id);
  if (found == page.roles.end()) return Error{ErrorCode::NotFound, "There is no such role."};
  return *found;
}

/// Whoever arranges it is not offered: nobody lends themself what another sees.
views::CoverForm cover_form(const PeopleRequest& asked, casework::PersonPage page) {
  std::erase_if(page.colleagues,
                [&](const store::Person& one) { return one.id == asked.asker().person; });
  return {.absent = std::move(page.person), .colleagues = std::move(page.colleagues)};
}

Response show_move_form(const PeopleRequest& asked, const views::MoveForm& form) {
  return show_to_visitor(views::move_team_page(asked.shell(), asked.frame(), form),
                         status_of(form.wrong));
}

Status move(const PeopleRequest& asked, const views::MoveForm& form) {
  const auto team = domain::TeamId::parse(form.team);
  if (!team) return Error{ErrorCode::Invalid, "Choose the team that they move to", "team"};
  NL_TRY(from, day_of(form.from, "from"));
  if (form.cases != "go" && form.cases != "stay")
    return Error{ErrorCode::Invalid, "Choose what happens to their cases", "cases"};
  return casework::move_team(
      asked.gate(), asked.asker(), {asked.organisation, form.person.id, form.role.id},
      {*team, from, form.cases == "go" ? accounts::Cases::GoAlong : accounts::Cases::Stay});
}

Response show_cover_form(const PeopleRequest& asked, const views::CoverForm& form) {
  return show_to_visitor(views::cover_page(asked.shell(), asked.frame(), form),
                         status_of(form.wrong));
}

Status arrange(const PeopleRequest& asked, const views::CoverForm& form) {
  const auto covering = domain::PersonId::parse(form.covering);
  if (!covering) return Error{ErrorCode::Invalid, "Choose who covers", "covering"};
  NL_TRY(from, day_of(form.from, "from"));
  NL_TRY(until, day_of(form.until, "until"));
  if (from < platform::day_in_london(asked.asker().at))
    return Error{ErrorCode::Invalid, "Enter today or a day to come: cover lends nothing back",
                 "from"};
  // From now on where it begins today.
  const auto begins = std::max(platform::start_of_day_in_london(from), asked.asker().at);
  return casework::arrange_cover(asked.gate(), asked.asker(),
                                 {.absent = form.absent.id,
                                  .covering = *covering,
                                  .organisation = asked.organisation,
                                  .from = begins,
                                  .until = platform::start_of_day_in_london(add_days(until, 1))},
                                 form.reason);
}

}  // namespace

Response show_new_person(const PeopleRequest& asked) {
  auto workplace = workplace_for(asked, domain::Action::ManagePeople);
  if (!workplace) return refused(workplace.error(), asked.request);
  return show_role_form(
      asked, {.workplace = *std::move(workplace), .from = views::TypedDay::of(asked.today())});
}

Response add_person(const PeopleRequest& asked) {
  auto workplace = workplace_for(asked, domain::Action::ManagePeople);
  if (!workplace) return refused(workplace.error(), asked.request);
  auto form = typed_role(asked, *std::move(workplace));
  const auto add = [&]() -> Result<casework::Joined> {
    if (form.name.empty()) return Error{ErrorCode::Invalid, "Enter their full name", "name"};
    NL_TRY(role, role_typed(asked, form));
    return casework::add_person(asked.gate(), asked.site.people->keys, asked.asker(),
                                {form.name, form.sign_in_name, std::move(role)});
  };
  const auto joined = add();
  if (joined) return show_link(asked, joined->person, form.name, joined->set_up_link, true);
  const auto wrong = wrong_of(joined.error());
  if (!wrong) return refused(joined.error(), asked.request);
  form.wrong = *wrong;
  return show_role_form(asked, form);
}

Response show_new_role(const PeopleRequest& asked) {
  auto page = person_in(asked);
  if (!page) return refused(page.error(), asked.request);
  return show_role_form(asked, {.workplace = std::move(page->workplace),
                                .person = std::move(page->person),
                                .from = views::TypedDay::of(asked.today())});
}

Response give_role(const PeopleRequest& asked) {
  auto page = person_in(asked);
  if (!page) return refused(page.error(), asked.request);
  auto form = typed_role(asked, page->workplace);
  form.person = page->person;
  const auto give = [&]() -> Status {
    NL_TRY(role, role_typed(asked, form));
    return casework::give_role(asked.gate(), asked.asker(), page->person.id, role);
  };
  const auto given = give();
  if (given) return back_to(*page, "role");
  const auto wrong = wrong_of(given.error());
  if (!wrong) return refused(given.error(), asked.request);
  form.wrong = *wrong;
  return show_role_form(asked, form);
}

Response show_role_end(const PeopleRequest& asked) {
  const auto page = person_in(asked);
  if (!page) return refused(page.error(), asked.request);
  const auto role = role_in(asked, *page);
  if (!role) return refused(role.error(), asked.request);
  auto form = last_day_form(*page, *role);
  form.last_day = views::TypedDay::of(role->until.value_or(asked.today()));
  return show_last_day(asked, form);
}

Response end_role(const PeopleRequest& asked) {
  const auto page = person_in(asked);
  if (!page) return refused(page.error(), asked.request);
  const auto role = role_in(asked, *page);
  if (!role) return refused(role.error(), asked.request);
  auto form = last_day_form(*page, *role);
  form.last_day = typed_day(asked.request.form, "last_day");
  const auto end = [&]() -> Status {
    NL_TRY(last_day, day_of(form.last_day, "last_day"));
    return casework::end_role(asked.gate(), asked.asker(),
                              {asked.organisation, page->person.id, role->id}, last_day);
  };
  const auto ended = end();
  if (ended) return back_to(*page, "role-end");
  const auto wrong = wrong_of(ended.error());
  if (!wrong) return refused(ended.error(), asked.request);
  form.wrong = *wrong;
  return show_last_day(asked, form);
}

Response show_move(const PeopleRequest& asked) {
  auto page = person_in(asked);
  if (!page) return refused(page.error(), asked.request);
  auto role = role_in(asked, *page);
  if (!role) return refused(role.error(), asked.request);
  return show_move_form(asked, {.workplace = std::move(page->workplace),
                                .person = std::move(page->person),
                                .role = *std::move(role),
                                .from = views::TypedDay::of(asked.today())});
}

Response move_team(const PeopleRequest& asked) {
  auto page = person_in(asked);
  if (!page) return refused(page.error(), asked.request);
  auto role = role_in(asked, *page);
  if (!role) return refused(role.error(), asked.request);
  const auto& sent = asked.request.form;
  views::MoveForm form{.workplace = page->workplace,
                       .person = page->person,
                       .role = *std::move(role),
                       .team = sent.text("team"),
                       .cases = sent.text("cases"),
                       .from = typed_day(sent, "from")};
  const auto moved = move(asked, form);
  if (moved) return back_to(*page, "team");
  const auto wrong = wrong_of(moved.error());
  if (!wrong) return refused(moved.error(), asked.request);
  form.wrong = *wrong;
  return show_move_form(asked, form);
}

Response show_leave(const PeopleRequest& asked) {
  const auto page = person_in(asked);
  if (!page) return refused(page.error(), asked.request);
  auto form = last_day_form(*page, {});
  form.last_day = views::TypedDay::of(asked.today());
  return show_last_day(asked, form);
}

Response leave(const PeopleRequest& asked) {
  const auto page = person_in(asked);
  if (!page) return refused(page.error(), asked.request);
  auto form = last_day_form(*page, {});
  form.last_day = typed_day(asked.request.form, "last_day");
  const auto last_day = day_of(form.last_day, "last_day");
  auto left = last_day ? casework::leave(asked.gate(), asked.asker(), asked.organisation,
                                         page->person.id, *last_day)
                       : Result<accounts::LeftBehind>(last_day.error());
  if (left)
    return show_to_visitor(views::left_page(asked.shell(), asked.frame(),
                                            {.person = page->person,
                                             .last_day = *last_day,
                                             .to_allocate = left->to_allocate.size(),
                                             .named_alone = left->named_alone.size()}));
  const auto wrong = wrong_of(left.error());
  if (!wrong) return refused(left.error(), asked.request);
  form.wrong = *wrong;
  return show_last_day(asked, form);
}

Response show_cover(const PeopleRequest& asked) {
  auto page = person_in(asked);
  if (!page) return refused(page.error(), asked.request);
  return show_cover_form(asked, cover_form(asked, *std::move(page)));
}

Response arrange_cover(const PeopleRequest& asked) {
  auto page = person_in(asked);
  if (!page) return refused(page.error(), asked.request);
  auto form = cover_form(asked, *page);
  form.covering = asked.request.form.text("covering");
  form.reason = asked.request.form.text("reason");
  form.from = typed_day(asked.request.form, "from");
  form.until = typed_day(asked.request.form, "until");
  const auto arranged = arrange(asked, form);
  if (arranged) return back_to(*page, "cover");
  const auto wrong = wrong_of(arranged.error());
  if (!wrong) return refused(arranged.error(), asked.request);
  form.wrong = *wrong;
  return show_cover_form(asked, form);
}

Response end_cover(const PeopleRequest& asked) {
  const auto page = person_in(asked);
  if (!page) return refused(page.error(), asked.request);
  const auto cover = asked.request.parameters.id<store::CoverId>("cover");
  if (!cover) return refused(cover.error(), asked.request);
  const auto ended = casework::end_cover(asked.gate(), asked.asker(), asked.organisation, *cover);
  if (!ended) return refused(ended.error(), asked.request);
  return back_to(*page, "cover-end");
}

Response new_set_up_link(const PeopleRequest& asked) {
  const auto page = person_in(asked);
  if (!page) return refused(page.error(), asked.request);
  const auto link = casework::new_set_up_link(asked.gate(), asked.site.people->keys, asked.asker(),
                                              asked.organisation, page->person.id);
  if (!link) return refused(link.error(), asked.request);
  return show_link(asked, page->person.id, page->person.name, *link, false);
}

Response show_reset(const PeopleRequest& asked) {
  const auto page = person_in(asked);
  if (!page) return refused(page.error(), asked.request);
  return show_to_visitor(views::reset_factor_page(asked.shell(), asked.frame(), page->person));
}

Response reset_factor(const PeopleRequest& asked) {
  const auto page = person_in(asked);
  if (!page) return refused(page.error(), asked.request);
  const auto reset = casework::reset_second_factor(asked.gate(), asked.asker(), asked.organisation,
                                                   page->person.id);
  if (!reset) return refused(reset.error(), asked.request);
  return back_to(*page, "factor");
}

Response show_teams(const PeopleRequest& asked) {
  auto workplace = workplace_for(asked, domain::Action::SeePeople);
  if (!workplace) return refused(workplace.error(), asked.request);
  return show_to_visitor(
      views::teams_page(asked.shell(), asked.frame(), {.workplace = *std::move(workplace)}));
}

Response add_team(const PeopleRequest& asked) {
  const auto name = asked.request.form.text("name");
  const auto added = casework::add_team(asked.gate(), asked.asker(), asked.organisation, name);
  if (added) return Response::redirect(paths::teams().text());
  const auto wrong = wrong_of(added.error());
  if (!wrong) return refused(added.error(), asked.request);
  auto workplace = workplace_for(asked, domain::Action::SeePeople);
  if (!workplace) return refused(workplace.error(), asked.request);
  return show_to_visitor(
      views::teams_page(asked.shell(), asked.frame(), {*std::move(workplace), name, *wrong}),
      unprocessable);
}

namespace {

/// The team of the address, for whoever may rename it.
Result<store::Team> team_in(const PeopleRequest& asked) {
  NL_TRY(id, asked.request.parameters.id<domain::TeamId>("team"));
  NL_TRY(workplace, workplace_for(asked, domain::Action::ManagePeople));
  const auto found = std::ranges::find(workplace.teams, id, &store::Team::id);
  if (found == workplace.teams.end()) return Error{ErrorCode::NotFound, "There is no such team."};
  return *found;
}

Response show_name_form(const PeopleRequest& asked, const views::TeamNameForm& form) {
  return show_to_visitor(views::team_name_page(asked.shell(), asked.frame(), form),
                         status_of(form.wrong));
}

}  // namespace

Response show_team_name(const PeopleRequest& asked) {
  const auto team = team_in(asked);
  if (!team) return refused(team.error(), asked.request);
  return show_name_form(asked, {.team = *team, .name = team->name});
}

Response rename_team(const PeopleRequest& asked) {
  const auto team = team_in(asked);
  if (!team) return refused(team.error(), asked.request);
  const auto name = asked.request.form.text("name");
  const auto renamed =
      casework::rename_team(asked.gate(), asked.asker(), asked.organisation, team->id, name);
  if (renamed) return Response::redirect(paths::teams().text());
  const auto wrong = wrong_of(renamed.error());
  if (!wrong) return refused(renamed.error(), asked.request);
  return show_name_form(asked, {*team, name, *wrong});
}

}  // namespace northlight::web
