#include "base/text.hpp"
#include "html/button.hpp"
#include "html/pagination.hpp"
#include "html/select.hpp"
#include "html/table.hpp"
#include "web/paths.hpp"
#include "web/views/audit_parts.hpp"
#include "web/views/words.hpp"

namespace northlight::web::views {
namespace {

using namespace html;

std::vector<std::pair<std::string, std::string>> fields_of(const UnusualShown& shown,
                                                           const std::string& person) {
  std::vector<std::pair<std::string, std::string>> all{{"from", shown.from},
                                                       {"until", shown.until}};
  if (!shown.kind.empty()) all.emplace_back("kind", shown.kind);
  if (!person.empty()) all.emplace_back("person", person);
  return all;
}

/// Which days, and why an access is shown: with how many there are of each kind.
Html unusual_filter(const UnusualShown& shown) {
  Select kinds{.name = "kind", .label = {.text = "Why it is here"}, .value = shown.kind};
  kinds.items.push_back({.text = "Any reason", .value = ""});
  for (const auto& each : shown.kinds)
    kinds.items.push_back(
        {.text = each.words + " (" + std::to_string(each.count) + ")", .value = each.code});
  Html whose;
  if (!shown.person.empty())
    whose = element("input", {{"type", "hidden"}, {"name", "person"}, {"value", shown.person}});
  return element("form",
                 {{"method", "get"},
                  {"action", paths::audit_unusual()},
                  {"class", "nl-search"},
                  {"novalidate", true}},
                 day_fields(shown.from, shown.until, shown.fault), select(kinds), whose,
                 button({.text = "Show"}));
}

/// The newest lines of one person.
Html lines_of(const UnusualShown::Group& group, const std::string& caption) {
  Table rows{.caption = caption,
             .caption_classes = "govuk-table__caption--m",
             .head = {{.text = "When", .classes = "govuk-!-width-one-quarter"},
                      {.text = "File", .classes = "govuk-!-width-one-quarter"},
                      {.text = "Why it is here"}},
             .first_cell_is_header = true,
             .classes = "nl-list nl-log"};
  for (const auto& row : group.rows)
    rows.rows.push_back({{.text = link(paths::audit_event(row.number), row.when)},
                         cell("File", row.file.empty() ? text("No single one") : by_file(row.file)),
                         cell("Why it is here", text(row.why))});
  return table(rows);
}

Html group_of(const UnusualShown& shown, const UnusualShown::Group& group) {
  const auto count = static_cast<long long>(group.count);
  Html out = lines_of(group, group.name + ": " + counted(count, "line", "lines"));
  if (group.rows.size() == group.count) return out;
  return out + element("p", {{"class", "govuk-body"}},
                       element("a",
                               {{"class", "govuk-link"},
                                {"href", paths::audit_unusual(fields_of(shown, group.person))}},
                               "All " + std::to_string(group.count) + " lines of " + group.name));
}

}  // namespace

Html audit_unusual(const Shell& shell, const UnusualShown& shown) {
  Html main = summary_of(shown.fault);
  main += log_heading("Access to look at more closely");
  main += element("p", {{"class", "govuk-body-l"}},
                  "Each line says why it is here. Most have a good reason: ask before you judge.");
  main += purpose_stated();
  main += unusual_filter(shown);
  if (shown.groups.empty() && !shown.fault)
    main += element("p", {{"class", "govuk-body"}}, "There is nothing of the kind in these days.");
  if (!shown.person.empty())
    main += element("p", {{"class", "govuk-body"}},
                    link(paths::audit_unusual(fields_of(shown, "")), "Show everybody"));
  else if (!shown.groups.empty())
    main += paragraph(
        "Whoever has the newest line stands first; of each the newest lines. How many somebody has "
        "says nothing by itself: a head of service opens many files.");
  for (const auto& group : shown.groups) main += group_of(shown, group);
  if (!shown.groups.empty())
    main += pagination_of_list(shown.page, shown.pages, [&](int number) {
      auto fields = fields_of(shown, shown.person);
      fields.emplace_back("page", std::to_string(number));
      return paths::audit_unusual(fields);
    });
  return page(shell,
              {.title = "Access to look at more closely",
               .section = Section::Audit,
               .breadcrumbs = {{"Who looked at what", paths::audit()}},
               .has_errors = shown.fault.has_value()},
              main);
}

}  // namespace northlight::web::views
