#include "base/text.hpp"
#include "html/button.hpp"
#include "html/checkboxes.hpp"
#include "html/inset_text.hpp"
#include "html/pagination.hpp"
#include "html/table.hpp"
#include "html/tag.hpp"
#include "html/warning_text.hpp"
#include "web/paths.hpp"
#include "web/views/file_form_parts.hpp"
#include "web/views/sample_view.hpp"
#include "web/views/words.hpp"

namespace northlight::web::views {
namespace {

using namespace html;
using casework::SampleSide;
using store::SampleStage;

Crumb to_samples() { return {"Samples", paths::samples()}; }

std::vector<Cell> sample_row(const casework::ListedSample& one) {
  const auto& sample = one.sample;
  const std::string cases =
      sample.notified_at    ? std::to_string(sample.drawn) + " of " + std::to_string(sample.listed)
      : sample.list_sent_at ? std::to_string(sample.listed) + " on the list"
                            : std::string("–");
  return {{.text = link(paths::sample(sample.id.text()), sample.title)},
          cell(one.side == SampleSide::Service ? "Inspectorate" : "Service",
               text(one.side == SampleSide::Service ? one.inspectorate : one.service)),
          cell("Fieldwork", text(words(sample.fieldwork_on) +
                                 (sample.last_day ? " to " + words(*sample.last_day) : ""))),
          cell("Cases", text(cases)),
          cell("Where it stands", sample_stage_tag(one))};
}

Html kind_boxes(const NewSampleModel& model) {
  Checkboxes boxes{.name = "kinds",
                   .fieldset = {.legend = {.text = "Which kinds of cases?",
                                           .classes = "govuk-fieldset__legend--s"}},
                   .error = wrong_with(model.wrong, "kinds"),
                   .values = model.typed.all("kinds"),
                   .classes = "govuk-checkboxes--small"};
  for (std::size_t i = 0; i < domain::case_kind_count; ++i)
    if (const auto kind = static_cast<domain::CaseKind>(i); kind != domain::CaseKind::Victim)
      boxes.items.push_back(
          {.text = domain::words(kind), .value = std::string(domain::code(kind))});
  return checkboxes(boxes);
}

}  // namespace

Html sample_stage_tag(const casework::ListedSample& one) {
  const bool service = one.side == SampleSide::Service;
  switch (one.stage) {
    case SampleStage::ListAsked:
      return service ? tag({.text = "Your list is asked for", .classes = "govuk-tag--yellow"})
                     : tag({.text = "Waiting for the list", .classes = "govuk-tag--grey"});
    case SampleStage::ListSent:
      return service ? tag({.text = "List sent", .classes = "govuk-tag--grey"})
                     : tag({.text = "Ready to draw", .classes = "govuk-tag--yellow"});
    case SampleStage::Notified:
      return tag({.text = "Notified", .classes = "govuk-tag--blue"});
    case SampleStage::Ended:
      return service ? tag({.text = "Over", .classes = "govuk-tag--grey"})
                     : tag({.text = "Evidence not signed", .classes = "govuk-tag--yellow"});
    case SampleStage::Signed:
      return tag({.text = "Over", .classes = "govuk-tag--grey"});
    case SampleStage::CalledOff:
      return tag({.text = "Called off", .classes = "govuk-tag--grey"});
  }
  return {};
}

std::string sample_kinds_words(const std::vector<domain::CaseKind>& kinds) {
  std::vector<std::string> all;
  for (const auto kind : kinds)
    all.push_back(all.empty() ? std::string(domain::words(kind)) : lower(domain::words(kind)));
  return list_in_words(all);
}

Html samples_page(const Shell& shell, const SamplesModel& model) {
  Html main = page_heading("Samples");
  main += paragraph(
      "The cases that an inspection looks at. Inspectors see them from the notification of the "
      "sample until its last day of fieldwork is over or the evidence is signed before: nothing "
      "else, not before and not after.");
  if (model.may_begin) main += button({.text = "Begin a sample", .href = paths::sample_new()});
  if (model.list.samples.empty()) {
    main += paragraph("There is no sample yet.");
  } else {
    const bool service = model.list.samples.front().side == SampleSide::Service;
    Table all{.caption = "The latest begun comes first",
              .caption_classes = "govuk-visually-hidden",
              .head = {{.text = "Inspection"},
                       {.text = service ? "Inspectorate" : "Service"},
                       {.text = "Fieldwork"},
                       {.text = "Cases"},
                       {.text = "Where it stands"}},
              .first_cell_is_header = true,
              .classes = "nl-cards"};
    for (const auto& one : model.list.samples) all.rows.push_back(sample_row(one));
    main += table(all);
    main +=
        pagination_of_list(static_cast<int>(model.place.shown(model.list.count)),
                           static_cast<int>(model.place.pages(model.list.count)), [](int number) {
                             return paths::samples({{"page", std::to_string(number)}});
                           });
  }
  return page(shell, {.title = "Samples", .section = Section::Samples}, main);
}

Html new_sample_page(const Shell& shell, const NewSampleModel& model) {
  std::vector<SelectItem> services{{.text = "Choose", .value = ""}};
  for (const auto& service : model.desk.services)
    services.push_back({.text = service.name, .value = service.id.text()});
  Html main = wrong_summary(model.wrong) + page_heading("Begin a sample");
  main += paragraph(
      "The service is asked for the list of its cases that fit. Of each you are shown a number and "
      "the kind of case, and no more, until you have drawn and notified the sample.");
  main += post_form(paths::sample_new(), model.form_token);
  main += list_box(model.typed, model.wrong, "service", "Which service is inspected?",
                   std::move(services));
  main += line_box(model.typed, model.wrong, "title", "What is the inspection called?",
                   "For example, Exampleshire 2026. The service reads it too.");
  main += day_box(model.typed, model.wrong, "fieldwork_on", "First day of the fieldwork",
                  "For example, 7 6 2027");
  main += kind_boxes(model);
  main += day_box(model.typed, model.wrong, "window_from", "Cases that began on or after",
                  "The first day of the case window");
  main += day_box(model.typed, model.wrong, "window_to", "And on or before",
                  "The last day of the case window");
  main += buttons("Ask for the list of cases", paths::samples(), "Cancel");
  main.close("form");
  return page(shell,
              {.title = "Begin a sample",
               .section = Section::Samples,
               .breadcrumbs = {to_samples()},
               .has_errors = !model.wrong.empty()},
              in_two_thirds(main));
}

Html sample_end_page(const Shell& shell, const SampleModel& model) {
  const auto& sample = model.page.listed.sample;
  const bool ended = model.page.listed.stage == SampleStage::Ended;
  const bool notified = ended || model.page.listed.stage == SampleStage::Notified;
  const std::string title = notified ? "Fieldwork evidence is signed" : "Call this sample off";
  Html main = page_heading(title);
  main += paragraph(sample.title + ", " + model.page.listed.service);
  main += warning_text(
      {.text = ended ? std::string("The last day is over, and nobody sees these cases by this "
                                   "sample any more. That the evidence is signed is written down "
                                   "with your name. It cannot be undone.")
               : notified
                   ? std::string("From that moment nobody sees ") +
                         (sample.drawn == 1 ? "the case" : "these cases") +
                         " by this sample any more, whoever is reading at that moment included. "
                         "It cannot be undone."
                   : std::string("The service is not asked for anything more, and nobody will see "
                                 "a case by this sample. It cannot be undone.")});
  if (notified)
    main += paragraph(
        "Say so once all judgements of these cases are written down and signed. To "
        "look at a case again you would have to begin another sample.");
  main += post_form(paths::sample(sample.id.text(), "/end"), model.form_token);
  main += hidden_field("as", notified ? "signed" : "called-off");
  main += element("div", {{"class", "govuk-button-group"}},
                  button({.text = ended      ? "The evidence is signed"
                                  : notified ? "The evidence is signed: end all sight"
                                             : "Call this sample off",
                          .classes = "govuk-button--warning"}),
                  element("a", {{"class", "govuk-link"}, {"href", paths::sample(sample.id.text())}},
                          "Go back"));
  main.close("form");
  return page(shell,
              {.title = title,
               .section = Section::Samples,
               .breadcrumbs = {to_samples(), {sample.title, paths::sample(sample.id.text())}}},
              in_two_thirds(main));
}

}  // namespace northlight::web::views
