#include "web/views/sample_view.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "html/button.hpp"
#include "html/checkboxes.hpp"
#include "html/inset_text.hpp"
#include "html/notification_banner.hpp"
#include "html/summary_list.hpp"
#include "html/table.hpp"
#include "html/warning_text.hpp"
#include "web/child_paths.hpp"
#include "web/views/children_view.hpp"
#include "web/views/file_form_parts.hpp"
#include "web/views/moment_words.hpp"
#include "web/views/words.hpp"

namespace northlight::web::views {
namespace {

using namespace html;
using casework::CaseOnPage;
using casework::SampleSide;
using store::SampleStage;

bool of_service(const SampleModel& model) { return model.page.listed.side == SampleSide::Service; }

std::string sample_readers_words(const SampleModel& model) {
  std::vector<std::string> names;
  for (const auto& reader : model.page.readers) names.push_back(reader.name);
  return names.empty() ? "Nobody any more: no file of the sample is left" : list_in_words(names);
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
  add("Kinds of cases", sample_kinds_words(sample.kinds));
  add("Cases begun", words(sample.window_from) + " to " + words(sample.window_to));
  if (sample.list_sent_at)
    add("List of cases", counted(listed.listed, "case", "cases") + ", sent on " +
                             moment_words(*sample.list_sent_at));
  if (sample.left_out.value_or(0) > 0)
    add("Left out",
        counted(*sample.left_out, "case", "cases") + ": " + sample.left_out_why.value_or(""));
  if (sample.notified_at) {
    add("Notified", moment_words(*sample.notified_at) +
                        (model.page.notified_by.empty() ? "" : " by " + model.page.notified_by));
    add(sample.signed_at ? "Was seen by" : "Seen by", sample_readers_words(model));
    add("Until", sample.signed_at
                     ? "The fieldwork evidence was signed, on " + moment_words(*sample.signed_at) +
                           (model.page.signed_by.empty() ? "" : " by " + model.page.signed_by)
                     : std::string("The fieldwork evidence is signed"));
  }
  if (sample.called_off_at) add("Called off", moment_words(*sample.called_off_at));
  return summary_list(list);
}

std::string fitting_name(const store::FittingCase& one) {
  return shown_name(one.given_names, one.family_name, one.known_as);
}

/// What fits, for whoever sends the list: all of it, unless they say why not.
Html list_form(const SampleModel& model) {
  const auto& sample = model.page.listed.sample;
  Html form = small_heading("The list of cases");
  form += paragraph(
      "These are all cases that fit, of the files that you may see. The inspectorate is shown how "
      "many there are, and of each a number, given at random, and its kind: no name, no day. When "
      "it has drawn the sample and notified it, its inspectors read the files that were drawn.");
  if (model.page.fitting.empty())
    form += inset_text({.text = "No case of your service fits. Send the empty list to say so."});
  form += post_form(paths::sample(sample.id.text(), "/list"), model.form_token);
  if (!model.page.fitting.empty()) {
    Checkboxes boxes{
        .name = "case",
        .fieldset = {.legend = {.text = "Cases that go on the list",
                                .classes = "govuk-fieldset__legend--s"}},
        .hint = {.text = "A sample is only as fair as its list: leave a case out for a "
                         "reason that you can give."},
        .error = wrong_with(model.wrong, "case"),
        .values = model.typed.all("case"),
        .classes = "govuk-checkboxes--small"};
    for (const auto& one : model.page.fitting) {
      Checkbox box{.text = fitting_name(one) + ", " + lower(domain::words(one.kind)) +
                           ", begun on " + words(one.opened_on),
                   .value = one.id.text()};
      if (model.typed.empty()) box.checked = true;
      boxes.items.push_back(std::move(box));
    }
    form += checkboxes(boxes);
    form += lines_box(model.typed, model.wrong, "why", "Why are others left out?",
                      "The inspectorate reads it. Write no name. Leave it empty if none is.");
  }
  form += button({.text = "Send the list"});
  form.close("form");
  return form;
}

Html number_boxes(const SampleModel& model, domain::CaseKind kind, bool first) {
  Checkboxes boxes{
      .name = "case",
      .fieldset = {.legend = {.text = domain::words(kind), .classes = "govuk-fieldset__legend--s"}},
      .error = first ? wrong_with(model.wrong, "case") : ErrorMessage{},
      .values = model.typed.all("case"),
      .id_prefix = first ? std::string("case") : "case-" + std::string(code(kind)),
      .classes = "govuk-checkboxes--small nl-columns"};
  for (const auto& one : model.page.cases)
    if (one.kind == kind)
      boxes.items.push_back({.text = "Case " + std::to_string(one.number) +
                                     (one.is_held ? "" : " (the file is no longer held)"),
                             .value = std::to_string(one.number)});
  return checkboxes(boxes);
}

/// Draw by number, and say who sees them.
Html draw_form(const SampleModel& model) {
  const auto& sample = model.page.listed.sample;
  Html form = small_heading("Draw the sample");
  if (model.page.cases.empty())
    return form + paragraph("No case of the service fits. You can call this sample off.");
  form += paragraph(
      "The numbers were given at random, so that the first of each kind are as fair a draw as any "
      "others. Nobody of the inspectorate sees anything of a child by this sample yet.");
  form += post_form(paths::sample(sample.id.text(), "/notification"), model.form_token);
  std::vector<domain::CaseKind> kinds;
  for (const auto& one : model.page.cases)
    if (std::ranges::find(kinds, one.kind) == kinds.end()) kinds.push_back(one.kind);
  std::ranges::sort(kinds);
  for (const auto kind : kinds) form += number_boxes(model, kind, kind == kinds.front());
  Checkboxes team{.name = "inspector",
                  .fieldset = {.legend = {.text = "Who sees these cases?",
                                          .classes = "govuk-fieldset__legend--s"}},
                  .hint = {.text = "Only those who judge them. Who is away can be covered for."},
                  .error = wrong_with(model.wrong, "inspector"),
                  .values = model.typed.all("inspector"),
                  .classes = "govuk-checkboxes--small"};
  for (const auto& one : model.page.team) {
    Checkbox box{.text = one.name + ", " + lower(one.role), .value = one.person.text()};
    if (model.typed.empty()) box.checked = one.person == model.asker;
    team.items.push_back(std::move(box));
  }
  form += checkboxes(team);
  form += warning_text({.text = "From that moment they read the whole files of these children, and "
                                "each look is on the log of the service. It ends when the "
                                "fieldwork evidence is signed."});
  form += button({.text = "Notify the sample", .prevent_double_click = true});
  form.close("form");
  return form;
}

Html sampled_child(const SampleModel& model, const CaseOnPage& one) {
  if (!one.is_held) return text("The service does not hold this file any more");
  if (one.child)
    return link(paths::child(one.child->file),
                shown_name(one.child->given_names, one.child->family_name, one.child->known_as));
  if (of_service(model)) return text("A file that you may not see");
  return text("Not open to you: ask the service");
}

Html case_table(const SampleModel& model, const char* title, bool with_child,
                const std::vector<const CaseOnPage*>& cases) {
  Table all{.caption = title,
            .caption_classes = "govuk-table__caption--m",
            .head = {{.text = "Case"}, {.text = "Kind"}},
            .first_cell_is_header = true,
            .classes = "nl-cards"};
  if (with_child) all.head.push_back({.text = "Child"});
  for (const auto* one : cases) {
    std::vector<Cell> row{{.text = "Case " + std::to_string(one->number)},
                          cell("Kind", text(std::string(domain::words(one->kind))))};
    if (with_child) row.push_back(cell("Child", sampled_child(model, *one)));
    all.rows.push_back(std::move(row));
  }
  return table(all);
}

std::vector<const CaseOnPage*> cases_where(const SampleModel& model, bool drawn) {
  std::vector<const CaseOnPage*> found;
  for (const auto& one : model.page.cases)
    if (one.drawn == drawn) found.push_back(&one);
  return found;
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
         case_table(model, "The list that was sent", true, cases_where(model, false));
}

Html sample_notified(const SampleModel& model) {
  Html out;
  if (of_service(model))
    out += inset_text({.text = "The inspectors who are named above read the whole files of the "
                               "children below, until the fieldwork evidence is signed. A file "
                               "that is restricted meanwhile is closed to them at once."});
  out += case_table(model, "Cases of the sample", true, cases_where(model, true));
  if (model.page.may_draw)
    out += button({.text = "Fieldwork evidence is signed",
                   .href = paths::sample(model.page.listed.sample.id.text(), "/end")});
  if (of_service(model) && !cases_where(model, false).empty())
    out += case_table(model, "Cases that were not drawn", true, cases_where(model, false));
  return out;
}

Html sample_over(const SampleModel& model) {
  return inset_text({.text = "The fieldwork evidence is signed. Nobody sees these cases by this "
                             "sample any more."}) +
         case_table(model, "Cases that inspectors saw", of_service(model),
                    cases_where(model, true));
}

Html sample_by_stage(const SampleModel& model) {
  switch (model.page.listed.sample.stage()) {
    case SampleStage::ListAsked:
      return sample_list_asked(model);
    case SampleStage::ListSent:
      return sample_list_sent(model);
    case SampleStage::Notified:
      return sample_notified(model);
    case SampleStage::Signed:
      return sample_over(model);
    case SampleStage::CalledOff:
      break;
  }
  return inset_text({.text = "The sample was called off before it was notified: no inspector saw a "
                             "case by it."});
}

bool may_call_off(const SampleModel& model) {
  const auto stage = model.page.listed.sample.stage();
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
