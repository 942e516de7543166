#include "html/button.hpp"
#include "html/error_summary.hpp"
#include "html/summary_list.hpp"
#include "html/textarea.hpp"
#include "web/child_paths.hpp"
#include "web/views/record_parts.hpp"

namespace northlight::web::views {
namespace {

using namespace html;

Html what_was_asked(const AskedModel& model) {
  SummaryList list;
  list.rows.push_back({.key = "Asked for", .value = model.asked.what.reveal()});
  list.rows.push_back({.key = "Who does it", .value = name_of(model.names, model.asked.owner)});
  if (model.asked.due_on) list.rows.push_back({.key = "By", .value = words(*model.asked.due_on)});
  return summary_list(list);
}

Html link_to(const Url& href, const char* words_shown) {
  return element("a", {{"class", "govuk-link"}, {"href", href}}, words_shown);
}

Html answer_form(const AskedModel& model) {
  const auto& id = model.record.head.id;
  return element(
      "form",
      {{"method", "post"},
       {"action", paths::record_asked(model.place.file, id, model.asked.id)},
       {"novalidate", true}},
      form_token(model.place.form_token),
      textarea({.name = "words",
                .label = {.text = "What was done?", .classes = "govuk-label--s"},
                .hint = {.text = "It is kept with version " +
                                 std::to_string(model.record.head.last_version) +
                                 " of the record, and is not changed afterwards."},
                .error = {.text = model.error},
                .value = model.typed,
                .rows = 4,
                .autocomplete = "off"}),
      element("div", {{"class", "govuk-button-group"}}, button({.text = "Keep the answer"}),
              link_to(paths::record(model.place.file, id), "Back to the record")));
}

/// The answer names the version that holds what was changed: there is none yet.
Html save_first(const AskedModel& model) {
  const auto& id = model.record.head.id;
  return element("p", {{"class", "govuk-body"}},
                 "Nothing has been saved in the record since this was asked for. Write what "
                 "changed and save it; then say here what was done.") +
         element("div", {{"class", "govuk-button-group"}},
                 button({.text = "Write", .href = paths::record_edit(model.place.file, id)}),
                 link_to(paths::record(model.place.file, id), "Back to the record"));
}

}  // namespace

Html asked_page(const Shell& shell, const AskedModel& model) {
  Html main;
  if (!model.error.empty())
    main += error_summary({.errors = {{.text = model.error, .href = Url("#words")}}});
  main += file_bar(model.place);
  main += element("h1", {{"class", "govuk-heading-l"}}, "Say what was done");
  main += what_was_asked(model);
  main += model.record.head.last_version > model.asked.n ? answer_form(model) : save_first(model);
  auto head = head_of(model.place, "Say what was done");
  head.breadcrumbs.push_back({.text = model.record.form->title,
                              .address = paths::record(model.place.file, model.record.head.id)});
  head.has_errors = !model.error.empty();
  return page(shell, head, main);
}

}  // namespace northlight::web::views
