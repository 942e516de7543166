#include <algorithm>

#include "base/text.hpp"
#include "html/inset_text.hpp"
#include "html/summary_list.hpp"
#include "web/paths.hpp"
#include "web/views/access_words.hpp"
#include "web/views/cover_view.hpp"
#include "web/views/people_parts.hpp"
#include "web/views/words.hpp"

namespace northlight::web::views {
namespace {

using namespace html;

std::string counts_words(const store::ScopeCounts& counts) {
  auto said = counted(counts.children, "child's file", "children's files");
  if (counts.victims > 0)
    said += " and " + counted(counts.victims, "victim's file", "victims' files");
  return said;
}

Html bullets(const std::vector<std::string>& lines) {
  Html out;
  out.add_raw(R"(<ul class="govuk-list govuk-list--bullet">)");
  for (const auto& line : lines) out += element("li", {}, line);
  out.add_raw("</ul>");
  return out;
}

/// What a role may do on children's (or victims') files, one line for each set of relations.
std::vector<std::string> deeds(const accounts::Role& role, bool walled) {
  std::vector<std::string> lines;
  for (std::size_t i = 0; i < domain::action_count; ++i) {
    const auto action = static_cast<domain::Action>(i);
    const auto& permission = role.on(action, walled);
    std::string line;
    if (!permission.may.empty()) line = relations_in_words(permission.may);
    if (!permission.with_reason.empty())
      line += (line.empty() ? "" : "; ") + relations_in_words(permission.with_reason) +
              " after saying why";
    if (!line.empty()) lines.push_back(std::string(action_in_words(action)) + ": " + line);
  }
  return lines;
}

std::vector<std::string> deeds_there(const accounts::Role& role) {
  std::vector<std::string> lines;
  for (std::size_t i = 0; i < domain::action_count; ++i) {
    const auto action = static_cast<domain::Action>(i);
    if (role.in_organisation.has(action)) lines.emplace_back(action_in_words(action));
  }
  return lines;
}

Html role_in_words(const accounts::Role& role) {
  Html out = paragraph(role.words);
  const auto part = [&](const char* title, const std::vector<std::string>& lines) {
    if (lines.empty()) return;
    out += element("h3", {{"class", "govuk-heading-s"}}, title);
    out += bullets(lines);
  };
  part("On children's files", deeds(role, false));
  part("On victims' files", deeds(role, true));
  part("In the organisation", deeds_there(role));
  return out;
}

Html explained_role(const PeopleFrame& frame, const casework::ExplainedRole& role) {
  const auto where = role.organisation + (role.team.empty() ? "" : ", " + role.team);
  Html out = element("h2", {{"class", "govuk-heading-m"}},
                     frame.policy.title(role.held.role) + ", " + where);
  SummaryList reach;
  for (const auto& [relation, counts] : role.reach) {
    auto name = std::string(relation_in_words(relation));
    name.front() =
        static_cast<char>(name.front() - ('a' <= name.front() && name.front() <= 'z' ? 32 : 0));
    reach.rows.push_back({.key = name, .value = "Can find " + counts_words(counts)});
  }
  if (reach.rows.empty())
    out += paragraph("By this role they can find no file today.");
  else
    out += summary_list(reach);
  if (const auto* known = frame.policy.find(role.held.role)) out += role_in_words(*known);
  return out;
}

}  // namespace

Html sight_page(const Shell& shell, const PeopleFrame& frame,
                const casework::Explained& explained) {
  const auto& name = explained.person.name;
  const std::string title = "What can " + name + " see, and why?";
  Html main = people_heading(title);
  main += inset_text({.text = explained.roles.empty()
                                  ? name + " holds no role today, so they can see no file."
                                  : "Today " + name + " can find " + counts_words(explained.all) +
                                        " in all. What they may do with each is below."});
  for (const auto& [cover, absent, covering] : explained.covers)
    main += paragraph("They cover for " + absent + " " + until_last_day(cover) +
                      ". That lends them the cases of " + absent + " and of the teams of " +
                      absent + ", as far as both of their roles allow. It is counted below.");
  if (explained.all.children + explained.all.victims > 0)
    main += paragraph(link(paths::person_files(explained.person.id.text()),
                           "See which files these are, and why"));
  for (const auto& role : explained.roles) main += explained_role(frame, role);
  main += section_heading("marks", "What takes sight away");
  std::vector<std::string> marks;
  for (std::size_t i = 0; i < domain::mark_count; ++i)
    marks.push_back(frame.policy.mark(static_cast<domain::Mark>(i)).words);
  main += bullets(marks);
  return page(
      shell,
      {.title = title, .section = Section::People, .breadcrumbs = under_person(explained.person)},
      element("div", {{"class", "govuk-grid-row"}},
              element("div", {{"class", "govuk-grid-column-two-thirds"}}, main)));
}

Html roles_page(const Shell& shell, const PeopleFrame& frame) {
  Html main = people_heading("What each role may do");
  main += paragraph("In force from " + words(frame.policy.in_force_from()) +
                    ". Whatever is not listed here, a role may not do.");
  for (const auto& role : frame.policy.roles()) {
    main += element("h2", {{"class", "govuk-heading-m"}, {"id", "role-" + role.code}}, role.title);
    main += role_in_words(role);
  }
  main += section_heading("glass", "A file that is not yours");
  main += paragraph(frame.policy.glass_words());
  return page(
      shell,
      {.title = "What each role may do", .section = Section::People, .breadcrumbs = under_people()},
      element("div", {{"class", "govuk-grid-row"}},
              element("div", {{"class", "govuk-grid-column-two-thirds"}}, main)));
}

SummaryList watched(const accounts::AccessWatch& watch) {
  const auto& when = watch.unusual;
  SummaryList list;
  const auto add = [&](const char* key, const std::string& value) {
    list.rows.push_back({.key = key, .value = value});
  };
  add("Usual hours", std::to_string(when.first_hour) + ":00 to " + std::to_string(when.last_hour) +
                         ":59 in London, not at weekends");
  add("Many files on one day", "More than " + std::to_string(when.times_usual) +
                                   " times the usual, and at least " +
                                   std::to_string(when.least_files));
  add("Refused often", "At least " + counted(when.least_refused, "try", "tries") + " on one day");
  add("Looks back", counted(watch.days_shown, "day", "days"));
  add("A reason for opening a file has",
      std::to_string(watch.reason.least) + " to " + std::to_string(watch.reason.most) + " letters");
  add("Where this is set",
      "policy/access-watch.toml, in force from " + words(watch.in_force_from) +
          (watch.status == "unverified" ? ". Not yet checked by your data protection officer."
                                        : ". " + watch.source));
  return list;
}

Html settings_page(const Shell& shell, const PeopleFrame& frame, const SettingsModel& model) {
  Html main = people_heading("Settings");
  SummaryList list;
  list.rows.push_back({.key = "Name", .value = model.organisation.name});
  list.rows.push_back({.key = "Short name", .value = model.organisation.slug});
  list.rows.push_back({.key = "A reason for opening a file holds for",
                       .value = counted(frame.policy.glass_lasts().count(), "hour", "hours")});
  list.rows.push_back({.key = "Roles and permissions",
                       .value = "In force from " + words(frame.policy.in_force_from()),
                       .actions = {{.text = "Read them", .href = paths::roles()}}});
  list.rows.push_back({.key = "Teams",
                       .value = "Of " + model.organisation.name,
                       .actions = {{.text = "See and add", .href = paths::teams()}}});
  main += summary_list(list);
  main += section_heading("watch", "What the auditor of the log is shown to look at");
  main += summary_list(watched(model.watch));
  main += section_heading("providers", "Signing in with accounts from elsewhere");
  if (model.providers.empty())
    main +=
        paragraph("No identity provider is in use. Everybody signs in with a password and a code.");
  for (const auto& provider : model.providers) {
    SummaryList facts{
        .rows = {{.key = "Issuer", .value = provider.issuer},
                 {.key = "Second factor",
                  .value = provider.second_factor ? "Its own is taken where it says so"
                                                  : "Ours is always asked for"},
                 {.key = "People are matched",
                  .value = provider.by_email ? "By an e-mail address that it has verified, or by "
                                               "connecting it on their account page"
                                             : "By connecting it on their account page"},
                 {.key = "Roles",
                  .value = provider.roles == 0 ? std::string("Given here alone")
                                               : counted(static_cast<long long>(provider.roles),
                                                         "rule gives", "rules give") +
                                                     " roles by what it says"}}};
    facts.card = SummaryCard{.title = provider.name};
    main += summary_list(facts);
  }
  main += paragraph(
      "Reasons, roles and identity providers are files of the installation (policy/): whoever "
      "looks after the server changes them.");
  return page(shell, {.title = "Settings", .section = Section::Settings},
              element("div", {{"class", "govuk-grid-row"}},
                      element("div", {{"class", "govuk-grid-column-two-thirds"}}, main)));
}

}  // namespace northlight::web::views
