#include "web/views/record_fields.hpp"

#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "html/button.hpp"
#include "html/error_summary.hpp"
#include "html/fieldset.hpp"
#include "html/inset_text.hpp"
#include "web/views/field_control.hpp"

namespace northlight::web::views {
namespace {

using namespace html;
using forms::FieldPath;

std::string label_of(const forms::Form& form, const forms::FieldCode& code) {
  if (const auto* field = form.find_field(code)) return field->label;
  for (const auto& section : form.sections)
    for (const auto& group : section.groups)
      if (const auto* field = group.find(code)) return field->label;
  return code.text();
}

std::string answer_label(const forms::Form& form, const forms::FieldCode& code,
                         std::string_view is) {
  if (is == "yes") return "yes";
  if (is == "no") return "no";
  const forms::Field* field = form.find_field(code);
  for (const auto& section : form.sections)
    for (const auto& group : section.groups)
      if (field == nullptr) field = group.find(code);
  const auto* option = field == nullptr ? nullptr : field->find_option(is);
  return option == nullptr ? std::string(is) : option->label;
}

/// When a question is asked, in words: for whoever has no script, which hides
/// it otherwise.
std::string condition_words(const forms::Form& form, const forms::Condition& condition) {
  std::vector<std::string> answers;
  for (const auto& is : condition.is)
    answers.push_back("“" + answer_label(form, condition.field, is) + "”");
  return "Only if the answer to “" + label_of(form, condition.field) + "” is " +
         list_in_words(answers, "or") + ".";
}

/// What a script must know to show a question only when it is asked.
Attributes conditions(const std::optional<forms::Condition>& condition, std::string_view in_row) {
  Attributes attributes;
  if (!condition) return attributes;
  attributes.add({"data-shown-when", condition->field.text()});
  attributes.add({"data-shown-is", join(condition->is, " ")});
  if (!in_row.empty()) attributes.add({"data-shown-row", in_row});
  return attributes;
}

/// What may be chosen, and what was chosen of a record that cannot be shown now.
std::vector<RowChoice> choices_at(const RecordFields& model, const forms::Field& field,
                                  const forms::Answer* answer) {
  std::vector<RowChoice> choices;
  if (const auto at = model.choices.find(field.code); at != model.choices.end())
    choices = at->second;
  if (const auto* chosen = answer == nullptr ? nullptr : std::get_if<forms::RowReference>(answer))
    if (const auto at = model.unshown_rows.find(reference_value(*chosen));
        at != model.unshown_rows.end())
      choices.push_back({at->first, at->second});
  return choices;
}

Html unshown_records(const std::vector<std::string>& titles) {
  Html out;
  for (const auto& title : titles)
    out += inset_text({.text = "Nothing of “" + title +
                               "” can be shown or chosen here now: it is not what was recorded, "
                               "for somebody changed it in the database, past this service. What "
                               "was chosen before is kept. Tell your manager and whoever looks "
                               "after the system."});
  return out;
}

Html field_part(const RecordFields& model, const forms::Field& field, const FieldPath& path) {
  const auto name = path.text();
  const auto row = path.row ? path.field.text() + "/" + path.row->text() : std::string();
  Attributes attributes{
      {"class", "nl-field"}, {"data-field", name}, {"data-kind", forms::code(field.kind)}};
  attributes.add(conditions(field.shown_when, row));
  const auto* error = model.error_at(name);
  const auto* answer = forms::find(model.answers, path);
  const auto choices = choices_at(model, field, answer);
  const auto unshown = model.unshown.find(field.code);
  Html out;
  if (field.shown_when)
    out += element("p", {{"class", "govuk-hint nl-condition"}},
                   condition_words(model.form, *field.shown_when));
  if (unshown != model.unshown.end()) out += unshown_records(unshown->second);
  out += field_control({.field = field,
                        .name = name,
                        .answer = answer,
                        .error = error == nullptr ? std::string() : error->message,
                        .choices = choices,
                        .unshown = unshown != model.unshown.end()});
  return element("div", attributes, out);
}

Html row_part(const RecordFields& model, const forms::Group& group, const forms::Row& row,
              std::size_t number) {
  const auto called = group.row_label + " " + std::to_string(number);
  const auto path = group.code.text() + "/" + row.id.text();
  Html out;
  out += element(
      "input",
      {{"type", "hidden"}, {"name", "rows:" + group.code.text()}, {"value", row.id.text()}});
  for (const auto& field : group.fields)
    out += field_part(model, field, {group.code, row.id, field.code});
  out += button({.text = all(text("Remove "), text(lower(called))),
                 .name = "remove",
                 .value = path,
                 .classes = "govuk-button--secondary nl-row__remove",
                 .attributes = {{"formnovalidate", true}}});
  return element("div", {{"class", "nl-row"}, {"id", control_id(path)}, {"data-row", path}},
                 fieldset({.legend = {.text = called, .classes = "govuk-fieldset__legend--s"},
                           .content = out}));
}

Html group_part(const RecordFields& model, const forms::Group& group) {
  const auto name = group.code.text();
  Html out = element("h3", {{"class", "govuk-heading-s"}, {"id", control_id(name)}}, group.label);
  if (group.shown_when)
    out += element("p", {{"class", "govuk-hint nl-condition"}},
                   condition_words(model.form, *group.shown_when));
  if (!group.hint.empty()) out += element("p", {{"class", "govuk-hint"}}, group.hint);
  if (const auto* error = model.error_at(name))
    out +=
        element("p", {{"class", "govuk-error-message"}},
                element("span", {{"class", "govuk-visually-hidden"}}, "Error: "), error->message);
  std::size_t number = 0;
  for (const auto& row : model.answers.rows(group.code))
    out += row_part(model, group, row, ++number);
  if (number == 0) out += element("p", {{"class", "govuk-body"}}, "None is written down yet.");
  out += button(
      {.text = all(text(number == 0 ? "Add " : "Add another "), text(lower(group.row_label))),
       .name = "add",
       .value = name,
       .classes = "govuk-button--secondary",
       .attributes = {{"formnovalidate", true}}});
  Attributes attributes{{"class", "nl-group"}, {"data-group", name}};
  attributes.add(conditions(group.shown_when, {}));
  return element("div", attributes, out);
}

}  // namespace

const Error* RecordFields::error_at(std::string_view path) const {
  const auto at = std::ranges::find(errors, path, &Error::where);
  return at == errors.end() ? nullptr : &*at;
}

std::string control_id(std::string_view path) {
  return "f-" + replace_all(std::string(path), "/", "-");
}

std::string reference_value(const forms::RowReference& reference) {
  return (reference.record ? reference.record->text() + "/" : std::string()) + reference.row.text();
}

Html record_fields(const RecordFields& model) {
  Html out;
  for (const auto& section : model.form.sections) {
    Html part = element("h2", {{"class", "govuk-heading-m"}}, section.title);
    if (!section.hint.empty()) part += element("p", {{"class", "govuk-hint"}}, section.hint);
    for (const auto& field : section.fields)
      part += field_part(model, field, {.field = field.code});
    for (const auto& group : section.groups) part += group_part(model, group);
    out += element("section", {{"class", "nl-form-section"}}, part);
  }
  return out;
}

/// "How? Choose one option.": away from its question, an error says which it is about.
std::string error_words(const RecordFields& model, const Error& error) {
  const auto code = std::string_view(error.where).substr(error.where.rfind('/') + 1);
  std::string label;
  forms::each_field(model.form, [&](const forms::Field& field) {
    if (field.code.text() == code) label = field.label;
  });
  if (label.empty()) return error.message;
  return label + (label.ends_with('?') ? " " : ": ") + error.message;
}

Html record_errors(const RecordFields& model) {
  if (model.errors.empty()) return {};
  ErrorSummary summary;
  for (const auto& error : model.errors)
    summary.errors.push_back(
        {.text = error_words(model, error), .href = Url("#" + control_id(error.where))});
  return error_summary(summary);
}

}  // namespace northlight::web::views
