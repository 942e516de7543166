#include "web/views/sample_view.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "html/button.hpp"
#include "html/inset_text.hpp"
#include "html/notification_banner.hpp"
#include "html/pagination.hpp"
#include "html/summary_list.hpp"
#include "html/table.hpp"
#include "web/child_paths.hpp"
#include "web/views/children_view.hpp"
#include "web/views/form_parts.hpp"
#include "web/views/moment_words.hpp"
#include "web/views/people_parts.hpp"
#include "web/views/sample_parts.hpp"
#include "web/views/words.hpp"

namespace northlight::web::views {
namespace {

using namespace html;
using casework::CaseOnPage;
using casework::SampleSide;
using store::SampleStage;

constexpr const char* drawn_page = "page";
constexpr const char* rest_page = "others";

/// Those who see the cases, or those who do not any more: with the moment, where it was before the
/// end of the sample.
std::string sample_readers_words(const SampleModel& model, bool now) {
  const auto& sample = model.page.listed.sample;
  std::vector<std::string> names;
  for (const auto& reader : model.page.readers) {
    if (model.page.sees_now(reader) != now) continue;
    const bool to_the_end = reader.until == sample.ends_at() || reader.until == sample.signed_at;
    names.push_back(now || !reader.until || to_the_end
                        ? reader.name
                        : reader.name + " until " + moment_words(*reader.until));
  }
  return list_in_words(names);
}

std::string day_and_hand(platform::Instant at, const std::string& name) {
  return moment_words(at) + (name.empty() ? "" : " by " + name);
}

/// Until when the cases are seen, or were.
std::string until_words(const SampleModel& model) {
  const auto& sample = model.page.listed.sample;
  const auto day = sample.last_day ? "The end of " + words(*sample.last_day) : std::string();
  if (!sample.signed_at)
    return model.page.listed.stage == SampleStage::Ended
               ? day + ", the last day of the fieldwork. Its evidence is not signed yet"
               : day +
                     ", the last day of the fieldwork, or the moment at which its evidence is "
                     "signed, if that is before";
  const auto is_signed = "The fieldwork evidence was signed, on " +
                         day_and_hand(*sample.signed_at, model.page.signed_by);
  if (const auto end = sample.ends_at(); end && *end <= *sample.signed_at)
    return day + ", the last day of the fieldwork. " + is_signed;
  return is_signed;
}

Html change_words(const store::SampleChangeRow& row) {
  if (const auto* const moved = std::get_if<store::LastDayMoved>(&row.change))
    return text("The last day of the fieldwork was moved from " + words(moved->before) + " to " +
                words(moved->last_day) + ": " + moved->reason);
  if (std::holds_alternative<store::ReaderAdded>(row.change))
    return text(row.person_name + " was added: they see the cases from then on");
  return text(row.person_name + " does not see the cases by this sample from then on");
}

Html sample_changes(const SampleModel& model) {
  if (model.page.changes.empty()) return {};
  Table all{.caption = "Changed since it was notified",
            .caption_classes = "govuk-table__caption--m",
            .head = {{.text = "When"}, {.text = "What"}, {.text = "By"}},
            .first_cell_is_header = true,
            .classes = "nl-cards"};
  for (const auto& row : model.page.changes)
    all.rows.push_back({{.text = moment_words(row.by.at)},
                        cell("What", change_words(row)),
                        cell("By", text(row.by_name))});
  return table(all);
}

Html sample_facts(const SampleModel& model) {
  const auto& listed = model.page.listed;
  const auto& sample = listed.sample;
  SummaryList list;
  const auto add = [&](const char* key, const Content& value) {
    list.rows.push_back({.key = key, .value = value});
  };
  if (of_service(model))
    add("Inspectorate", listed.inspectorate);
  else
    add("Service", listed.service);
  add("Where it stands", sample_stage_tag(listed));
  add("Fieldwork begins", words(sample.fieldwork_on));
  if (sample.last_day) add("Last day of the fieldwork", words(*sample.last_day));
  add("Kinds of cases", sample_kinds_words(sample.kinds));
  add("Cases begun", words(sample.window_from) + " to " + words(sample.window_to));
  if (sample.list_sent_at)
    add("List of cases", counted(sample.listed, "case", "cases") + ", sent on " +
                             moment_words(*sample.list_sent_at));
  if (sample.left_out.value_or(0) > 0)
    add("Left out",
        counted(*sample.left_out, "case", "cases") + ": " + sample.left_out_why.value_or(""));
  if (sample.notified_at) {
    add("Cases drawn", drawn_words(model.page, model.page.those(true)));
    add("Notified", day_and_hand(*sample.notified_at, model.page.notified_by));
    const bool runs = listed.stage == SampleStage::Notified;
    const auto now = sample_readers_words(model, true);
    if (runs) add("Seen by", now.empty() ? "Nobody now" : now);
    if (const auto before = sample_readers_words(model, false); !before.empty())
      add(runs ? "Was seen by" : "Seen by", before);
    add("Until", until_words(model));
  }
  if (sample.called_off_at) add("Called off", moment_words(*sample.called_off_at));
  return summary_list(list);
}

Html sampled_child(const SampleModel& model, const CaseOnPage& one) {
  if (!one.is_held) return text("The service does not hold this file any more");
  if (one.child)
    return link(paths::child(one.child->file),
                shown_name(one.child->given_names, one.child->family_name, one.child->known_as));
  if (of_service(model)) return text("A file that you may not see");
  return text("Not open to you: ask the service");
}

/// One page of the cases that were drawn, or of the others, with the way to the other pages.
Html case_table(const SampleModel& model, const char* title, bool with_child, bool drawn) {
  const auto cases = model.page.those(drawn);
  const auto& places = model.page.places;
  const auto& place = drawn ? places.drawn : places.rest;
  Table all{.caption = title,
            .caption_classes = "govuk-table__caption--m",
            .head = {{.text = "Case"}, {.text = "Kind"}},
            .first_cell_is_header = true,
            .classes = "nl-cards"};
  if (with_child) all.head.push_back({.text = "Child"});
  for (const auto& one : place.of(std::span(cases))) {
    std::vector<Cell> row{{.text = "Case " + std::to_string(one.number)},
                          cell("Kind", text(std::string(domain::words(one.kind))))};
    if (with_child) row.push_back(cell("Child", sampled_child(model, one)));
    all.rows.push_back(std::move(row));
  }
  // The other list stays at the page where it is.
  const auto& other = drawn ? places.rest : places.drawn;
  return table(all) +
         pagination_of_list(static_cast<int>(place.shown(cases.size())),
                            static_cast<int>(place.pages(cases.size())), [&](int number) {
                              return with_query(
                                  paths::sample(model.page.listed.sample.id.text()).text(),
                                  {{drawn ? drawn_page : rest_page, std::to_string(number)},
                                   {drawn ? rest_page : drawn_page, std::to_string(other.number)}});
                            });
}

Html sample_list_asked(const SampleModel& model) {
  if (model.page.may_send_list) return list_form(model);
  return inset_text({.text = model.page.listed.service +
                             " is asked for the list of its cases that fit. Until the sample is "
                             "notified nobody of the inspectorate sees anything of a child."});
}

Html sample_list_sent(const SampleModel& model) {
  if (model.page.may_draw) return draw_form(model);
  if (!of_service(model))
    return inset_text({.text = "The list of cases is there. The lead inspector draws from it."});
  return inset_text({.text = "The inspectorate sees the numbers and kinds of these cases, and "
                             "nothing of a child."}) +
         case_table(model, "The list that was sent", true, false);
}

Html rest_of_list(const SampleModel& model) {
  if (!of_service(model) || model.page.those(false).empty()) return {};
  return case_table(model, "Cases that were not drawn", true, false);
}

Html secondary_link(const SampleModel& model, const char* words, std::string_view rest) {
  return button({.text = words,
                 .href = paths::sample(model.page.listed.sample.id.text(), rest),
                 .classes = "govuk-button--secondary"});
}

Html evidence_button(const SampleModel& model) {
  return button({.text = "Fieldwork evidence is signed",
                 .href = paths::sample(model.page.listed.sample.id.text(), "/end")});
}

Html sample_notified(const SampleModel& model) {
  Html out;
  if (of_service(model))
    out += inset_text({.text = "The inspectors who are named above read the whole files of the "
                               "children below until the end of the last day, or until the "
                               "fieldwork evidence is signed before. A file that is restricted "
                               "meanwhile is closed to them at once."});
  out += sample_changes(model);
  out += case_table(model, "Cases of the sample", true, true);
  if (model.page.may_draw)
    out +=
        element("div", {{"class", "govuk-button-group"}},
                evidence_button(model) + secondary_link(model, "Move the last day", "/last-day") +
                    secondary_link(model, "Change who sees the cases", "/inspectors"));
  return out + rest_of_list(model);
}

Html sample_ended(const SampleModel& model) {
  Html out = inset_text(
      {.text = "The last day of the fieldwork is over. Nobody sees these cases by this sample any "
               "more, and sight that has ended does not begin again: to look at a case again, the "
               "inspectorate begins another sample."});
  out += sample_changes(model);
  out += case_table(model, "Cases that inspectors saw", of_service(model), true);
  if (model.page.may_draw) out += evidence_button(model);
  return out;
}

Html sample_over(const SampleModel& model) {
  return inset_text({.text = "The fieldwork evidence is signed. Nobody sees these cases by this "
                             "sample any more."}) +
         sample_changes(model) +
         case_table(model, "Cases that inspectors saw", of_service(model), true);
}

Html sample_by_stage(const SampleModel& model) {
  switch (model.page.listed.stage) {
    case SampleStage::ListAsked:
      return sample_list_asked(model);
    case SampleStage::ListSent:
      return sample_list_sent(model);
    case SampleStage::Notified:
      return sample_notified(model);
    case SampleStage::Ended:
      return sample_ended(model);
    case SampleStage::Signed:
      return sample_over(model);
    case SampleStage::CalledOff:
      break;
  }
  return inset_text({.text = "The sample was called off before it was notified: no inspector saw a "
                             "case by it."});
}

bool may_call_off(const SampleModel& model) {
  const auto stage = model.page.listed.stage;
  return model.page.may_draw && (stage == SampleStage::ListAsked || stage == SampleStage::ListSent);
}

}  // namespace

Html sample_page(const Shell& shell, const SampleModel& model) {
  const auto& sample = model.page.listed.sample;
  Html main;
  if (!model.done.empty())
    main += notification_banner(
        {.content = element("p", {{"class", "govuk-notification-banner__heading"}}, model.done),
         .kind = NotificationKind::Success});
  main += wrong_summary(model.wrong);
  main += page_heading(sample.title);
  main += sample_facts(model);
  main += sample_by_stage(model);
  if (may_call_off(model))
    main += element("p", {{"class", "govuk-body"}},
                    link(paths::sample(sample.id.text(), "/end"), "Call this sample off"));
  return page(shell,
              {.title = sample.title,
               .section = Section::Samples,
               .breadcrumbs = {{"Samples", paths::samples()}},
               .has_errors = !model.wrong.empty()},
              in_two_thirds(main));
}

}  // namespace northlight::web::views
