#include "web/views/children_view.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "html/button.hpp"
#include "html/input.hpp"
#include "html/inset_text.hpp"
#include "html/notification_banner.hpp"
#include "html/pagination.hpp"
#include "html/sub_navigation.hpp"
#include "html/table.hpp"
#include "html/tag.hpp"
#include "web/child_paths.hpp"
#include "web/views/cover_view.hpp"
#include "web/views/words.hpp"

namespace northlight::web::views {
namespace {

using namespace html;

Html marks(const store::ListedChild& child) {
  Html out;
  if (child.restricted) out += tag({.text = "Restricted", .classes = "govuk-tag--grey"});
  if (child.held) out += tag({.text = "Legal hold", .classes = "govuk-tag--grey"});
  return out.empty() ? out : element("span", {{"class", "nl-block"}}, out);
}

const casework::SendsInto* sends_into(const ChildrenList& model, const store::ListedChild& child) {
  const auto at = std::ranges::find(model.sends, child.file, &casework::SendsInto::file);
  return at == model.sends.end() ? nullptr : &*at;
}

/// Whoever was asked in about a child has that page and no other.
std::vector<Cell> invited_row(const store::ListedChild& child) {
  return {
      {.text = element("a", {{"class", "govuk-link"}, {"href", paths::child_send_in(child.file)}},
                       shown_name(child.given_names, child.family_name, child.known_as))},
      cell("Age", text("–")),
      cell("Case", text("You were asked to send something in")),
      cell("Who works with them", text("–"))};
}

Html send_link(const store::ListedChild& child) {
  return element(
      "a", {{"class", "govuk-link nl-block"}, {"href", paths::child_send_in(child.file)}},
      "Send something in",
      element("span", {{"class", "govuk-visually-hidden"}},
              " about " + shown_name(child.given_names, child.family_name, child.known_as)));
}

std::vector<Cell> row(const ChildrenList& model, const store::ListedChild& child) {
  const auto* const sends = sends_into(model, child);
  if (sends != nullptr && sends->invited) return invited_row(child);
  Html kinds;
  Html workers;
  for (const auto& one : model.cases) {
    if (one.file != child.file) continue;
    kinds +=
        one.kind && one.stage
            ? element("span", {{"class", "nl-block"}}, domain::words(*one.kind),
                      element("span", {{"class", "nl-quiet nl-block"}}, domain::words(*one.stage)))
            : element("span", {{"class", "nl-block"}}, "Open case");
    workers += element("span", {{"class", "nl-block"}},
                       one.worker ? *one.worker : std::string("Nobody yet"),
                       element("span", {{"class", "nl-quiet nl-block"}}, one.team));
  }
  if (kinds.empty()) kinds = element("span", {{"class", "nl-quiet"}}, "No open case");
  if (workers.empty()) workers = text("–");
  return {{.text = element("a", {{"class", "govuk-link"}, {"href", paths::child(child.file)}},
                           shown_name(child.given_names, child.family_name, child.known_as)) +
                   marks(child) + (sends == nullptr ? Html() : send_link(child))},
          cell("Age", text(age_words(child.born_on.reveal(), model.today))),
          cell("Case", kinds),
          cell("Who works with them", workers)};
}

Html search_form(const ChildrenList& model) {
  return element("form",
                 {{"method", "post"},
                  {"action", paths::children_search()},
                  {"class", "nl-search"},
                  {"role", "search"}},
                 form_token(model.form_token),
                 input({.name = "name",
                        .label = {.text = "Find a child by name", .classes = "govuk-label--s"},
                        .value = model.typed ? model.typed->reveal() : std::string(),
                        .id = "name",
                        .autocomplete = "off",
                        .spellcheck = false,
                        .classes = "govuk-input--width-20"}),
                 button({.text = "Find", .classes = "govuk-button--secondary"}));
}

ChildrenPart part_of(const ChildrenList& model) {
  if (model.typed || model.lent_by) return ChildrenPart::None;
  switch (model.whose) {
    case Whose::Mine:
      return ChildrenPart::Mine;
    case Whose::Team:
      return ChildrenPart::Team;
    case Whose::All:
      break;
  }
  return ChildrenPart::All;
}

std::string title_of(const ChildrenList& model) {
  if (!model.typed) return "Children";
  return model.children.empty()
             ? std::string("No child found")
             : (model.cut ? "The first " : "") +
                   counted(static_cast<long long>(model.children.size()), "child", "children") +
                   " found";
}

std::string none_words(const ChildrenList& model) {
  if (model.typed)
    return "No child whom you may see answers to that name. Try another "
           "spelling, or part of it.";
  if (model.lent_by) return "This cover lends you no child’s case today.";
  switch (model.whose) {
    case Whose::Mine:
      return "No child is allocated to you.";
    case Whose::Team:
      return "No child is allocated to your team.";
    case Whose::All:
      break;
  }
  return "There is no child whom you may see.";
}

/// For whom the reader covers; on the list of what that lends, whose it is.
Html covers_shown(const ChildrenList& model) {
  if (model.covers.empty() || model.typed) return {};
  if (!model.lent_by)
    return inset_text(
        {.text = all(text("You cover for:"), own_covers_list(model.covers, model.now))});
  const auto one = std::ranges::find(model.covers, *model.lent_by,
                                     [](const auto& each) { return each.cover.absent; });
  if (one == model.covers.end()) return {};
  return inset_text(
      {.text = "You cover for " + one->absent + " " + until_last_day(one->cover) +
               ". These are the children whose cases that lends you, and they leave "
               "this list when it ends. Your own role says what you may do with them."});
}

}  // namespace

std::string_view code(Whose whose) {
  switch (whose) {
    case Whose::Mine:
      return "mine";
    case Whose::Team:
      return "team";
    case Whose::All:
      break;
  }
  return "all";
}

Whose parse_whose(std::string_view text) {
  for (const auto whose : {Whose::Team, Whose::All})
    if (code(whose) == text) return whose;
  return Whose::Mine;
}

Html children_navigation(ChildrenPart active, WorksIn works_in) {
  if (works_in == WorksIn::Nowhere) return {};
  SubNavigation navigation{.label = "Children"};
  const auto item = [&](ChildrenPart part, const char* words, Url href) {
    navigation.items.push_back({.text = words, .href = std::move(href), .active = part == active});
  };
  item(ChildrenPart::Mine, "My children", paths::children({{"whose", "mine"}}));
  if (works_in == WorksIn::Team)
    item(ChildrenPart::Team, "My team’s", paths::children({{"whose", "team"}}));
  item(ChildrenPart::All, "All that I may see", paths::children({{"whose", "all"}}));
  item(ChildrenPart::Due, works_in == WorksIn::Team ? "What is due" : "Due for me",
       paths::due({{"whose", "mine"}}));
  if (works_in == WorksIn::Team)
    item(ChildrenPart::TeamDue, "Due in my team", paths::due({{"whose", "team"}}));
  else
    item(ChildrenPart::TeamDue, "Due in the service", paths::due({{"whose", "all"}}));
  item(ChildrenPart::Notices, "Opened with a reason", paths::notices());
  return sub_navigation(navigation);
}

std::string age_words(const std::optional<Date>& born_on, Date today) {
  if (!born_on) return "not known";
  auto years = static_cast<int>(today.year()) - static_cast<int>(born_on->year());
  const auto had_birthday =
      std::pair(today.month(), today.day()) >= std::pair(born_on->month(), born_on->day());
  if (!had_birthday) --years;
  return years < 0 ? "not born yet" : std::to_string(years);
}

std::string shown_name(const Sensitive<std::string>& given, const Sensitive<std::string>& family,
                       const Sensitive<std::optional<std::string>>& known_as) {
  std::string name;
  const auto add = [&name](const std::string& part) {
    if (!part.empty()) name += (name.empty() ? "" : " ") + part;
  };
  const auto& usual = known_as.reveal();
  if (usual && !usual->empty() && *usual != given.reveal()) {
    add(*usual);
    if (!given.reveal().empty()) add("(" + given.reveal() + ")");
  } else {
    add(given.reveal());
  }
  add(family.reveal());
  return name;
}

Html children_page(const Shell& shell, const ChildrenList& model) {
  Html main;
  if (model.given_away)
    main += notification_banner(
        {.content = element("p", {{"class", "govuk-notification-banner__heading"}},
                            "The case is given to somebody else. You work with that child no "
                            "longer: to open the file again, you will be asked why."),
         .kind = NotificationKind::Success});
  main += element("h1", {{"class", "govuk-heading-l"}}, title_of(model));
  if (model.may_add) main += button({.text = "Add a child", .href = paths::child_add()});
  main += search_form(model);
  main += children_navigation(part_of(model), model.works_in);
  main += covers_shown(model);
  if (model.team_instead)
    main += element("p", {{"class", "govuk-body"}},
                    "No child is allocated to you. These are your team’s.");
  if (model.children.empty()) {
    main += element("p", {{"class", "govuk-body"}}, none_words(model));
  } else {
    if (model.typed)
      main += element("p", {{"class", "govuk-body"}},
                      "Names that are spelt a little differently may be found too, after those "
                      "that fit better.");
    Table table{.caption = model.typed ? "Those who answer best come first" : "By family name",
                .caption_classes = "govuk-visually-hidden",
                .head = {{.text = "Name"},
                         {.text = "Age"},
                         {.text = "Case"},
                         {.text = "Who works with them"}},
                .first_cell_is_header = true,
                .classes = "nl-cards"};
    for (const auto& child : model.children) table.rows.push_back(row(model, child));
    main += html::table(table);
  }
  if (model.next) {
    const auto which = model.lent_by
                           ? std::pair{std::string("lent"), model.lent_by->text()}
                           : std::pair{std::string("whose"), std::string(code(model.whose))};
    main += pagination({.next = {.href = paths::children({which, {"after", model.next->text()}}),
                                 .text = "More children"}});
  }
  return page(shell, {.title = title_of(model), .section = Section::Children}, main);
}

}  // namespace northlight::web::views
