#include "web/views/sight_files_view.hpp"
#include "base/text.hpp"
#include "html/pagination.hpp"
#include "html/table.hpp"
#include "web/child_paths.hpp"
#include "web/paths.hpp"
#include "web/views/children_view.hpp"
#include "web/views/people_parts.hpp"
#include "web/views/words.hpp"

namespace northlight::web::views {
namespace {

using namespace html;
using casework::SightReason;
using Why = SightReason::Why;

std::string sight_day(const std::optional<platform::Instant>& at) {
  return at ? northlight::words(platform::day_in_london(*at)) : std::string();
}

std::string sight_since(const SightReason& reason) {
  return reason.from ? " since " + sight_day(reason.from) : std::string();
}

/// The last day, where it ends by itself.
std::string sight_until(const SightReason& reason) {
  if (!reason.until) return {};
  return " until " + sight_day(*reason.until - std::chrono::milliseconds(1));
}

std::string reason_words(const SightReason& reason) {
  switch (reason.why) {
    case Why::OwnCase:
      return "Their own case" + sight_since(reason) + sight_until(reason);
    case Why::Cover:
      return "They cover for " + reason.name;
    case Why::TeamCase:
      return "A case of " + (reason.name.empty() ? "their team" : reason.name) +
             sight_since(reason) + sight_until(reason);
    case Why::Service:
      return "Their role finds every case of the service";
    case Why::Sample:
      return "Sampled in " + (reason.name.empty() ? "an inspection" : reason.name) +
             sight_since(reason) + sight_until(reason) +
             ", or until the fieldwork evidence is signed before";
    case Why::Invited:
      return "Asked in" + (reason.name.empty() ? "" : " by " + reason.name) +
             (reason.from ? " on " + sight_day(reason.from) : "") +
             (reason.until ? "," + sight_until(reason) : "");
    case Why::Named:
      return "The file is restricted, and they are named on it";
  }
  return {};
}

Html file_cell(const SightFilesModel& model, const casework::ExplainedFile& one) {
  Html out;
  if (one.child)
    out = link(paths::child(one.file),
               shown_name(one.child->given_names, one.child->family_name, one.child->known_as));
  else if (model.may_read_log)
    out =
        element("a", {{"class", "govuk-link"}, {"href", paths::audit({{"file", one.file.text()}})}},
                element("span", {{"class", "govuk-visually-hidden"}}, "File "),
                element("code", {}, one.file.text()));
  else
    out = element("code", {}, one.file.text());
  if (one.victim) out += element("span", {{"class", "nl-quiet nl-block"}}, "A victim’s file");
  return out;
}

Html reasons_cell(const casework::ExplainedFile& one) {
  Html out;
  for (const auto& reason : one.reasons)
    out += element("span", {{"class", "nl-block"}}, reason_words(reason));
  return out;
}

}  // namespace

Html sight_files_page(const Shell& shell, const SightFilesModel& model) {
  const auto& person = model.explained.person;
  const std::string title = "Files that " + person.name + " can find";
  Html main = people_heading(title);
  main += paragraph(
      "Each with what lets them find it today, in this organisation. A child’s name stands here "
      "only where you may find the child yourself; otherwise the number of the file. That you "
      "looked, and at which files, is on the log.");
  if (model.explained.files.empty()) {
    main += paragraph(model.is_first ? "They can find no file today." : "There are no more files.");
  } else {
    Table files{.caption = "By the numbers of the files",
                .caption_classes = "govuk-visually-hidden",
                .head = {{.text = "File"}, {.text = "Whose case"}, {.text = "Why"}},
                .first_cell_is_header = true,
                .classes = "nl-cards"};
    for (const auto& one : model.explained.files)
      files.rows.push_back(
          {{.text = file_cell(model, one)},
           cell("Whose case", text(one.where.empty() ? "Nobody’s now" : one.where)),
           cell("Why", reasons_cell(one))});
    main += table(files);
  }
  if (model.explained.next)
    main += pagination({.next = {.href = paths::person_files(
                                     person.id.text(), {{"after", model.explained.next->text()}}),
                                 .text = "More files"}});
  auto crumbs = under_person(person);
  crumbs.push_back({"What they can see", paths::person_sight(person.id.text())});
  return page(shell, {.title = title, .section = Section::People, .breadcrumbs = std::move(crumbs)},
              main);
}

}  // namespace northlight::web::views
