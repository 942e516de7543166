#include "web/views/child_file_view.hpp"

#include <algorithm>
#include <map>

#include "base/text.hpp"
#include "casework/victims.hpp"
#include "html/button.hpp"
#include "html/error_summary.hpp"
#include "html/inset_text.hpp"
#include "html/radios.hpp"
#include "html/summary_list.hpp"
#include "html/table.hpp"
#include "html/tag.hpp"
#include "html/textarea.hpp"
#include "html/timeline.hpp"
#include "html/warning_text.hpp"
#include "web/child_paths.hpp"
#include "web/views/address_words.hpp"
#include "web/views/children_view.hpp"
#include "web/views/moment_words.hpp"
#include "web/views/record_parts.hpp"
#include "web/views/words.hpp"

namespace northlight::web::views {
namespace {

using namespace html;

std::string worker_of(const FileModel& model, const domain::CaseId& id) {
  for (const auto& one : model.file.allocations) {
    if (one.child_case != id || one.part != domain::WorkPart::Lead || !one.in_force(model.at))
      continue;
    const auto team = model.teams.find(one.team);
    const auto team_name = team == model.teams.end() ? std::string("their team") : team->second;
    return one.person ? name_of(model.names, *one.person) + ", " + team_name
                      : "Nobody yet, " + team_name;
  }
  return "Nobody";
}

Html about_child(const FileModel& model, const store::ChildRow& child) {
  const auto& born = child.born_on.reveal();
  SummaryList list;
  SummaryRow name{.key = "Full name",
                  .value = child.given_names.reveal() + " " + child.family_name.reveal()};
  if (model.place.may.has(domain::Action::WriteRecord))
    name.actions.push_back({.text = "Change",
                            .href = paths::child_details(model.place.file),
                            .visually_hidden_text = "the name, the date of birth or the address"});
  list.rows.push_back(std::move(name));
  const auto& known_as = child.known_as.reveal();
  if (known_as) list.rows.push_back({.key = "Known as", .value = *known_as});
  list.rows.push_back({.key = "Date of birth",
                       .value = born ? words(*born) + " (age " + age_words(born, model.today) + ")"
                                     : std::string("Not known yet")});
  list.rows.push_back({.key = "Address", .value = addresses_lived_at(model.file.addresses)});
  return summary_list(list);
}

/// What a victim is called stands in the records alone, and is corrected there.
Html about_victim(const FileModel& model, const store::VictimRow& victim) {
  const auto& name = model.victim_name.reveal();
  SummaryRow reference{.key = "Reference", .value = victim.reference};
  if (model.place.may.has(domain::Action::WriteRecord))
    reference.actions.push_back({.text = "Correct",
                                 .href = paths::victim_details(model.place.file),
                                 .visually_hidden_text = "the reference or the first day"});
  SummaryList list;
  list.rows.push_back(std::move(reference));
  if (const auto* const first = casework::first_case(model.file.cases))
    list.rows.push_back({.key = "First day", .value = words(first->opened_on)});
  list.rows.push_back(
      {.key = "Name", .value = name.empty() ? std::string("Not written down yet") : name});
  return summary_list(list);
}

Html cases(const FileModel& model) {
  Table table{.caption = "Cases",
              .caption_classes = "govuk-table__caption--m",
              .head = {{.text = "Case"},
                       {.text = "Opened"},
                       {.text = "Stage"},
                       {.text = "Who works with them"}},
              .first_cell_is_header = true,
              .classes = "nl-cards"};
  for (const auto& one : model.file.cases)
    table.rows.push_back(
        {{.text = text(domain::words(one.kind))},
         cell("Opened", text(words(one.opened_on))),
         cell("Stage", text(one.closed_on ? "Closed on " + words(*one.closed_on)
                                          : std::string(domain::words(one.stage)))),
         cell("Who works with them", text(one.closed_on ? "–" : worker_of(model, one.id)))});
  return html::table(table);
}

std::string title_of(const FileModel& model, const store::RecordHead& record) {
  const auto at = model.form_titles.find(record.form.text());
  return at == model.form_titles.end() ? record.form.text() : at->second;
}

Html record_state(const store::RecordHead& record) {
  Html out = tag({.text = record.state ? state_words(*record.state) : std::string("Being written"),
                  .classes = record.state && domain::is_signed(*record.state) ? "govuk-tag--blue"
                                                                              : "govuk-tag--grey"});
  if (record.state && record.has_draft())
    out += element("span", {{"class", "nl-quiet nl-block"}}, "Written in since");
  return out;
}

std::string about_day(const store::RecordHead& record) {
  return record.effective_on ? words(*record.effective_on) : std::string("–");
}

/// Records of one kind stand together: the kinds in the order of the latest of each.
Html records(const FileModel& model) {
  Html out = element("h2", {{"class", "govuk-heading-m"}, {"id", "records"}}, "Records");
  if (model.place.may.has(domain::Action::WriteRecord))
    out += button({.text = "Add a record", .href = paths::record_add(model.place.file)});
  if (model.records.empty())
    return out + element("p", {{"class", "govuk-body"}}, "Nothing is recorded yet.");
  std::vector<std::string> kinds;
  for (const auto& one : model.records)
    if (std::ranges::find(kinds, title_of(model, one)) == kinds.end())
      kinds.push_back(title_of(model, one));
  for (const auto& kind : kinds) {
    Table table{.caption = kind,
                .caption_classes = "govuk-table__caption--s",
                .head = {{.text = "Record"}, {.text = "About the day"}, {.text = "State"}},
                .first_cell_is_header = true,
                .classes = "nl-cards"};
    for (const auto& one : model.records) {
      if (title_of(model, one) != kind) continue;
      table.rows.push_back(
          {{.text = element(
                "a", {{"class", "govuk-link"}, {"href", paths::record(model.place.file, one.id)}},
                kind + " begun on " + words(platform::in_london(one.begun_at).day))},
           cell("About the day", text(about_day(one))),
           cell("State", record_state(one))});
    }
    out += html::table(table);
  }
  return out;
}

struct Happened {
  platform::Instant at;
  TimelineItem item;
};

Html what_happened(const FileModel& model) {
  std::vector<Happened> all;
  for (const auto& one : model.records) {
    const auto link = [&](const std::string& words_shown) {
      return element(
          "p", {{"class", "govuk-body"}},
          element("a", {{"class", "govuk-link"}, {"href", paths::record(model.place.file, one.id)}},
                  words_shown));
    };
    all.push_back({one.begun_at,
                   {.label = title_of(model, one) + " begun",
                    .byline = name_of(model.names, one.begun_by),
                    .timestamp = platform::iso(one.begun_at),
                    .when = moment_words(one.begun_at),
                    .content = link("Open it")}});
    if (one.recorded_at && one.state)
      all.push_back({*one.recorded_at,
                     {.label = title_of(model, one) + ": " + state_words(*one.state),
                      .timestamp = platform::iso(*one.recorded_at),
                      .when = moment_words(*one.recorded_at),
                      .content = link("Version " + std::to_string(one.last_version))}});
  }
  for (const auto& one : model.file.allocations)
    all.push_back({one.from,
                   {.label = "Case allocated",
                    .timestamp = platform::iso(one.from),
                    .when = moment_words(one.from),
                    .content = element("p", {{"class", "govuk-body"}},
                                       one.person ? "To " + name_of(model.names, *one.person)
                                                  : std::string("To the team"))}});
  std::ranges::stable_sort(all, std::greater{}, &Happened::at);
  Timeline timeline{.heading_level = 3};
  for (auto& one : all) timeline.items.push_back(std::move(one.item));
  if (timeline.items.empty()) return {};
  return element("h2", {{"class", "govuk-heading-m"}, {"id", "timeline"}}, "What happened") +
         html::timeline(timeline);
}

Html marks(const FileModel& model) {
  Html out;
  for (const auto& mark : model.file.marks) {
    if (mark.until) continue;
    const bool restricted = mark.mark == domain::Mark::Restricted;
    out += warning_text(
        {.text =
             std::string(restricted ? "This file is restricted: only those who are named see it. "
                                    : "Nothing in this file may be erased: it is held. ") +
             "Since " + words(platform::in_london(mark.from).day) + ". " + mark.reason,
         .icon_fallback_text = "Important"});
  }
  return out;
}

/// What was sent in and waits to be read.
Html unread(const FileModel& model) {
  if (model.unread == 0) return {};
  const auto words = counted(model.unread, "thing was", "things were") + " sent in and " +
                     (model.unread == 1 ? "waits" : "wait") + " to be read";
  return inset_text(
      {.text =
           element("a", {{"class", "govuk-link"}, {"href", paths::child_sent_in(model.place.file)}},
                   words)});
}

}  // namespace

Html file_page(const Shell& shell, const FileModel& model) {
  const bool victims = model.place.file.of_victim;
  Html main = file_bar(model.place);
  main += element("h1", {{"class", "govuk-heading-l"}}, "Overview");
  main += marks(model) + unread(model) +
          (model.file.child    ? about_child(model, *model.file.child)
           : model.file.victim ? about_victim(model, *model.file.victim)
                               : Html()) +
          cases(model) + records(model) + what_happened(model);
  if (model.answers_requests)
    main += element("p", {{"class", "govuk-body"}},
                    element("a",
                            {{"class", "govuk-link"},
                             {"href", paths::file(model.place.file, "/subject-access/new")}},
                            victims ? "Somebody asks for what is held on this victim"
                                    : "Somebody asks for what is held on this child"));
  const auto section = victims ? Section::Victims : Section::Children;
  return page(shell,
              {.title = victims ? "A victim’s file" : "A child’s file",
               .section = section,
               .breadcrumbs = {way_to(section)}},
              main);
}

Html new_record_page(const Shell& shell, const NewRecordModel& model) {
  Html main;
  if (!model.error.empty())
    main += error_summary({.errors = {{.text = model.error, .href = Url("#form")}}});
  main += file_bar(model.place);
  Radios kinds{.name = "form",
               .fieldset = {.legend = {.text = "What do you want to write?",
                                       .classes = "govuk-fieldset__legend--l",
                                       .is_page_heading = true}},
               .error = {.text = model.error},
               .value = model.chosen,
               .id_prefix = "form"};
  for (const auto& form : model.forms)
    kinds.items.push_back({.text = form.title, .value = form.code, .hint = {.text = form.summary}});
  main += element(
      "form",
      {{"method", "post"}, {"action", paths::record_add(model.place.file)}, {"novalidate", true}},
      form_token(model.place.form_token), radios(kinds), button({.text = "Continue"}));
  auto head = head_of(model.place, "What do you want to write?");
  head.has_errors = !model.error.empty();
  return page(shell, head, main);
}

Html reason_page(const Shell& shell, const ReasonModel& model) {
  const bool victims = model.next.starts_with(paths::victims().text());
  const auto section = victims ? Section::Victims : Section::Children;
  const std::string whose = victims ? "victim" : "child";
  Html main;
  if (!model.error.empty())
    main += error_summary({.errors = {{.text = model.error, .href = Url("#reason")}}});
  main += element("h1", {{"class", "govuk-heading-l"}}, "Why do you need this file?");
  main += element("p", {{"class", "govuk-body"}},
                  "You do not work with this " + whose +
                      ". You may open the file if you need it for your work now. What you write "
                      "is kept with your name and the time, and your manager is told. It stays on "
                      "the audit trail for good, so do not write the " +
                      whose + "’s name.");
  main += element(
      "form",
      {{"method", "post"},
       {"action", paths::file_reason(model.file.text(), model.next)},
       {"novalidate", true}},
      form_token(model.form_token),
      element("input", {{"type", "hidden"}, {"name", "next"}, {"value", model.next}}),
      textarea(
          {.name = "reason",
           .label = {.text = "Your reason", .classes = "govuk-label--s"},
           .hint = {.text = victims ? "For example: the victim worker is away and the victim has "
                                      "rung about tomorrow’s meeting."
                                    : "For example: I am on duty and the child’s mother has rung "
                                      "about tonight’s curfew."},
           .error = {.text = model.error},
           .value = model.typed,
           .rows = 4,
           .autocomplete = "off"}),
      element("div", {{"class", "govuk-button-group"}}, button({.text = "Open the file"}),
              element("a", {{"class", "govuk-link"}, {"href", way_to(section).address}},
                      victims ? "Back to victims" : "Back to children")));
  return page(shell,
              {.title = "Why do you need this file?",
               .section = section,
               .has_errors = !model.error.empty()},
              main);
}

}  // namespace northlight::web::views
