#include "web/views/victims_view.hpp"

#include "casework/victims.hpp"
#include "html/button.hpp"
#include "html/notification_banner.hpp"
#include "html/pagination.hpp"
#include "html/sub_navigation.hpp"
#include "html/table.hpp"
#include "html/tag.hpp"
#include "web/child_paths.hpp"
#include "web/views/file_form_parts.hpp"
#include "web/views/record_parts.hpp"
#include "web/views/words.hpp"

namespace northlight::web::views {
namespace {

using namespace html;

std::vector<Cell> victim_row(const VictimsList& model, const store::ListedVictim& victim) {
  Html opened;
  Html workers;
  for (const auto& one : model.cases) {
    if (one.file != victim.file) continue;
    opened += element("span", {{"class", "nl-block"}}, words(one.opened_on));
    workers += element("span", {{"class", "nl-block"}},
                       one.worker ? *one.worker : std::string("Nobody yet"),
                       element("span", {{"class", "nl-quiet nl-block"}}, one.team));
  }
  if (opened.empty()) opened = element("span", {{"class", "nl-quiet"}}, "No open case");
  if (workers.empty()) workers = text("–");
  Html marks;
  if (victim.restricted) marks += tag({.text = "Restricted", .classes = "govuk-tag--grey"});
  if (victim.held) marks += tag({.text = "Legal hold", .classes = "govuk-tag--grey"});
  if (!marks.empty()) marks = element("span", {{"class", "nl-block"}}, marks);
  return {
      {.text = element("a", {{"class", "govuk-link"}, {"href", paths::file({victim.file, true})}},
                       victim.reference) +
               marks},
      cell("Work since", opened),
      cell("Who works with them", workers)};
}

Html navigation_among(const VictimsList& model) {
  if (!model.has_cases) return {};
  SubNavigation navigation{.label = "Victims"};
  for (const auto& [whose, said] : {std::pair{Whose::Mine, "My victims"},
                                    {Whose::Team, "My team’s"},
                                    {Whose::All, "All that I may see"}})
    navigation.items.push_back({.text = said,
                                .href = paths::victims({{"whose", std::string(code(whose))}}),
                                .active = whose == model.whose});
  return sub_navigation(navigation);
}

std::string nobody_words(Whose whose) {
  switch (whose) {
    case Whose::Mine:
      return "No victim is allocated to you.";
    case Whose::Team:
      return "No victim is allocated to your team.";
    case Whose::All:
      break;
  }
  return "There is no victim’s file that you may see.";
}

Html reference_box(const Fields& typed, const Wrong& wrong) {
  return line_box(typed, wrong, "reference", "Reference",
                  "For example, V-0042. Lists show it in place of the name, so nobody’s name or "
                  "initials. The name, how to reach them and what they wish to be told are written "
                  "in the file’s records.");
}

/// What stands there, as the form would have sent it.
Fields kept_reference(const casework::CaseFile& file) {
  Fields fields;
  if (file.victim) fields.add("reference", file.victim->reference);
  if (const auto* const first = casework::first_case(file.cases)) {
    const auto day = TypedDay::of(first->opened_on);
    fields.add("opened_on-day", day.day);
    fields.add("opened_on-month", day.month);
    fields.add("opened_on-year", day.year);
  }
  return fields;
}

}  // namespace

Html victims_page(const Shell& shell, const VictimsList& model) {
  Html main;
  if (model.given_away)
    main += notification_banner(
        {.content = element("p", {{"class", "govuk-notification-banner__heading"}},
                            "The case is given to somebody else. You work with that victim no "
                            "longer."),
         .kind = NotificationKind::Success});
  main += element("h1", {{"class", "govuk-heading-l"}}, "Victims");
  if (model.may_add) main += button({.text = "Add a victim", .href = paths::victim_add()});
  main += navigation_among(model);
  if (model.victims.empty()) {
    main += element("p", {{"class", "govuk-body"}}, nobody_words(model.whose));
  } else {
    main += element("p", {{"class", "govuk-body"}},
                    "A list shows references and no names. What somebody is called stands in "
                    "their file.");
    Table table{
        .caption = "By reference",
        .caption_classes = "govuk-visually-hidden",
        .head = {{.text = "Reference"}, {.text = "Work since"}, {.text = "Who works with them"}},
        .first_cell_is_header = true,
        .classes = "nl-cards"};
    for (const auto& one : model.victims) table.rows.push_back(victim_row(model, one));
    main += html::table(table);
  }
  if (model.next)
    main += pagination({.next = {.href = paths::victims({{"whose", std::string(code(model.whose))},
                                                         {"after", model.next->text()}}),
                                 .text = "More victims"}});
  return page(shell, {.title = "Victims", .section = Section::Victims}, main);
}

Html add_victim_page(const Shell& shell, const AddVictimForm& form) {
  Html main = wrong_summary(form.wrong);
  main += element("h1", {{"class", "govuk-heading-l"}}, "Add a victim");
  main += element("p", {{"class", "govuk-body"}},
                  "The file begins with the work of whoever is chosen below. It stands apart from "
                  "every child’s file: those who work with children do not see that there is one.");
  main += in_two_thirds(
      element("form", {{"method", "post"}, {"action", paths::victim_add()}, {"novalidate", true}},
              form_token(form.form_token), reference_box(form.typed, form.wrong),
              opened_box(form.typed, form.wrong),
              worker_boxes(form.typed, form.wrong, form.desk.teams, form.desk.workers),
              buttons("Add the victim", paths::victims(), "Back to victims")));
  return page(shell,
              {.title = "Add a victim",
               .section = Section::Victims,
               .breadcrumbs = {way_to(Section::Victims)},
               .has_errors = !form.wrong.empty()},
              main);
}

Html victim_details_page(const Shell& shell, const FileForm& form) {
  const auto typed = form.typed.empty() ? kept_reference(form.desk.file) : form.typed;
  return form_page(
      shell, form, "Correct the reference or the first day",
      element("p", {{"class", "govuk-body"}},
              "Put a slip of the pen right. The name, how to reach them and what they wish are "
              "corrected in the file’s records.") +
          in_two_thirds(
              element("form",
                      {{"method", "post"},
                       {"action", paths::victim_details(form.place.file)},
                       {"novalidate", true}},
                      form_token(form.place.form_token), reference_box(typed, form.wrong),
                      day_box(typed, form.wrong, "opened_on", "From which day?",
                              "For example, 27 3 2026. The day on which the work with them began."),
                      buttons("Save", paths::file(form.place.file), "Back without saving"))));
}

}  // namespace northlight::web::views
