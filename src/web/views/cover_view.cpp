#include "web/views/cover_view.hpp"

#include "base/text.hpp"
#include "html/button.hpp"
#include "html/textarea.hpp"
#include "web/paths.hpp"
#include "web/views/people_parts.hpp"
#include "web/views/words.hpp"

namespace northlight::web::views {
namespace {

using namespace html;

Html cover_line(const PeopleFrame& frame, const PersonModel& model,
                const casework::NamedCover& one) {
  const auto& [cover, absent, covering] = one;
  Html out =
      paragraph(covering + " covers for " + absent + " from " +
                words(platform::day_in_london(cover.from)) + " " + until_last_day(cover) + ".");
  if (!frame.may_cover) return out;
  out += post_form(paths::person_cover_end(model.page.person.id.text(), cover.id.text()),
                   frame.form_token);
  out += button(
      {.text = all(text("End this cover"), element("span", {{"class", "govuk-visually-hidden"}},
                                                   " of " + covering + " for " + absent)),
       .classes = "govuk-button--secondary"});
  out.close("form");
  return out;
}

}  // namespace

std::string until_last_day(const store::CoverRow& cover) {
  // Midnight belongs to the day before.
  return "until the end of " +
         words(platform::day_in_london(cover.until - std::chrono::milliseconds(1)));
}

Html own_covers_list(const std::vector<casework::NamedCover>& covers, platform::Instant now) {
  Html out;
  for (const auto& one : covers) {
    const auto& [cover, absent, covering] = one;
    const bool begun = cover.from <= now;
    Html line =
        text(absent + (begun ? " " : ", from " + words(platform::day_in_london(cover.from)) + " ") +
             until_last_day(cover) + ". ");
    if (begun)
      line += element(
          "a",
          {{"class", "govuk-link"}, {"href", paths::children({{"lent", cover.absent.text()}})}},
          "See the children that this lends you",
          element("span", {{"class", "govuk-visually-hidden"}}, " for " + absent));
    out += element("div", {}, line);
  }
  return out;
}

Html covers_of_person(const PeopleFrame& frame, const PersonModel& model) {
  Html out = section_heading("cover", "Cover");
  if (model.page.covers.empty()) out += paragraph("Nobody covers for them, and they for nobody.");
  for (const auto& cover : model.page.covers) out += cover_line(frame, model, cover);
  if (frame.may_cover && !model.page.person.left_on)
    out += button({.text = "Arrange cover while they are away",
                   .href = paths::person_cover(model.page.person.id.text()),
                   .classes = "govuk-button--secondary"});
  return out;
}

Html cover_page(const Shell& shell, const PeopleFrame& frame, const CoverForm& form) {
  const auto title = "Cover for " + form.absent.name;
  const auto& name = form.absent.name;
  std::vector<SelectItem> people{{.text = "Choose somebody", .value = ""}};
  for (const auto& person : form.colleagues)
    people.push_back({.text = person.name, .value = person.id.text()});
  Html main = wrong_summary(form.wrong);
  main += people_heading(title);
  main += paragraph("From the first day to the end of the last, and no longer, cover lends:");
  main += element("ul", {{"class", "govuk-list govuk-list--bullet"}},
                  element("li", {}, "the cases of " + name),
                  element("li", {}, "the cases of the teams in which " + name + " holds a role"));
  main += paragraph(
      "Whoever covers may do with them what their own role and that of " + name +
      " both allow, and no more: covering for a manager makes nobody a manager. If they are to "
      "allocate or countersign, an administrator gives them that role for the time. Restricted "
      "files are not lent: somebody is named on each of those.");
  main +=
      paragraph("You cannot choose yourself: ask another person who may arrange cover. It lasts " +
                counted(frame.policy.cover().longest_days, "day", "days") +
                " at most, and is arranged again if they are away for longer. It begins within " +
                counted(frame.policy.cover().days_ahead, "day", "days") +
                ". Both of them, and your own manager, are told of it. It is on the log.");
  main += post_form(paths::person_cover(form.absent.id.text()), frame.form_token);
  main += select({.name = "covering",
                  .label = {.text = "Who covers"},
                  .error = wrong_with(form.wrong, "covering"),
                  .items = std::move(people),
                  .value = form.covering});
  main += day_field("from", "First day", "For example, 27 3 2027", form.from, form.wrong);
  main += day_field("until", "Last day", "For example, 10 4 2027", form.until, form.wrong);
  main += textarea({.name = "reason",
                    .label = {.text = "Why the cover is needed"},
                    .hint = {.text = "For example, annual leave. It stands on the log. Say nothing "
                                     "about anybody’s health."},
                    .error = wrong_with(form.wrong, "reason"),
                    .value = form.reason,
                    .rows = 2});
  main += button({.text = "Arrange this cover", .prevent_double_click = true});
  main.close("form");
  return person_form_page(shell, title, form.absent, form.wrong, main);
}

}  // namespace northlight::web::views
