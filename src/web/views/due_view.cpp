#include "web/views/due_view.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "html/button.hpp"
#include "html/summary_list.hpp"
#include "html/table.hpp"
#include "html/tag.hpp"
#include "web/child_paths.hpp"
#include "web/views/form_parts.hpp"
#include "web/views/moment_words.hpp"
#include "web/views/words.hpp"

namespace northlight::web::views {
namespace {

using namespace html;

std::string child_in(const DueModel& model, const domain::FileId& file) {
  const auto at = std::ranges::find(model.due.children, file, &store::ListedChild::file);
  return at == model.due.children.end()
             ? std::string("A child")
             : shown_name(at->given_names, at->family_name, at->known_as);
}

std::string title_of(const DueModel& model, const forms::FormCode& form) {
  const auto at = model.form_titles.find(form.text());
  return at == model.form_titles.end() ? form.text() : at->second;
}

Html record_link(const DueModel& model, const domain::FileId& file, const domain::RecordId& record,
                 const forms::FormCode& form) {
  return element("a", {{"class", "govuk-link"}, {"href", paths::record({file}, record)}},
                 title_of(model, form) + " of " + child_in(model, file));
}

/// Which list a record stands in.
enum class Stand { Countersign, Returned, Writing };

Stand stand_of(const store::UnfinishedRow& row) {
  if (row.state == domain::VersionState::Returned) return Stand::Returned;
  return row.state == domain::VersionState::Signed && !row.has_draft ? Stand::Countersign
                                                                     : Stand::Writing;
}

Html records(const DueModel& model, Stand stand, const char* heading, const char* since,
             const char* by) {
  Table table{.caption = heading,
              .caption_classes = "govuk-table__caption--m",
              .head = {{.text = "Record"}, {.text = since}, {.text = by}},
              .first_cell_is_header = true,
              .classes = "nl-cards"};
  for (const auto& row : model.due.unfinished)
    if (stand_of(row) == stand)
      table.rows.push_back({{.text = record_link(model, row.file, row.record, row.form)},
                            cell(since, text(words(platform::in_london(row.since).day))),
                            cell(by, text(name_of(model.names, row.by)))});
  return table.rows.empty() ? Html() : html::table(table);
}

Html day_cell(const DueModel& model, const std::optional<Date>& day) {
  if (!day) return element("span", {{"class", "nl-quiet"}}, "No day given");
  Html out = element("span", {{"class", "nl-nowrap"}}, words(*day));
  if (*day < model.today)
    out += element("span", {{"class", "nl-block"}},
                   tag({.text = "Past its day", .classes = "govuk-tag--grey"}));
  return out;
}

Html promises(const DueModel& model) {
  Table table{.caption = "To be done",
              .caption_classes = "govuk-table__caption--m",
              .head = {{.text = "What"}, {.text = "By when"}, {.text = "By whom"}},
              .first_cell_is_header = true,
              .classes = "nl-cards"};
  for (const auto& row : model.due.promised)
    table.rows.push_back(
        {{.text = all(text(row.what.reveal()),
                      element("span", {{"class", "nl-block govuk-!-font-weight-regular"}},
                              record_link(model, row.file, row.record, row.form)))},
         cell("By when", day_cell(model, row.due_on)),
         cell("By whom", text(row.owner.empty() ? "–" : row.owner))});
  return table.rows.empty() ? Html() : html::table(table);
}

Html sent_in(const DueModel& model) {
  Table table{.caption = "Sent in, and not read yet",
              .caption_classes = "govuk-table__caption--m",
              .head = {{.text = "Whose file"}, {.text = "How much"}, {.text = "Since"}},
              .first_cell_is_header = true,
              .classes = "nl-cards"};
  for (const auto& row : model.due.unread)
    table.rows.push_back(
        {{.text = element("a", {{"class", "govuk-link"}, {"href", paths::child_sent_in(row.file)}},
                          child_in(model, row.file))},
         cell("How much", text(counted(row.count, "thing", "things"))),
         cell("Since", text(words(platform::in_london(row.since).day)))});
  return table.rows.empty() ? Html() : html::table(table);
}

Html whose_file(const casework::Notice& one) {
  const auto link = [](const html::Url& to, const std::string& words) {
    return element("a", {{"class", "govuk-link"}, {"href", to}}, words);
  };
  if (one.child)
    return link(paths::child(one.child->file),
                shown_name(one.child->given_names, one.child->family_name, one.child->known_as));
  if (one.victim)
    return all(text("A victim: "),
               link(paths::file({one.victim->file, true}), one.victim->reference));
  return text("A file that you may not see yourself");
}

}  // namespace

Html due_page(const Shell& shell, const DueModel& model) {
  Html main = element("h1", {{"class", "govuk-heading-l"}}, "What is due");
  main += children_navigation(
      model.whose == Whose::Mine ? ChildrenPart::Due : ChildrenPart::TeamDue, model.works_in);
  const bool nothing =
      model.due.unfinished.empty() && model.due.promised.empty() && model.due.unread.empty();
  main +=
      element("p", {{"class", "govuk-body"}},
              nothing ? "Nothing is unfinished, nothing waits to be read and nothing is due in the "
                        "next seven days."
                      : "What is unfinished or waits to be read, and what is due in the next "
                        "seven days or past its day.");
  main += sent_in(model);
  main +=
      records(model, Stand::Returned, "Sent back, to be worked on", "Sent back on", "Sent back by");
  main += records(model, Stand::Countersign, "Signed, waiting for a second signature", "Signed on",
                  "Signed by");
  main += promises(model);
  main += records(model, Stand::Writing, "Being written", "Since", "By");
  return page(shell,
              {.title = "What is due",
               .section = Section::Children,
               .breadcrumbs = {{.text = "Children", .address = paths::children()}}},
              main);
}

Html notices_page(const Shell& shell, const NoticesModel& model) {
  Html main = element("h1", {{"class", "govuk-heading-l"}}, "Files opened with a reason");
  main += children_navigation(ChildrenPart::Notices, model.works_in);
  main += element(
      "p", {{"class", "govuk-body"}},
      model.notices.empty()
          ? "Nobody of yours has opened a file with a reason."
          : "A colleague of yours opened the file of a child or a victim with whom they do not "
            "work. Read why, ask them if it does not explain itself, and then say that you "
            "have seen it.");
  for (const auto& one : model.notices) {
    SummaryList list{.card = SummaryCard{.title = name_of(model.names, one.row.about) + ", " +
                                                  moment_words(one.row.at)}};
    list.rows.push_back({.key = "Whose file", .value = whose_file(one)});
    list.rows.push_back({.key = "Their reason", .value = one.row.reason});
    list.rows.push_back(
        {.key = "Seen by you",
         .value =
             one.row.seen_at
                 ? text(moment_words(*one.row.seen_at))
                 : element("form", {{"method", "post"}, {"action", paths::notices()}},
                           form_token(model.form_token), hidden_field("notice", one.row.id.text()),
                           button({.text = all(text("I have seen this"),
                                               element("span", {{"class", "govuk-visually-hidden"}},
                                                       ": " + name_of(model.names, one.row.about))),
                                   .classes = "govuk-button--secondary nl-small-button"}))});
    main += summary_list(list);
  }
  return page(shell,
              {.title = "Files opened with a reason",
               .section = Section::Children,
               .breadcrumbs = {{.text = "Children", .address = paths::children()}}},
              main);
}

}  // namespace northlight::web::views
