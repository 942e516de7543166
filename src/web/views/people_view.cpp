#include "web/views/people_view.hpp"

#include "base/text.hpp"
#include "html/button.hpp"
#include "html/checkboxes.hpp"
#include "html/inset_text.hpp"
#include "html/panel.hpp"
#include "html/table.hpp"
#include "html/tag.hpp"
#include "html/warning_text.hpp"
#include "web/paths.hpp"
#include "web/views/people_parts.hpp"
#include "web/views/words.hpp"

namespace northlight::web::views {
namespace {

using namespace html;

Html filter_form(const PeopleFrame& frame, const PeopleListModel& model) {
  const auto& there = model.list.workplace;
  Html out;
  out.open("form", {{"method", "get"}, {"action", paths::people()}});
  Select team{.name = "team",
              .label = {.text = "Team"},
              .items = team_choices(there, "Every team"),
              .value = model.filter.team ? model.filter.team->text() : ""};
  Select role{.name = "role",
              .label = {.text = "Role"},
              .items = role_choices(frame.policy, there.organisation, "Every role"),
              .value = model.filter.role};
  Checkboxes left{.name = "left", .classes = "govuk-checkboxes--small"};
  left.items.push_back({.text = "With those who have left", .value = "yes"});
  if (model.filter.leavers == store::Leavers::With) left.values = {"yes"};
  out += element("div", {{"class", "govuk-grid-row"}},
                 element("div", {{"class", "govuk-grid-column-one-half"}}, select(team)),
                 element("div", {{"class", "govuk-grid-column-one-half"}}, select(role)));
  out += checkboxes(left);
  out += button({.text = "Show", .classes = "govuk-button--secondary"});
  out.close("form");
  return out;
}

Html role_lines(const PeopleFrame& frame, const casework::Workplace& there,
                const std::vector<store::RoleRow>& roles) {
  if (roles.empty()) return text("None today");
  return each(roles, [&](const store::RoleRow& role) {
    const auto team = there.team_name(role.team);
    return element("div", {}, frame.policy.title(role.role) + (team.empty() ? "" : ", " + team));
  });
}

Html people_table(const PeopleFrame& frame, const casework::PeopleList& list) {
  Table shown{.caption = "Who works in " + list.workplace.organisation.name,
              .caption_classes = "govuk-table__caption--m",
              .head = {{.text = "Name"}, {.text = "Roles"}, {.text = "State"}},
              .first_cell_is_header = true};
  for (const auto& [person, roles] : list.people) {
    auto state = person.left_on
                     ? tag({.text = "Left " + words(*person.left_on), .classes = "govuk-tag--grey"})
                     : text("Works here");
    shown.rows.push_back({{.text = link(paths::person(person.id.text()), person.name)},
                          {.text = role_lines(frame, list.workplace, roles)},
                          {.text = std::move(state)}});
  }
  return element(
      "div",
      {{"class", "nl-scroll"}, {"tabindex", "0"}, {"role", "region"}, {"aria-label", "People"}},
      table(shown));
}

}  // namespace

Html people_page(const Shell& shell, const PeopleFrame& frame, const PeopleListModel& model) {
  const auto count = static_cast<long long>(model.list.people.size());
  Html main = people_heading("People");
  if (frame.may_manage) main += button({.text = "Add a person", .href = paths::person_new()});
  main += filter_form(frame, model);
  main += element("p", {{"class", "govuk-body"}, {"role", "status"}},
                  counted(count, "person", "people"));
  if (count > 0)
    main += people_table(frame, model.list);
  else
    main += paragraph("Nobody is like that. Choose another team or role.");
  main += section_heading("more", "More about people");
  main += element("ul", {{"class", "govuk-list"}},
                  element("li", {}, link(paths::roles(), "What each role may do")),
                  element("li", {}, link(paths::teams(), "Teams")));
  return page(shell, {.title = "People", .section = Section::People}, main);
}

Html role_form_page(const Shell& shell, const PeopleFrame& frame, const RoleForm& form) {
  const bool is_new = !form.person.has_value();
  const auto title = is_new ? std::string("Add a person") : "Give " + form.person->name + " a role";
  Html main = wrong_summary(form.wrong);
  main += people_heading(title);
  main += post_form(is_new ? paths::person_new() : paths::person_role_new(form.person->id.text()),
                    frame.form_token);
  if (is_new) {
    main += input({.name = "name",
                   .label = {.text = "Full name"},
                   .error = wrong_with(form.wrong, "name"),
                   .value = form.name,
                   .autocomplete = "off",
                   .spellcheck = false});
    main += input({.name = "sign_in_name",
                   .label = {.text = "Work e-mail address"},
                   .hint = {.text = "They sign in with it. Nothing is sent to it."},
                   .error = wrong_with(form.wrong, "sign_in_name"),
                   .value = form.sign_in_name,
                   .type = "email",
                   .autocomplete = "off",
                   .spellcheck = false});
  }
  main += select({.name = "role",
                  .label = {.text = "Role"},
                  .hint = {.text = link(paths::roles(), "What each role may do")},
                  .error = wrong_with(form.wrong, "role"),
                  .items = role_choices(frame.policy, form.workplace.organisation, "Choose a role"),
                  .value = form.role});
  main += select({.name = "team",
                  .label = {.text = "Team"},
                  .error = wrong_with(form.wrong, "team"),
                  .items = team_choices(form.workplace, "No team: in the whole organisation"),
                  .value = form.team});
  main += day_field("from", "First day", "For example, 27 3 2027", form.from, form.wrong);
  main +=
      button({.text = is_new ? "Add this person" : "Give this role", .prevent_double_click = true});
  main.close("form");
  return page(shell,
              {.title = title,
               .section = Section::People,
               .breadcrumbs = is_new ? under_people() : under_person(*form.person),
               .has_errors = !form.wrong.empty()},
              element("div", {{"class", "govuk-grid-row"}},
                      element("div", {{"class", "govuk-grid-column-two-thirds"}}, main)));
}

Html set_up_link_page(const Shell& shell, const PeopleFrame&, const SetUpLinkShown& shown) {
  const auto title = shown.is_new ? shown.name + " is added" : "A new link for " + shown.name;
  Html main = people_heading(title);
  main += paragraph(
      "They choose their own password and second factor with this link. Hand it to them "
      "yourself, by a way that is known to be theirs.");
  main += inset_text({.text = element("code", {{"class", "nl-link"}}, shown.address)});
  main +=
      warning_text({.text = "The link is shown this once. It works once, for 3 days; links that "
                            "they were given before do not work any more."});
  main += button({.text = "Go to " + shown.name, .href = paths::person(shown.person.text())});
  return page(shell, {.title = title, .section = Section::People, .breadcrumbs = under_people()},
              element("div", {{"class", "govuk-grid-row"}},
                      element("div", {{"class", "govuk-grid-column-two-thirds"}}, main)));
}

Html team_name_page(const Shell& shell, const PeopleFrame& frame, const TeamNameForm& form) {
  const auto title = "Rename “" + form.team.name + "”";
  Html main = wrong_summary(form.wrong);
  main += people_heading(title);
  main += paragraph(
      "The team keeps its people and its cases. Everything shows the new name from now on, of the "
      "past too; what it was called before is on the log.");
  main += post_form(paths::team_name(form.team.id.text()), frame.form_token);
  main += input({.name = "name",
                 .label = {.text = "Name of the team"},
                 .error = wrong_with(form.wrong, "name"),
                 .value = form.name,
                 .classes = "govuk-!-width-one-half"});
  main += button({.text = "Rename this team", .prevent_double_click = true});
  main.close("form");
  return page(shell,
              {.title = title,
               .section = Section::People,
               .breadcrumbs = {{"People", paths::people()}, {"Teams", paths::teams()}},
               .has_errors = !form.wrong.empty()},
              main);
}

Html teams_page(const Shell& shell, const PeopleFrame& frame, const TeamsModel& model) {
  Html main = wrong_summary(model.wrong);
  main += people_heading("Teams");
  main += paragraph("The teams of " + model.workplace.organisation.name +
                    ". Whoever is in a team sees its cases, as far as their role allows.");
  if (model.workplace.teams.empty()) {
    main += paragraph("There is none yet.");
  } else {
    main.add_raw(R"(<ul class="govuk-list govuk-list--bullet">)");
    for (const auto& team : model.workplace.teams) {
      Html line = link(paths::people({{"team", team.id.text()}}), team.name);
      if (frame.may_manage)
        line += text(" ") +
                element("a", {{"class", "govuk-link"}, {"href", paths::team_name(team.id.text())}},
                        "Rename",
                        element("span", {{"class", "govuk-visually-hidden"}},
                                " the team " + team.name));
      main += element("li", {}, line);
    }
    main.add_raw("</ul>");
  }
  if (frame.may_manage) {
    main += section_heading("add", "Add a team");
    main += post_form(paths::teams(), frame.form_token);
    main += input({.name = "name",
                   .label = {.text = "Name of the team"},
                   .error = wrong_with(model.wrong, "name"),
                   .value = model.name,
                   .classes = "govuk-!-width-one-half"});
    main += button({.text = "Add this team", .prevent_double_click = true});
    main.close("form");
  }
  return page(shell,
              {.title = "Teams",
               .section = Section::People,
               .breadcrumbs = under_people(),
               .has_errors = !model.wrong.empty()},
              main);
}

}  // namespace northlight::web::views
