#include "html/back_link.hpp"
#include "html/button.hpp"
#include "html/error_summary.hpp"
#include "html/radios.hpp"
#include "html/select.hpp"
#include "html/summary_list.hpp"
#include "web/child_paths.hpp"
#include "web/views/moment_words.hpp"
#include "web/views/record_parts.hpp"

namespace northlight::web::views {
namespace {

using namespace html;

Html back(const RecordPlace& place, domain::RecordId record) {
  return back_link({.text = "Back to the record", .href = paths::record(place.file, record)});
}

Html was_and_is(const forms::Field* field, const std::optional<forms::Answer>& answer,
                const RowNames& rows) {
  if (field == nullptr) return text("–");
  if (!answer) return element("span", {{"class", "nl-quiet"}}, "Nothing");
  return answer_words(*field, &*answer, rows);
}

std::string change_title(forms::ChangeKind kind) {
  switch (kind) {
    case forms::ChangeKind::RowAdded:
      return " was added";
    case forms::ChangeKind::RowRemoved:
      return " was removed";
    case forms::ChangeKind::RowMoved:
      return " was moved";
    case forms::ChangeKind::Answered:
      break;
  }
  return {};
}

std::string version_words(const store::VersionHead& head, const Names& names) {
  return "Version " + std::to_string(head.n) + ": " + state_words(head.state) + " on " +
         moment_words(head.recorded_at) + " by " + name_of(names, head.recorded_by);
}

/// Any two versions, whichever is the later.
Html choose_versions(const ComparisonModel& model) {
  if (model.last < 3) return {};
  const auto box = [&](const char* name, const char* label, std::int64_t chosen) {
    Select list{
        .name = name, .label = {.text = label}, .value = std::to_string(chosen), .id = name};
    for (std::int64_t n = 1; n <= model.last; ++n)
      list.items.push_back({.text = "Version " + std::to_string(n), .value = std::to_string(n)});
    return select(list);
  };
  return element("form",
                 {{"method", "get"},
                  {"action", paths::record_comparison(model.place.file, model.record)},
                  {"class", "nl-search"}},
                 box("before", "From", model.comparison.before.head.n),
                 box("after", "To", model.comparison.after.head.n),
                 button({.text = "Compare", .classes = "govuk-button--secondary"}));
}

}  // namespace

Html version_page(const Shell& shell, const VersionModel& model) {
  const auto& stood = model.stood;
  const auto& head = stood.version.head;
  Html main = back(model.place, stood.head.id) + file_bar(model.place);
  main += element("h1", {{"class", "govuk-heading-l"}}, stood.form->title);
  main += element("p", {{"class", "govuk-body-l"}}, version_words(head, model.names));
  if (const auto& said = head.words)
    main += element("blockquote", {{"class", "govuk-inset-text"}}, said->reveal());
  main += answers_view(*stood.form, stood.version.answers,
                       row_names(*stood.form, stood.version.answers), model.place.file);
  main += element("p", {{"class", "govuk-body-s nl-quiet"}}, "Kept under the mark ",
                  element("span", {{"class", "nl-fingerprint"}}, head.hash));
  return page(shell, head_of(model.place, stood.form->title), main);
}

Html comparison_page(const Shell& shell, const ComparisonModel& model) {
  const auto& comparison = model.comparison;
  const auto& form = *comparison.form;
  auto rows = row_names(form, comparison.before.answers);
  rows.merge(row_names(form, comparison.after.answers));
  Html main = back(model.place, model.record) + file_bar(model.place);
  main += element("h1", {{"class", "govuk-heading-l"}},
                  "What changed from version " + std::to_string(comparison.before.head.n) + " to " +
                      std::to_string(comparison.after.head.n));
  for (const auto* version : {&comparison.before, &comparison.after})
    main += element("p", {{"class", "govuk-body"}}, version_words(version->head, model.names));
  main += choose_versions(model);
  if (comparison.changes.empty())
    main += element("p", {{"class", "govuk-body"}}, "No answer differs between them.");
  for (const auto& change : comparison.changes) {
    const auto& there = change.kind == forms::ChangeKind::RowRemoved ? comparison.before.answers
                                                                     : comparison.after.answers;
    const auto title = place_words(form, there, change.at) + change_title(change.kind);
    const auto* field = field_at(form, change.at);
    SummaryList list{.card = SummaryCard{.title = title}};
    if (change.kind == forms::ChangeKind::Answered) {
      list.rows.push_back({.key = "Before", .value = was_and_is(field, change.was, rows)});
      list.rows.push_back({.key = "After", .value = was_and_is(field, change.value, rows)});
      main += summary_list(list);
    } else {
      main += element("p", {{"class", "govuk-body govuk-!-font-weight-bold"}}, title + ".");
    }
  }
  return page(shell, head_of(model.place, "What changed"), main);
}

Html clashes_page(const Shell& shell, const ClashesModel& model) {
  const auto& record = model.record;
  const auto& form = *record.form;
  const auto rows = all_row_names(record);
  Html main;
  if (!model.error.empty())
    main += error_summary({.errors = {{.text = model.error, .href = Url("#how-0")}}});
  main += back(model.place, record.head.id) + file_bar(model.place);
  main += element("h1", {{"class", "govuk-heading-l"}}, "Two people wrote in the same place");
  main += element("p", {{"class", "govuk-body"}},
                  record.clashes.empty()
                      ? "Everything is settled."
                      : "Both texts are kept. Choose which stands, or write one of both.");
  std::size_t place = 0;
  for (const auto& clash : record.clashes) {
    const auto* field = field_at(form, clash.change.at);
    const auto* stands = forms::find(record.draft.answers, clash.change.at);
    const std::optional<forms::Answer> now =
        stands == nullptr ? std::nullopt : std::optional<forms::Answer>(*stands);
    const auto id = "how-" + std::to_string(place++);
    SummaryList list{
        .card = SummaryCard{.title = place_words(form, record.draft.answers, clash.change.at)}};
    list.rows.push_back({.key = "What stands now", .value = was_and_is(field, now, rows)});
    list.rows.push_back(
        {.key = name_of(model.names, clash.by) + " wrote on " + moment_words(clash.at),
         .value = was_and_is(field, clash.change.value, rows)});
    const bool is_text = field != nullptr && (field->kind == forms::FieldKind::LongText ||
                                              field->kind == forms::FieldKind::Text);
    const auto said = [](const std::optional<forms::Answer>& answer) {
      const auto* text = answer ? std::get_if<std::string>(&*answer) : nullptr;
      return text == nullptr ? std::string() : *text;
    };
    Radios how{
        .name = "how",
        .fieldset = {.legend = {.text = "Which stands?", .classes = "govuk-fieldset__legend--s"}},
        .items = {{.text = "What stands now", .value = "theirs"},
                  {.text = "What " + name_of(model.names, clash.by) + " wrote", .value = "aside"}},
        .id_prefix = id};
    if (is_text)
      how.items.push_back(
          {.text = "A text of both",
           .value = "another",
           .conditional =
               words_box("another", "The text", said(now) + "\n\n" + said(clash.change.value))});
    main += summary_list(list);
    main += element(
        "form",
        {{"method", "post"},
         {"action", paths::record_clashes(model.place.file, record.head.id)},
         {"novalidate", true}},
        form_token(model.place.form_token),
        element("input", {{"type", "hidden"}, {"name", "clash"}, {"value", clash.seq}}),
        element("input", {{"type", "hidden"}, {"name", "seq"}, {"value", record.draft.seq}}),
        radios(how), button({.text = "Settle it"}));
  }
  return page(shell, head_of(model.place, "Two people wrote in the same place"), main);
}

}  // namespace northlight::web::views
