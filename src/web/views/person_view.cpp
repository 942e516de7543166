#include "base/text.hpp"
#include "html/button.hpp"
#include "html/inset_text.hpp"
#include "html/notification_banner.hpp"
#include "html/summary_list.hpp"
#include "html/warning_text.hpp"
#include "platform/clock.hpp"
#include "web/paths.hpp"
#include "web/views/cover_view.hpp"
#include "web/views/form_parts.hpp"
#include "web/views/moment_words.hpp"
#include "web/views/people_parts.hpp"
#include "web/views/words.hpp"

namespace northlight::web::views {
namespace {

using namespace html;

Html done_banner(std::string_view done) {
  if (done.empty()) return {};
  return notification_banner(
      {.content = element("p", {{"class", "govuk-notification-banner__heading"}}, done),
       .kind = NotificationKind::Success});
}

bool may_change(const PeopleFrame& frame, const PersonModel& model) {
  return frame.may_manage && !model.is_oneself && !model.page.person.left_on;
}

/// They have given notice, and are here until that day.
bool is_leaving(const PersonModel& model) {
  return model.page.person.left_on && *model.page.person.left_on >= model.today;
}

/// Who vouches for them, since when, and whether they asked for that themselves.
Html accounts_elsewhere(const std::vector<store::ConnectedProvider>& connected) {
  Html out;
  for (const auto& one : connected)
    out += element(
        "div", {},
        one.issuer + ", since " + moment_words(one.at) +
            (one.by == store::ConnectedBy::TheirAccountPage ? ", connected on their account page"
                                                            : ", by their e-mail address"));
  return out;
}

Html facts(const PeopleFrame& frame, const PersonModel& model) {
  const auto& person = model.page.person;
  SummaryList list;
  list.rows.push_back({.key = "Organisation", .value = model.page.workplace.organisation.name});
  list.rows.push_back(
      {.key = "Signs in as", .value = person.sign_in_name.value_or("Cannot sign in")});
  list.rows.push_back({.key = "Joined", .value = words(person.joined_on)});
  if (person.left_on)
    list.rows.push_back(
        {.key = is_leaving(model) ? "Leaves" : "Left", .value = words(*person.left_on)});
  list.rows.push_back(
      {.key = "Cases",
       .value = model.page.cases == 0
                    ? std::string("None are theirs")
                    : counted(static_cast<long long>(model.page.cases), "case", "cases") +
                          (person.left_on ? ": somebody must take them on" : "")});
  list.rows.push_back(
      {.key = "Password", .value = model.page.has_password ? "Set" : "Not set yet"});
  list.rows.push_back({.key = "Second factor",
                       .value = model.page.has_second_factor ? "Set up" : "Not set up yet"});
  if (frame.may_manage && !model.page.connected.empty())
    list.rows.push_back(
        {.key = "Signs in through", .value = accounts_elsewhere(model.page.connected)});
  return summary_list(list);
}

SummaryRow role_row(const PeopleFrame& frame, const PersonModel& model,
                    const store::RoleRow& role) {
  const auto& page = model.page;
  const auto team = page.workplace.team_name(role.team);
  SummaryRow row{.key = frame.policy.title(role.role),
                 .value = all(element("div", {}, team.empty() ? "In the whole organisation" : team),
                              element("div", {}, days_words(role)))};
  const bool goes_on = !role.until || *role.until >= model.today;
  if (goes_on && role.team && may_change(frame, model))
    row.actions.push_back(
        {.text = "Change team",
         .href = paths::person_role_team(page.person.id.text(), role.id.text()),
         .visually_hidden_text = "in the role of " + lower(frame.policy.title(role.role))});
  if (goes_on && may_change(frame, model))
    row.actions.push_back(
        {.text = role.until ? "Change the end" : "End",
         .href = paths::person_role_end(page.person.id.text(), role.id.text()),
         .visually_hidden_text = "the role of " + lower(frame.policy.title(role.role))});
  return row;
}

Html roles(const PeopleFrame& frame, const PersonModel& model) {
  SummaryList list;
  for (const auto& role : model.page.roles) list.rows.push_back(role_row(frame, model, role));
  Html out = section_heading("roles", "Roles");
  out += summary_list(list);
  if (may_change(frame, model))
    out += button({.text = "Give another role",
                   .href = paths::person_role_new(model.page.person.id.text()),
                   .classes = "govuk-button--secondary"});
  return out;
}

Html account(const PeopleFrame& frame, const PersonModel& model) {
  const auto id = model.page.person.id.text();
  if (frame.may_manage && !model.is_oneself && is_leaving(model))
    return section_heading("account", "Leaving") +
           button({.text = "Change the day on which they leave",
                   .href = paths::person_leave(id),
                   .classes = "govuk-button--warning"});
  if (!may_change(frame, model)) return {};
  Html out = section_heading("account", "Signing in and leaving");
  out += post_form(paths::person_set_up_link(id), frame.form_token);
  out += button({.text = "Make a new set-up link", .classes = "govuk-button--secondary"});
  out.close("form");
  out += element("div", {{"class", "govuk-button-group"}},
                 button({.text = "Reset their second factor",
                         .href = paths::person_second_factor(id),
                         .classes = "govuk-button--secondary"}),
                 button({.text = "Record that they leave",
                         .href = paths::person_leave(id),
                         .classes = "govuk-button--warning"}));
  return out;
}

}  // namespace

Html person_page(const Shell& shell, const PeopleFrame& frame, const PersonModel& model) {
  const auto& person = model.page.person;
  Html main = done_banner(model.done);
  main += people_heading(person.name);
  if (model.is_oneself && frame.may_manage)
    main += inset_text({.text = "This is you. Your own roles are for another administrator."});
  main += facts(frame, model);
  if (frame.may_explain)
    main +=
        element("p", {{"class", "govuk-body"}},
                link(paths::person_sight(person.id.text()), "What can this person see, and why?"));
  main += roles(frame, model);
  main += covers_of_person(frame, model);
  main += account(frame, model);
  return page(shell,
              {.title = person.name, .section = Section::People, .breadcrumbs = under_people()},
              in_two_thirds(main));
}

Html last_day_page(const Shell& shell, const PeopleFrame& frame, const LastDayForm& form) {
  const auto id = form.person.id.text();
  const auto title = form.role ? "End a role of " + form.person.name : form.person.name + " leaves";
  Html main = wrong_summary(form.wrong);
  main += people_heading(title);
  if (form.role) {
    main += paragraph(frame.policy.title(form.role->role) + ", " + form.place + ". " +
                      days_words(*form.role) + ".");
  } else {
    main += paragraph(
        "Their roles end on their last day, and with them everything that they can see. What they "
        "signed stays as it is.");
    if (form.cases > 0)
      main += warning_text({.text = counted(static_cast<long long>(form.cases), "case is theirs",
                                            "cases are theirs") +
                                    ". They stay so until somebody takes them on."});
  }
  main += post_form(
      form.role ? paths::person_role_end(id, form.role->id.text()) : paths::person_leave(id),
      frame.form_token);
  main += day_field("last_day", "Last day", "For example, 27 3 2027", form.last_day, form.wrong);
  main += button({.text = form.role ? "End this role" : "Record that they leave",
                  .prevent_double_click = true,
                  .classes = form.role ? "" : "govuk-button--warning"});
  main.close("form");
  return person_form_page(shell, title, form.person, form.wrong, main);
}

Html left_page(const Shell& shell, const PeopleFrame&, const LeftModel& model) {
  const auto title = model.person.name + " leaves on " + words(model.last_day);
  Html main = people_heading(title);
  const auto files = [](std::size_t count) {
    return counted(static_cast<long long>(count), "file", "files");
  };
  if (model.to_allocate == 0 && model.named_alone == 0)
    main += paragraph("They leave nothing behind that somebody must take on.");
  if (model.to_allocate > 0) {
    main += section_heading("allocate", "Somebody must take these on");
    main += paragraph("The cases of " + files(model.to_allocate) +
                      " are theirs still. A practice manager gives them to somebody: the list of "
                      "children shows whose each case is.");
  }
  if (model.named_alone > 0) {
    main += section_heading("named", "Nobody else can open these");
    main += paragraph(files(model.named_alone) +
                      " are restricted, and nobody else is named on them. Whoever restricted them "
                      "must name somebody before the last day.");
  }
  main +=
      button({.text = "Go to " + model.person.name, .href = paths::person(model.person.id.text())});
  return page(shell, {.title = title, .section = Section::People, .breadcrumbs = under_people()},
              in_two_thirds(main));
}

Html reset_factor_page(const Shell& shell, const PeopleFrame& frame, const store::Person& person) {
  const auto title = "Reset the second factor of " + person.name;
  Html main = people_heading(title);
  main += paragraph(
      "Do this when they have lost their authenticator app and their recovery codes. They are "
      "signed out everywhere, and set up another app when they next sign in with their password. "
      "They are told of it on "
      "their account page, and so is a second person.");
  main +=
      warning_text({.text = "Make sure first that it is really they who ask: speak with them."});
  main += post_form(paths::person_second_factor(person.id.text()), frame.form_token);
  main += button({.text = "Reset their second factor",
                  .prevent_double_click = true,
                  .classes = "govuk-button--warning"});
  main.close("form");
  return page(shell,
              {.title = title, .section = Section::People, .breadcrumbs = under_person(person)},
              in_two_thirds(main));
}

}  // namespace northlight::web::views
