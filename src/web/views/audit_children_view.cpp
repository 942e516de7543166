#include "accounts/audit_reading.hpp"
#include "html/button.hpp"
#include "html/input.hpp"
#include "html/table.hpp"
#include "web/paths.hpp"
#include "web/views/audit_parts.hpp"
#include "web/views/audit_view.hpp"
#include "web/views/children_view.hpp"
#include "web/views/words.hpp"

namespace northlight::web::views {
namespace {

using namespace html;

Html nobody_found(const AuditChildrenShown& shown) {
  if (!shown.number.empty())
    return element(
        "p", {{"class", "govuk-body"}},
        "No child’s file that this search shows has that number. What the log says of "
        "the number stands there all the same: ",
        element("a", {{"class", "govuk-link"}, {"href", paths::audit({{"file", shown.number}})}},
                "the log of that file"),
        ".");
  return element("p", {{"class", "govuk-body"}},
                 "No child of your service whom this search shows answers to that name. Try "
                 "another spelling, or part of the name. A restricted file, a victim’s and one "
                 "that was erased are found by their number alone: it is the last part of the "
                 "file’s address.");
}

}  // namespace

Html children_search(const Shell& shell, const char* label, const std::string& typed,
                     const std::optional<AuditFault>& fault) {
  return element("form",
                 {{"method", "post"},
                  {"action", paths::audit_children()},
                  {"class", "nl-search"},
                  {"role", "search"},
                  {"aria-label", label},
                  {"novalidate", true}},
                 form_token(shell.person ? shell.person->form_token : std::string()),
                 input({.name = "child",
                        .label = {.text = label, .classes = "govuk-label--s"},
                        .hint = {.text = "The child’s name, or the number of the file"},
                        .error = message_at(fault, "child"),
                        .value = typed,
                        .autocomplete = "off",
                        .spellcheck = false}),
                 button({.text = "Find", .classes = "govuk-button--secondary"}));
}

AuditChildrenShown::Child child_shown(const accounts::AuditedChild& child) {
  const auto& born = child.born_on.reveal();
  return {child.file.text(), shown_name(child.given_names, child.family_name, child.known_as),
          born ? std::to_string(static_cast<int>(born->year())) : std::string("Not known")};
}

Html audit_children(const Shell& shell, const AuditChildrenShown& shown) {
  Html main = summary_of(shown.fault);
  main += log_heading("Who has looked at this child?");
  main += children_search(shell, "Which child is it?", shown.typed, shown.fault);
  if (shown.children.empty() && !shown.fault) main += nobody_found(shown);
  if (!shown.children.empty()) {
    main += element("p", {{"class", "govuk-body"}},
                    std::string(shown.more ? "More children answer than can be shown: these fit "
                                             "best. Type more of the name. "
                                           : "") +
                        "Follow a name to everybody who opened the file, changed it or saw it in "
                        "a list. That you looked for it is on the log too.");
    Table rows{.caption = "Who answers best comes first",
               .caption_classes = "govuk-table__caption--m",
               .head = {{.text = "Child"}, {.text = "Year of birth"}, {.text = "Service"}},
               .first_cell_is_header = true,
               .classes = "nl-list"};
    for (const auto& one : shown.children)
      rows.rows.push_back(
          {{.text = element("a",
                            {{"class", "govuk-link"}, {"href", paths::audit({{"file", one.file}})}},
                            one.name)},
           cell("Year of birth", text(one.born_in)),
           cell("Service", text(shown.service))});
    main += table(rows);
  }
  return page(shell,
              {.title = "Who has looked at this child?",
               .section = Section::Audit,
               .breadcrumbs = {{"Who looked at what", paths::audit()}},
               .has_errors = shown.fault.has_value()},
              main);
}

}  // namespace northlight::web::views
