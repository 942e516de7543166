#include "html/button.hpp"
#include "html/pagination.hpp"
#include "html/select.hpp"
#include "html/table.hpp"
#include "html/tag.hpp"
#include "web/paths.hpp"
#include "web/views/audit_parts.hpp"
#include "web/views/audit_view.hpp"
#include "web/views/audit_words.hpp"
#include "web/views/words.hpp"

namespace northlight::web::views {
namespace {

using namespace html;

Html door_filter(const InstallationLogShown& shown) {
  Select kinds{
      .name = "operation", .label = {.text = "What was done"}, .value = shown.query.operation};
  kinds.items.push_back({.text = "Anything", .value = ""});
  for (const auto operation : audit_operations())
    kinds.items.push_back({.text = std::string(operation_in_words(operation)),
                           .value = std::string(code(operation))});
  return element("form",
                 {{"method", "get"},
                  {"action", paths::audit_installation()},
                  {"class", "nl-search"},
                  {"novalidate", true}},
                 day_fields(shown.query.from, shown.query.until, shown.fault), select(kinds),
                 button({.text = "Show"}));
}

std::vector<Cell> door_row(const InstallationLogShown::Row& one) {
  const auto& row = one.row;
  Html what = text(row.what);
  if (!row.outcome.empty())
    what += element("span", {{"class", "nl-block"}},
                    tag({.text = row.outcome, .classes = "govuk-tag--yellow"}));
  return {{.text = link(paths::audit_installation_event(row.number), row.when)},
          cell("Who", text(row.name.empty() ? "Nobody known" : row.name)),
          cell("What", what),
          cell("From", text(one.source.empty() ? "–" : one.source))};
}

}  // namespace

Html installation_log(const Shell& shell, const InstallationLogShown& shown) {
  Html main = summary_of(shown.fault);
  main += page_heading("Attempts to get in");
  main += paragraph(
      "What belongs to no organisation: guesses at accounts that nobody has, sessions and links "
      "that are over or were never given, faults of identity providers, addresses that were asked "
      "for and are not there. Names that strangers typed are not kept. Everybody who audits a log "
      "on this installation sees these lines.");
  main += door_purpose();
  main += door_filter(shown);
  if (shown.rows.empty() && !shown.fault) main += paragraph("Nothing of the kind in these days.");
  if (!shown.rows.empty()) {
    Table rows{.caption = "The newest first; times in London",
               .caption_classes = "govuk-table__caption--m",
               .head = {{.text = "When"}, {.text = "Who"}, {.text = "What"}, {.text = "From"}},
               .first_cell_is_header = true,
               .classes = "nl-list nl-log"};
    for (const auto& row : shown.rows) rows.rows.push_back(door_row(row));
    main += table(rows);
  }
  if (shown.older) {
    auto next = shown.query.fields();
    next.emplace_back("before", std::to_string(*shown.older));
    main += pagination({.next = {.href = paths::audit_installation(next), .text = "Older"}});
  }
  return page(shell,
              {.title = "Attempts to get in",
               .section = Section::Audit,
               .breadcrumbs = {{"Who looked at what", paths::audit()}},
               .has_errors = shown.fault.has_value()},
              main);
}

}  // namespace northlight::web::views
