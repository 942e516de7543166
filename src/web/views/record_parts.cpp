#include "web/views/record_parts.hpp"

#include <algorithm>

#include "html/table.hpp"
#include "html/tag.hpp"
#include "html/textarea.hpp"
#include "platform/clock.hpp"
#include "web/child_paths.hpp"
#include "web/views/moment_words.hpp"

namespace northlight::web::views {
namespace {

using namespace html;

/// A green or a red beside a child's record would judge it: the word says all.
Html state_tag(domain::VersionState state) {
  return tag({.text = state_words(state),
              .classes = domain::is_signed(state) ? "govuk-tag--blue" : "govuk-tag--grey"});
}

}  // namespace

std::string name_of(const Names& names, const domain::PersonId& person) {
  const auto at = names.find(person);
  return at == names.end() ? "somebody who is no longer known here" : at->second;
}

std::string state_words(domain::VersionState state) {
  switch (state) {
    case domain::VersionState::Saved:
      return "Saved";
    case domain::VersionState::Signed:
      return "Signed";
    case domain::VersionState::Countersigned:
      return "Countersigned";
    case domain::VersionState::Returned:
      return "Sent back";
  }
  return {};
}

std::string clock_words(platform::Instant moment) {
  const auto local = platform::in_london(moment);
  return std::to_string(local.hour) + ":" + (local.minute < 10 ? "0" : "") +
         std::to_string(local.minute);
}

PageHead head_of(const RecordPlace& place, const std::string& title) {
  // The title of a page is kept by browsers: it holds no name.
  const bool victims = place.file.of_victim;
  return {.title = title,
          .section = victims ? Section::Victims : Section::Children,
          .breadcrumbs = {way_to(victims ? Section::Victims : Section::Children),
                          {.text = "File", .address = paths::file(place.file)}}};
}

Html state_line(const casework::OpenRecord& record, const Names& names) {
  if (record.versions.empty())
    return element("p", {{"class", "govuk-body"}},
                   tag({.text = "Being written", .classes = "govuk-tag--grey"}),
                   text(" Begun on " + moment_words(record.head.begun_at) + " by " +
                        name_of(names, record.head.begun_by) + ". No version is saved yet."));
  const auto& last = record.versions.back();
  auto said = " on " + moment_words(last.recorded_at) + " by " + name_of(names, last.recorded_by);
  Html out = element("p", {{"class", "govuk-body"}}, state_tag(last.state), text(said));
  if (last.words)
    out += element("blockquote", {{"class", "govuk-inset-text"}}, last.words->reveal());
  return out;
}

Html versions_table(const RecordPlace& place, const casework::OpenRecord& record,
                    const Names& names) {
  if (record.versions.empty()) return {};
  Table table{.caption = "Versions",
              .caption_classes = "govuk-table__caption--m",
              .head = {{.text = "Version"},
                       {.text = "State"},
                       {.text = "When"},
                       {.text = "By"},
                       {.text = "What changed"}},
              .first_cell_is_header = true,
              .classes = "nl-cards"};
  for (auto one = record.versions.rbegin(); one != record.versions.rend(); ++one) {
    const auto cell = [](const char* label, Html value) {
      return Cell{.text = std::move(value), .attributes = {{"data-label", label}}};
    };
    const auto number = std::to_string(one->n);
    table.rows.push_back(
        {{.text = element("a",
                          {{"class", "govuk-link"},
                           {"href", paths::record_version(place.file, record.head.id, one->n)}},
                          "Version " + number)},
         cell("State", state_tag(one->state)),
         cell("When", text(moment_words(one->recorded_at))),
         cell("By", text(name_of(names, one->recorded_by))),
         cell("What changed",
              one->n > 1 ? element("a",
                                   {{"class", "govuk-link"},
                                    {"href", paths::record_comparison(place.file, record.head.id,
                                                                      one->n - 1, one->n)}},
                                   "Since version " + std::to_string(one->n - 1))
                         : text("The first"))});
  }
  return html::table(table);
}

RowNames unshown_row_names(const casework::OpenRecord& record, const forms::Answers& answers) {
  RowNames names;
  const auto add = [&](const forms::AnswerMap& map) {
    for (const auto& [code, answer] : map) {
      const auto* reference = std::get_if<forms::RowReference>(&answer);
      if (reference == nullptr || !reference->record) continue;
      const auto at =
          std::ranges::find(record.unshown, *reference->record, &casework::UnshownRecord::record);
      if (at != record.unshown.end())
        names.emplace(reference_value(*reference),
                      "One of “" + at->title + "”, which cannot be shown");
    }
  };
  add(answers.fields);
  for (const auto& section : record.form->sections)
    for (const auto& group : section.groups)
      for (const auto& row : answers.rows(group.code)) add(row.answers);
  return names;
}

RowNames all_row_names(const casework::OpenRecord& record) {
  auto names = row_names(*record.form, record.draft.answers);
  names.merge(unshown_row_names(record, record.draft.answers));
  for (const auto& row : record.referable)
    names.emplace(reference_value({.record = row.record, .row = row.row}), row.label.reveal());
  return names;
}

Html words_box(const char* name, const char* label, const std::string& value) {
  return textarea({.name = name,
                   .label = {.text = label, .classes = "govuk-label--s"},
                   .value = value,
                   .rows = 3,
                   .autocomplete = "off"});
}

}  // namespace northlight::web::views
