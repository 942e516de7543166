#include "html/button.hpp"
#include "html/radios.hpp"
#include "html/select.hpp"
#include "web/paths.hpp"
#include "web/views/people_parts.hpp"
#include "web/views/words.hpp"

namespace northlight::web::views {

using namespace html;

Html move_team_page(const Shell& shell, const PeopleFrame& frame, const MoveForm& form) {
  const auto title = "Move " + form.person.name + " to another team";
  std::vector<SelectItem> teams{{.text = "Choose a team", .value = ""}};
  for (const auto& team : form.workplace.teams)
    if (team.id != form.role.team) teams.push_back({.text = team.name, .value = team.id.text()});
  Html main = wrong_summary(form.wrong);
  main += people_heading(title);
  main += paragraph(frame.policy.title(form.role.role) + ", now in " +
                    form.workplace.team_name(form.role.team) +
                    ". From their first day in the other team they see what that team sees, and no "
                    "longer what this one does.");
  main += post_form(paths::person_role_team(form.person.id.text(), form.role.id.text()),
                    frame.form_token);
  main += select({.name = "team",
                  .label = {.text = "To which team?", .classes = "govuk-label--s"},
                  .error = wrong_with(form.wrong, "team"),
                  .items = std::move(teams),
                  .value = form.team});
  main += day_field("from", "First day there", "Today, or a day that has passed", form.from,
                    form.wrong);
  main += radios(
      {.name = "cases",
       .fieldset = {.legend = {.text = "What happens to their cases?",
                               .classes = "govuk-fieldset__legend--s"}},
       .error = wrong_with(form.wrong, "cases"),
       .items = {{.text = "They go along to the other team", .value = "go"},
                 {.text = "They stay in this team, for somebody to take on", .value = "stay"}},
       .value = form.cases});
  main += button({.text = "Move them", .prevent_double_click = true});
  main.close("form");
  return person_form_page(shell, title, form.person, form.wrong, main);
}

}  // namespace northlight::web::views
