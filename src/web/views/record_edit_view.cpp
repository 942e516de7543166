#include "html/button.hpp"
#include "html/notification_banner.hpp"
#include "web/child_paths.hpp"
#include "web/views/record_fields.hpp"
#include "web/views/record_parts.hpp"

namespace northlight::web::views {
namespace {

using namespace html;

std::map<forms::FieldCode, std::vector<RowChoice>> choices(const RecordEdit& model) {
  std::map<forms::FieldCode, std::vector<RowChoice>> out;
  const auto& form = *model.record.form;
  const auto own = row_names(form, model.answers);
  const auto add = [&](const forms::Field& field) {
    if (!field.refers_to) return;
    auto& list = out[field.code];
    if (!field.refers_to->form) {
      for (const auto& row : model.answers.rows(field.refers_to->group))
        list.push_back({row.id.text(), own.at(row.id.text())});
      return;
    }
    for (const auto& row : model.record.referable)
      if (row.group == field.refers_to->group)
        list.push_back(
            {reference_value({.record = row.record, .row = row.row}), row.label.reveal()});
  };
  for (const auto& section : form.sections) {
    for (const auto& field : section.fields) add(field);
    for (const auto& group : section.groups)
      for (const auto& field : group.fields) add(field);
  }
  return out;
}

/// By the field that refers: the records of which nothing can be shown there.
std::map<forms::FieldCode, std::vector<std::string>> unshown(const RecordEdit& model) {
  std::map<forms::FieldCode, std::vector<std::string>> out;
  each_field(*model.record.form, [&](const forms::Field& field) {
    if (!field.refers_to || !field.refers_to->form) return;
    for (const auto& one : model.record.unshown)
      if (one.form == *field.refers_to->form && one.group == field.refers_to->group)
        out[field.code].push_back(one.title);
  });
  return out;
}

Html buttons(const forms::Form& form) {
  if (form.quick)
    return element("div", {{"class", "govuk-button-group"}},
                   button({.text = "Save", .name = "do", .value = "sign"}));
  return element("div", {{"class", "govuk-button-group"}},
                 button({.text = "Save", .name = "do", .value = "save"}),
                 button({.text = "Save and sign",
                         .name = "do",
                         .value = "sign",
                         .classes = "govuk-button--secondary"}));
}

}  // namespace

Html record_edit_page(const Shell& shell, const RecordEdit& model) {
  const auto& record = model.record;
  const auto& form = *record.form;
  const RecordFields fields{.form = form,
                            .answers = model.answers,
                            .errors = model.errors,
                            .choices = choices(model),
                            .unshown = unshown(model),
                            .unshown_rows = unshown_row_names(record, model.answers)};
  Html main = record_errors(fields);
  main += file_bar(model.place);
  if (!model.notice.empty())
    main += notification_banner(
        {.content = element("p", {{"class", "govuk-notification-banner__heading"}}, model.notice)});
  main += element("h1", {{"class", "govuk-heading-l"}}, form.title);
  main += element("p", {{"class", "govuk-body"}}, form.summary);
  const auto number = [](const char* name, std::string value) {
    return element("input", {{"type", "hidden"}, {"name", name}, {"value", value}});
  };
  // What a script needs to save as people type; without it the buttons below do
  // all.
  main += element("form",
                  {{"method", "post"},
                   {"action", paths::record_edit(model.place.file, record.head.id)},
                   {"enctype", "multipart/form-data"},
                   {"novalidate", true},
                   {"autocomplete", "off"},
                   {"class", "nl-record"},
                   {"data-autosave", paths::record_draft(model.place.file, record.head.id).text()},
                   {"data-key", paths::draft_key().text()},
                   {"data-record", record.head.id.text()},
                   {"data-writer", model.writer.text()}},
                  form_token(model.place.form_token),
                  number("seen", std::to_string(record.draft.seq)), number("page", model.page),
                  element("div", {{"class", "nl-others govuk-inset-text"},
                                  {"data-others", true},
                                  {"role", "status"},
                                  {"hidden", true}}),
                  record_fields(fields),
                  element("p", {{"class", "govuk-body nl-saved"},
                                {"data-saved", true},
                                {"role", "status"},
                                {"aria-live", "polite"}}),
                  buttons(form));
  auto head = head_of(model.place, form.title);
  head.has_errors = !model.errors.empty();
  return page(shell, head, main);
}

}  // namespace northlight::web::views
