#include "web/views/audit_view.hpp"

#include <algorithm>

#include "html/button.hpp"
#include "html/filter.hpp"
#include "html/input.hpp"
#include "html/inset_text.hpp"
#include "html/pagination.hpp"
#include "html/select.hpp"
#include "html/summary_list.hpp"
#include "html/table.hpp"
#include "html/tag.hpp"
#include "html/textarea.hpp"
#include "html/warning_text.hpp"
#include "web/paths.hpp"
#include "web/views/audit_parts.hpp"
#include "web/views/audit_words.hpp"
#include "web/views/words.hpp"

namespace northlight::web::views {
namespace {

using namespace html;

Html field(const char* name, const char* words, const char* help, const std::string& value,
           const std::optional<AuditFault>& fault) {
  return input({.name = name,
                .label = {.text = words},
                .hint = {.text = help},
                .error = message_at(fault, name),
                .value = value,
                .spellcheck = false,
                .classes = "govuk-input--width-20"});
}

/// The address of the list without one of its filters.
Url without(const AuditQuery& query, std::string_view field) {
  auto left = query.fields();
  std::erase_if(left, [&](const auto& each) { return each.first == field; });
  return paths::audit(left);
}

/// One filter that is set, as it is read.
struct ChosenFilter {
  const char* heading;
  const char* field;
  std::string words;
};

std::vector<ChosenFilter> chosen_in(const AuditQuery& query) {
  std::vector<ChosenFilter> chosen;
  const auto add = [&](const char* heading, const char* field, std::string words) {
    if (!words.empty()) chosen.push_back({heading, field, std::move(words)});
  };
  const auto kind = store::parse_audit_operation(query.operation);
  add("What was done", "operation",
      kind ? std::string(operation_in_words(*kind)) : query.operation);
  add("From", "from", query.from);
  add("Until", "until", query.until);
  add("File", "file", query.file.substr(0, 8));
  add("Person", "person",
      query.person_name.empty() ? query.person.substr(0, 8) : query.person_name);
  return chosen;
}

std::optional<SelectedFilters> selected_in(const AuditListShown& shown) {
  const auto chosen = chosen_in(shown.query);
  if (chosen.empty()) return std::nullopt;
  SelectedFilters selected{.clear_href = paths::audit()};
  for (const auto& one : chosen)
    selected.categories.push_back(
        {.heading = one.heading,
         .items = {{.text = one.words, .href = without(shown.query, one.field)}}});
  return selected;
}

/// Which part of the log is about to be given.
Html part_given(const AuditQuery& query) {
  const auto chosen = chosen_in(query);
  if (chosen.empty())
    return warning_text({.text = "You chose no part: this gives the whole log of the service. Go "
                                 "back and filter it first if less will do.",
                         .icon_fallback_text = "Warning"});
  SummaryList list;
  for (const auto& one : chosen) list.rows.push_back({.key = one.heading, .value = one.words});
  return element("h2", {{"class", "govuk-heading-m"}}, "The part that is given") +
         summary_list(list);
}

Html filter_of(const AuditListShown& shown) {
  Select kinds{
      .name = "operation", .label = {.text = "What was done"}, .value = shown.query.operation};
  kinds.items.push_back({.text = "Anything", .value = ""});
  for (const auto operation : audit_operations())
    kinds.items.push_back({.text = std::string(operation_in_words(operation)),
                           .value = std::string(code(operation))});
  Html fields = select(kinds);
  fields += day_fields(shown.query.from, shown.query.until, shown.fault);
  fields +=
      field("file", "File", "Its number, or follow one in the list", shown.query.file, shown.fault);
  fields += field("person", "Person", "Their number, or follow a name in the list",
                  shown.query.person, shown.fault);
  return element("form", {{"method", "get"}, {"action", paths::audit()}, {"novalidate", true}},
                 html::filter({.heading = "Filter",
                               .selected = selected_in(shown),
                               .options = fields,
                               .submit_text = "Apply filters"}));
}

/// Beside what stands before it, and less loud.
Html after_dot(std::string_view words) {
  if (words.empty()) return {};
  return element("span", {{"class", "nl-quiet"}}, " · ", words);
}

std::vector<Cell> row_of(const AuditRowShown& row) {
  Html who = by_person(row.person, row.name);
  if (!row.role.empty()) who += after_dot(row.role);
  Html what = text(row.what) + after_dot(row.what == row.kind ? "" : row.kind);
  if (!row.about.empty()) what += element("span", {{"class", "nl-block"}}, "About: " + row.about);
  if (!row.recipient.empty())
    what += element("span", {{"class", "nl-block"}}, "Given to: " + row.recipient);
  if (!row.reason.empty())
    what += element("span", {{"class", "nl-block"}}, "Reason: " + row.reason);
  if (!row.outcome.empty())
    what += element("span", {{"class", "nl-block"}},
                    tag({.text = row.outcome, .classes = "govuk-tag--yellow"}));
  const Html where = !row.listed       ? by_file(row.file)
                     : *row.listed > 0 ? text("A list of " + std::to_string(*row.listed))
                                       : text("An empty list");
  // About no file: a phone is not told so in each line.
  const auto file = !row.listed && row.file.empty() ? Cell{.text = text("")} : cell("File", where);
  return {{.text = link(paths::audit_event(row.number), row.when)},
          cell("Who", who),
          cell("What", what),
          file};
}

Html ways(const AuditListShown& shown) {
  const auto& query = shown.query;
  Html list = element("li", {}, link(paths::audit_unusual(), "Access to look at more closely"));
  list += element(
      "li", {}, link(paths::audit_export(query.fields()), "Give this part of the log to somebody"));
  list += element("li", {}, link(paths::audit_heads(), "Proofs that nothing was changed or cut"));
  if (shown.may_read_installation)
    list += element("li", {}, link(paths::audit_installation(), "Attempts to get in"));
  return element("ul", {{"class", "govuk-list"}}, list);
}

Html people_search(const Shell& shell, const char* label, const std::string& typed,
                   const std::optional<AuditFault>& fault) {
  return element(
      "form",
      {{"method", "post"},
       {"action", paths::audit_people()},
       {"class", "nl-search"},
       {"role", "search"},
       {"novalidate", true}},
      form_token(shell.person ? shell.person->form_token : std::string()),
      input({.name = "who",
             .label = {.text = label, .classes = "govuk-label--s"},
             .hint = {.text = "Part of a name, or the work e-mail address of a colleague"},
             .error = message_at(fault, "who"),
             .value = typed,
             .autocomplete = "off",
             .spellcheck = false}),  // As wide as its hint: the button stands beside it.
      button({.text = "Find", .classes = "govuk-button--secondary"}));
}

/// Of somebody of another organisation: which.
Html organisation_of(const AuditPeopleShown::Person& one) {
  if (!one.elsewhere) return {};
  return element("span", {{"class", "nl-quiet nl-block"}},
                 one.elsewhere->empty() ? std::string("Another organisation") : *one.elsewhere);
}

Html signs_in_as(const AuditPeopleShown::Person& one) {
  if (one.elsewhere) return text("Known to their own organisation");
  return text(one.address.empty() ? std::string("Cannot sign in") : one.address);
}

}  // namespace

std::vector<std::pair<std::string, std::string>> AuditQuery::fields() const {
  std::vector<std::pair<std::string, std::string>> all;
  const auto add = [&](const char* name, const std::string& value) {
    if (!value.empty()) all.emplace_back(name, value);
  };
  add("file", file);
  add("person", person);
  add("operation", operation);
  add("from", from);
  add("until", until);
  return all;
}

Html audit_list(const Shell& shell, const AuditListShown& shown) {
  Html main = summary_of(shown.fault);
  main += log_heading("Who looked at what");
  main += purpose_stated();
  main += ways(shown);
  main += children_search(shell, "Who has looked at this child?", "", {});
  main += people_search(shell, "What has this person looked at?", "", {});
  Html results;
  if (shown.rows.empty() && !shown.fault)
    results += paragraph("Nothing on the log answers to this.");
  if (!shown.rows.empty()) {
    Table rows{.caption = "The newest first; times in London",
               .caption_classes = "govuk-table__caption--m",
               .head = {{.text = "When"}, {.text = "Who"}, {.text = "What"}, {.text = "File"}},
               .first_cell_is_header = true,
               .classes = "nl-list nl-log"};
    for (const auto& row : shown.rows) rows.rows.push_back(row_of(row));
    results += table(rows);
  }
  if (shown.older) {
    auto next = shown.query.fields();
    next.emplace_back("before", std::to_string(*shown.older));
    results += pagination({.next = {.href = paths::audit(next), .text = "Older"}});
  }
  main +=
      element("div", {{"class", "nl-filter-layout"}},
              element("div", {},
                      element("p", {{"class", "govuk-body nl-to-results"}},
                              link(Url("#results"), "Skip the filters: the log is below")),
                      filter_of(shown)),
              element("div", {{"class", "nl-filter-layout__content"}, {"id", "results"}}, results));
  return page(shell,
              {.title = "Who looked at what",
               .section = Section::Audit,
               .has_errors = shown.fault.has_value()},
              main);
}

Html audit_people(const Shell& shell, const AuditPeopleShown& shown) {
  Html main = summary_of(shown.fault);
  main += log_heading("What has this person looked at?");
  main += people_search(shell, "Who is it?", shown.typed, shown.fault);
  if (shown.people.empty() && !shown.fault)
    main += paragraph(
        "Nobody in your organisation has that name or address, and nobody else of that "
        "name has a line in this log. Try part of the name.");
  if (!shown.people.empty()) {
    main += paragraph("Follow a name to everything on the log that they did.");
    const bool others = std::ranges::any_of(
        shown.people, [](const auto& one) { return one.elsewhere.has_value(); });
    Table rows{
        .caption = others ? "Colleagues by name, then people of other organisations" : "By name",
        .caption_classes = "govuk-table__caption--m",
        .head = {{.text = "Who"}, {.text = "Signs in as"}, {.text = "What stands out"}},
        .first_cell_is_header = true,
        .classes = "nl-list"};
    for (const auto& one : shown.people) {
      const auto of = element("span", {{"class", "govuk-visually-hidden"}}, " of " + one.name);
      rows.rows.push_back(
          {{.text = by_person(one.person, one.name) + text(one.left) + organisation_of(one)},
           cell("Signs in as", signs_in_as(one)),
           cell("What stands out",
                element("a",
                        {{"class", "govuk-link"},
                         {"href", paths::audit_unusual({{"person", one.person}})}},
                        "Access to look at more closely", of))});
    }
    main += table(rows);
  }
  return page(shell,
              {.title = "What has this person looked at?",
               .section = Section::Audit,
               .breadcrumbs = {{"Who looked at what", paths::audit()}},
               .has_errors = shown.fault.has_value()},
              main);
}

Html audit_heads(const Shell& shell, const AuditHeadsShown& shown) {
  Html main = log_heading("Proofs that nothing was changed or cut");
  main +=
      element("p", {{"class", "govuk-body"}},
              "Each day the server proves the whole log and signs where it ends. Download the "
              "proof and keep it where nobody who looks after the system can change it: whoever "
              "cut the log at its end, or wrote it anew, is shown by a copy and by nothing "
              "else.");
  if (shown.rows.empty())
    main += paragraph(
        "Nothing has been signed yet. Ask whoever looks after the system whether it has a signing "
        "key.");
  if (!shown.rows.empty()) {
    Table rows{.caption = "The newest first",
               .caption_classes = "govuk-table__caption--m",
               .head = {{.text = "Signed"},
                        {.text = "Rows of your log then", .numeric = true},
                        {.text = "Key"},
                        {.text = "Proof"}},
               .first_cell_is_header = true,
               .classes = "nl-list"};
    for (const auto& row : shown.rows)
      rows.rows.push_back(
          {{.text = text(row.when)},
           {.text = text(std::to_string(row.number)),
            .numeric = true,
            .attributes = {{"data-label", "Rows of your log then"}}},
           cell("Key", element("code", {}, std::string_view(row.key).substr(0, 16))),
           cell("Proof", element("a",
                                 {{"class", "govuk-link"},
                                  {"href", paths::audit_head(row.day)},
                                  {"download", true}},
                                 "Download",
                                 element("span", {{"class", "govuk-visually-hidden"}},
                                         " the proof of " + row.day)))});
    main += table(rows);
    main += element("p", {{"class", "govuk-body"}},
                    "To compare the log with a proof, whoever looks after the system runs: "
                    "northlight audit verify --head FILE --public-key KEY, with the key that you "
                    "kept.");
  }
  return page(shell,
              {.title = "Proofs that nothing was changed or cut",
               .section = Section::Audit,
               .breadcrumbs = {{"Who looked at what", paths::audit()}}},
              main);
}

Html audit_event(const Shell& shell, const AuditEventShown& shown) {
  const auto title = "Row " + std::to_string(shown.number) +
                     (shown.of_installation ? " of attempts to get in" : " of the log");
  Html main = element("h1", {{"class", "govuk-heading-xl"}}, title);
  SummaryList facts;
  for (const auto& [what, value] : shown.facts)
    facts.rows.push_back({.key = what, .value = value, .value_classes = "govuk-!-text-break-word"});
  main += summary_list(facts);
  main += shown.of_installation ? door_purpose() : purpose_stated();
  std::vector<Crumb> crumbs{{"Who looked at what", paths::audit()}};
  if (shown.of_installation) crumbs.push_back({"Attempts to get in", paths::audit_installation()});
  return page(shell, {.title = title, .section = Section::Audit, .breadcrumbs = std::move(crumbs)},
              main);
}

Html audit_export(const Shell& shell, const AuditExportShown& shown) {
  Html main = summary_of(shown.fault);
  main += log_heading("Give part of the log to somebody");
  main += paragraph("Who gets it and what for are put on the log before it is given out.");
  main += part_given(shown.query);
  Html fields = form_token(shell.person ? shell.person->form_token : std::string());
  for (const auto& [name, value] : shown.query.fields())
    fields += element("input", {{"type", "hidden"}, {"name", name}, {"value", value}});
  fields += input({.name = "recipient",
                   .label = {.text = "Who gets it"},
                   .hint = {.text = "A person and their organisation"},
                   .error = message_at(shown.fault, "recipient"),
                   .value = shown.recipient});
  fields += textarea({.name = "purpose",
                      .label = {.text = "What they need it for"},
                      .error = message_at(shown.fault, "purpose"),
                      .value = shown.purpose});
  fields += element("div", {{"class", "govuk-button-group"}, {"id", "form"}},
                    button({.text = "Download as CSV", .name = "form", .value = "csv"}),
                    button({.text = "Download as JSON",
                            .name = "form",
                            .value = "json",
                            .classes = "govuk-button--secondary"}));
  main +=
      element("form", {{"method", "post"}, {"action", paths::audit_export()}, {"novalidate", true}},
              fields);
  return page(shell,
              {.title = "Give part of the log to somebody",
               .section = Section::Audit,
               .breadcrumbs = {{"Who looked at what", paths::audit()}},
               .has_errors = shown.fault.has_value()},
              main);
}

}  // namespace northlight::web::views
