#include "base/text.hpp"
#include "html/button.hpp"
#include "html/notification_banner.hpp"
#include "html/table.hpp"
#include "web/paths.hpp"
#include "web/views/file_form_parts.hpp"
#include "web/views/moment_words.hpp"
#include "web/views/sample_parts.hpp"
#include "web/views/words.hpp"

namespace northlight::web::views {
namespace {

using namespace html;

Html fieldwork_page(const Shell& shell, const SampleModel& model, const std::string& title,
                    const Html& content) {
  const auto& sample = model.page.listed.sample;
  Html main;
  if (!model.done.empty())
    main += notification_banner(
        {.content = element("p", {{"class", "govuk-notification-banner__heading"}}, model.done),
         .kind = NotificationKind::Success});
  main += wrong_summary(model.wrong) + page_heading(title);
  main += paragraph(sample.title + ", " + model.page.listed.service) + content;
  return page(shell,
              {.title = title,
               .section = Section::Samples,
               .breadcrumbs = {{"Samples", paths::samples()},
                               {sample.title, paths::sample(sample.id.text())}},
               .has_errors = !model.wrong.empty()},
              in_two_thirds(main));
}

Html take_sight_button(const SampleModel& model, const store::SampleReader& reader) {
  Html form = post_form(paths::sample(model.page.listed.sample.id.text(),
                                      "/inspectors/" + reader.person.text() + "/end"),
                        model.form_token);
  form +=
      button({.text = text("Take sight away") +
                      element("span", {{"class", "govuk-visually-hidden"}}, " from " + reader.name),
              .classes = "govuk-button--secondary govuk-!-margin-bottom-0"});
  form.close("form");
  return form;
}

}  // namespace

Html sample_last_day_page(const Shell& shell, const SampleModel& model) {
  const auto& sample = model.page.listed.sample;
  Html main;
  if (sample.last_day)
    main += paragraph("The last day of the fieldwork is " + words(*sample.last_day) +
                      " now. Inspectors see the cases until the end of it. To end that earlier, "
                      "sign the evidence.");
  main += post_form(paths::sample(sample.id.text(), "/last-day"), model.form_token);
  main += day_field("last_day", "New last day of the fieldwork",
                    words(model.page.latest_last_day) + " at the latest",
                    typed_day(model.typed, "last_day"), model.wrong);
  main += lines_box(model.typed, model.wrong, "reason", "Why does it take longer?",
                    "The service reads it, and it is on the log. Write no name.");
  main += buttons("Save the new day", paths::sample(sample.id.text()), "Go back");
  main.close("form");
  return fieldwork_page(shell, model, "Move the last day", main);
}

Html sample_readers_page(const Shell& shell, const SampleModel& model) {
  const auto& sample = model.page.listed.sample;
  Html main = paragraph(
      "The service reads each change on the page of the sample, and it is on "
      "its log.");
  Table readers{.caption = "Who sees the cases now",
                .caption_classes = "govuk-table__caption--m",
                .head = {{.text = "Name"}, {.text = "Since"}, {.text = "Change"}},
                .first_cell_is_header = true,
                .classes = "nl-cards"};
  for (const auto& one : model.page.readers)
    if (model.page.sees_now(one))
      readers.rows.push_back({{.text = one.name},
                              cell("Since", text(moment_words(one.from))),
                              cell("Change", take_sight_button(model, one))});
  main += readers.rows.empty() ? paragraph("Nobody sees the cases now.") : table(readers);
  main += small_heading("Add somebody");
  if (model.page.team.empty()) {
    main += paragraph("Everybody of the inspectorate who judges cases sees these already.");
    return fieldwork_page(shell, model, "Who sees the cases", main);
  }
  std::vector<SelectItem> team{{.text = "Choose", .value = ""}};
  for (const auto& one : model.page.team)
    team.push_back({.text = one.name + ", " + lower(one.role), .value = one.person.text()});
  main += post_form(paths::sample(sample.id.text(), "/inspectors"), model.form_token);
  main += list_box(model.typed, model.wrong, "inspector", "Who sees the cases from now on?",
                   std::move(team),
                   "They read the whole files of these children until the end of the last day.");
  main += buttons("Add them", paths::sample(sample.id.text()), "Go back");
  main.close("form");
  return fieldwork_page(shell, model, "Who sees the cases", main);
}

}  // namespace northlight::web::views
