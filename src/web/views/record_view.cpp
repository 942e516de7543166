#include "web/views/record_view.hpp"

#include "html/button.hpp"
#include "html/identity_bar.hpp"
#include "html/inset_text.hpp"
#include "html/notification_banner.hpp"
#include "html/table.hpp"
#include "html/tag.hpp"
#include "web/child_paths.hpp"
#include "web/views/record_parts.hpp"

namespace northlight::web::views {
namespace {

using namespace html;

Html what_now(const RecordModel& model) {
  const auto& record = model.record;
  const auto& head = record.head;
  Html out;
  if (head.has_draft())
    out += inset_text({.text = "Something was written since the last version and is not saved as "
                               "one yet. It is shown below."});
  if (!record.clashes.empty())
    out += inset_text(
        {.text = all(text("Two people wrote in the same place. Both texts are kept. "),
                     element("a",
                             {{"class", "govuk-link"},
                              {"href", paths::record_clashes(model.place.file, head.id)}},
                             "Settle what stands"))});
  out += element(
      "div", {{"class", "govuk-button-group"}},
      button({.text = head.last_version == 0 && !head.has_draft() ? "Begin writing" : "Write",
              .href = paths::record_edit(model.place.file, head.id)}));
  return out;
}

Html asked(const RecordModel& model) {
  Html rows;
  for (const auto& one : model.record.asked)
    if (one.open())
      rows += element("li", {}, one.what.reveal(),
                      element("span", {{"class", "nl-quiet nl-block"}},
                              "For " + name_of(model.names, one.owner) +
                                  (one.due_on ? ", by " + words(*one.due_on) : std::string())));
  if (rows.empty()) return {};
  return element("h2", {{"class", "govuk-heading-m"}}, "Still to be done") +
         element("ul", {{"class", "govuk-list govuk-list--bullet"}}, rows);
}

/// Standing behind what another wrote, or sending it back.
Html sign_off_form(const RecordModel& model) {
  const auto& record = model.record;
  if (record.form->countersigning == forms::Countersigning::Never || record.versions.empty() ||
      record.versions.back().state != domain::VersionState::Signed ||
      record.versions.back().recorded_by == model.reader)
    return {};
  const auto& last = record.versions.back();
  return element("h2", {{"class", "govuk-heading-m"}}, "Countersign it, or send it back") +
         element("form",
                 {{"method", "post"},
                  {"action", paths::record_sign_off(model.place.file, record.head.id)},
                  {"novalidate", true}},
                 form_token(model.place.form_token),
                 element("input", {{"type", "hidden"}, {"name", "version"}, {"value", last.n}}),
                 words_box("words", "What do you say to its writer?", ""),
                 words_box("ask", "What must be done? (needed to send it back)", ""),
                 element("div", {{"class", "govuk-button-group"}},
                         button({.text = "Countersign", .name = "do", .value = "countersign"}),
                         button({.text = "Send it back",
                                 .name = "do",
                                 .value = "return",
                                 .classes = "govuk-button--secondary"})));
}

}  // namespace

Html record_page(const Shell& shell, const RecordModel& model) {
  const auto& record = model.record;
  Html main = child_bar(model.place);
  if (!model.done.empty())
    main += notification_banner(
        {.content = element("p", {{"class", "govuk-notification-banner__heading"}}, model.done),
         .kind = NotificationKind::Success});
  main += element("h1", {{"class", "govuk-heading-l"}}, record.form->title);
  main += state_line(record, model.names);
  main += what_now(model);
  main += asked(model);
  main += answers_view(*record.form, record.draft.answers, all_row_names(record), model.place.file);
  main += sign_off_form(model);
  main += versions_table(model.place, record, model.names);
  return page(shell, head_of(model.place, record.form->title), main);
}

}  // namespace northlight::web::views
