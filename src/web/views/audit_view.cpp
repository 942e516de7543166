#include "web/views/audit_view.hpp"

#include "html/button.hpp"
#include "html/error_summary.hpp"
#include "html/input.hpp"
#include "html/inset_text.hpp"
#include "html/pagination.hpp"
#include "html/select.hpp"
#include "html/summary_list.hpp"
#include "html/table.hpp"
#include "html/textarea.hpp"
#include "web/paths.hpp"
#include "web/views/words.hpp"

namespace northlight::web::views {
namespace {

using namespace html;

constexpr const char* operations[] = {"collection",  "alteration", "consultation", "disclosure",
                                      "combination", "erasure",    "sign-in",      "permission"};

Html heading(const char* text) { return element("h1", {{"class", "govuk-heading-xl"}}, text); }

Html purpose_stated() {
  return inset_text(
      {.text = "The log is kept to protect the people whom it is about. Use it for that alone: "
               "never for somebody's workload or performance. Reading it is itself on the log."});
}

Html summary_of(const std::optional<AuditFault>& fault) {
  if (!fault) return {};
  return error_summary({.errors = {{.text = fault->message, .href = Url("#" + fault->field)}}});
}

ErrorMessage message_at(const std::optional<AuditFault>& fault, std::string_view field) {
  if (!fault || fault->field != field) return {};
  return {.text = fault->message};
}

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

Html day_fields(const std::string& from, const std::string& until,
                const std::optional<AuditFault>& fault) {
  return field("from", "From", "A day, such as 2026-11-22", from, fault) +
         field("until", "Until", "The last day, such as 2026-11-30", until, fault);
}

Html filter_of(const AuditListShown& shown) {
  Select kinds{
      .name = "operation", .label = {.text = "What was done"}, .value = shown.query.operation};
  kinds.items.push_back({.text = "Anything", .value = ""});
  for (const auto* operation : operations)
    kinds.items.push_back({.text = operation, .value = operation});
  Html fields = field("file", "File", "Its number, as the address of the file has it",
                      shown.query.file, shown.fault);
  fields += field("person", "Person", "Their number; or choose a name in the list",
                  shown.query.person, shown.fault);
  fields += select(kinds);
  fields += day_fields(shown.query.from, shown.query.until, shown.fault);
  fields += button({.text = "Show"});
  return element("form", {{"method", "get"}, {"action", paths::audit()}, {"novalidate", true}},
                 fields);
}

Cell cell(const char* label, const Html& value) {
  return {.text = value, .attributes = {{"data-label", label}}};
}

Html short_id(const std::string& id) {
  return element("code", {}, std::string_view(id).substr(0, 8));
}

Html by_person(const std::string& person, const std::string& name) {
  if (person.empty()) return text("Nobody known");
  return link(paths::audit({{"person", person}}), name.empty() ? person : name);
}

Html by_file(const std::string& file) {
  if (file.empty()) return text("None");
  return element("a", {{"class", "govuk-link"}, {"href", paths::audit({{"file", file}})}},
                 element("span", {{"class", "govuk-visually-hidden"}}, "File "), short_id(file));
}

std::vector<Cell> row_of(const AuditRowShown& row) {
  Html where = row.listed > 0 ? text("List of " + std::to_string(row.listed)) : by_file(row.file);
  Html why = text(row.reason.empty() ? "None given" : row.reason);
  return {{.text = link(paths::audit_event(row.number), row.when)},
          cell("Who", by_person(row.person, row.name)),
          cell("Role", text(row.role.empty() ? "None" : row.role)),
          cell("What", text(row.what)),
          cell("Outcome", text(row.outcome)),
          cell("File", where),
          cell("Reason", why)};
}

Html ways(const AuditQuery& query) {
  Html list = element("li", {}, link(paths::audit_unusual(), "Access to look at more closely"));
  list += element(
      "li", {}, link(paths::audit_export(query.fields()), "Give this part of the log to somebody"));
  return element("ul", {{"class", "govuk-list"}}, list);
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
  main += heading("Who looked at what");
  main += purpose_stated();
  main += ways(shown.query);
  main += filter_of(shown);
  if (shown.rows.empty() && !shown.fault)
    main += element("p", {{"class", "govuk-body"}}, "Nothing on the log answers to this.");
  if (!shown.rows.empty()) {
    Table rows{.caption = "The newest first; times in London",
               .caption_classes = "govuk-table__caption--m",
               .head = {{.text = "When"},
                        {.text = "Who"},
                        {.text = "Role"},
                        {.text = "What"},
                        {.text = "Outcome"},
                        {.text = "File"},
                        {.text = "Reason"}},
               .first_cell_is_header = true,
               .classes = "nl-list"};
    for (const auto& row : shown.rows) rows.rows.push_back(row_of(row));
    main += table(rows);
  }
  if (shown.older) {
    auto next = shown.query.fields();
    next.emplace_back("before", std::to_string(*shown.older));
    main += pagination({.next = {.href = paths::audit(next), .text = "Older"}});
  }
  return page(shell,
              {.title = "Who looked at what",
               .section = Section::Audit,
               .has_errors = shown.fault.has_value()},
              main);
}

Html audit_event(const Shell& shell, const AuditEventShown& shown) {
  const auto title = "Row " + std::to_string(shown.number) + " of the log";
  Html main = element("h1", {{"class", "govuk-heading-xl"}}, title);
  SummaryList facts;
  for (const auto& [what, value] : shown.facts)
    facts.rows.push_back({.key = what, .value = value, .value_classes = "govuk-!-text-break-word"});
  main += summary_list(facts);
  main += purpose_stated();
  return page(shell,
              {.title = title,
               .section = Section::Audit,
               .breadcrumbs = {{"Who looked at what", paths::audit()}}},
              main);
}

Html audit_unusual(const Shell& shell, const UnusualShown& shown) {
  Html main = summary_of(shown.fault);
  main += heading("Access to look at more closely");
  main += element("p", {{"class", "govuk-body-l"}},
                  "Each line says why it is here. Most have a good reason: ask before you judge.");
  main += purpose_stated();
  main +=
      element("form", {{"method", "get"}, {"action", paths::audit_unusual()}, {"novalidate", true}},
              day_fields(shown.from, shown.until, shown.fault) + button({.text = "Show"}));
  if (shown.rows.empty() && !shown.fault)
    main += element("p", {{"class", "govuk-body"}}, "There is nothing of the kind in these days.");
  if (!shown.rows.empty()) {
    Table rows{
        .caption = "In the order of time",
        .caption_classes = "govuk-table__caption--m",
        .head = {{.text = "When"}, {.text = "Who"}, {.text = "File"}, {.text = "Why it is here"}},
        .first_cell_is_header = true,
        .classes = "nl-list"};
    for (const auto& row : shown.rows)
      rows.rows.push_back({{.text = link(paths::audit_event(row.number), row.when)},
                           cell("Who", by_person(row.person, row.name)),
                           cell("File", row.file.empty() ? text("Several") : by_file(row.file)),
                           cell("Why it is here", text(row.why))});
    main += table(rows);
  }
  return page(shell,
              {.title = "Access to look at more closely",
               .section = Section::Audit,
               .breadcrumbs = {{"Who looked at what", paths::audit()}},
               .has_errors = shown.fault.has_value()},
              main);
}

Html audit_export(const Shell& shell, const AuditExportShown& shown) {
  Html main = summary_of(shown.fault);
  main += heading("Give part of the log to somebody");
  main += element("p", {{"class", "govuk-body"}},
                  "Who gets it and what for are put on the log before it is given out.");
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
  fields += element("div", {{"class", "govuk-button-group"}},
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
