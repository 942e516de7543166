#include "html/button.hpp"
#include "html/inset_text.hpp"
#include "html/radios.hpp"
#include "html/table.hpp"
#include "web/child_paths.hpp"
#include "web/views/file_form_parts.hpp"
#include "web/views/record_parts.hpp"

namespace northlight::web::views {
namespace {

using namespace html;

std::string day_words(platform::Instant at) { return words(platform::in_london(at).day); }

std::string who_words(const CasesModel& model, const store::AllocationRow& row) {
  const auto team = model.teams.find(row.team);
  const auto of_team = team == model.teams.end() ? std::string("their team") : team->second;
  return (row.person ? name_of(model.names, *row.person) : std::string("Nobody yet")) + ", " +
         of_team;
}

std::string when_words(const store::AllocationRow& row, platform::Instant at) {
  const auto from = day_words(row.from);
  if (row.from > at) return "From " + from + " on";
  if (!row.until) return "Since " + from;
  return (row.is_over(at) ? "" : "Until then: ") + from + " to " + day_words(*row.until);
}

/// Ends the part of somebody who works alongside.
Html end_form(const CasesModel& model, const store::AllocationRow& row) {
  if (row.part != domain::WorkPart::Alongside || row.is_over(model.at) ||
      !model.place.may.has(domain::Action::Allocate))
    return {};
  return element(
      "form", {{"method", "post"}, {"action", paths::allocation_end(model.place.file, row.id)}},
      form_token(model.place.form_token),
      button({.text = all(text("End"), element("span", {{"class", "govuk-visually-hidden"}},
                                               " the part of " + who_words(model, row))),
              .classes = "govuk-button--secondary nl-small-button"}));
}

Html workers(const CasesModel& model, const store::CaseRow& one) {
  Table table{.caption = "Who works on it, and who did",
              .caption_classes = "govuk-table__caption--s",
              .head = {{.text = "Who"}, {.text = "Part"}, {.text = "When"}},
              .first_cell_is_header = true,
              .classes = "nl-cards"};
  for (const auto& row : model.file.allocations) {
    if (row.child_case != one.id || (row.until && *row.until <= row.from)) continue;
    table.rows.push_back(
        {{.text = who_words(model, row)},
         {.text = std::string(domain::words(row.part)), .attributes = {{"data-label", "Part"}}},
         {.text = all(text(when_words(row, model.at)), end_form(model, row)),
          .attributes = {{"data-label", "When"}}}});
  }
  return table.rows.empty() ? Html() : html::table(table);
}

Html stage_form(const CasesModel& model, const store::CaseRow& one) {
  std::vector<SelectItem> stages;
  for (std::size_t i = 0; i < domain::case_stage_count; ++i) {
    const auto stage = static_cast<domain::CaseStage>(i);
    if (stage != domain::CaseStage::Closed)
      stages.push_back(
          {.text = std::string(domain::words(stage)), .value = std::string(domain::code(stage))});
  }
  return element("form",
                 {{"method", "post"},
                  {"action", paths::case_stage(model.place.file, one.id)},
                  {"class", "nl-search"}},
                 form_token(model.place.form_token),
                 select({.name = "stage",
                         .label = {.text = "How far has the work come?"},
                         .items = std::move(stages),
                         .value = std::string(domain::code(one.stage)),
                         .id = "stage-" + one.id.text()}),
                 button({.text = "Save", .classes = "govuk-button--secondary"}));
}

Html one_case(const CasesModel& model, const store::CaseRow& one) {
  Html out = element("h2", {{"class", "govuk-heading-m"}}, domain::words(one.kind));
  out += element("p", {{"class", "govuk-body"}},
                 "Opened on " + words(one.opened_on) +
                     (one.closed_on ? ", closed on " + words(*one.closed_on) + "."
                                    : ". " + std::string(domain::words(one.stage)) + "."));
  out += workers(model, one);
  if (one.closed_on) return out;
  if (model.place.may.has(domain::Action::WriteRecord)) out += stage_form(model, one);
  if (model.place.may.has(domain::Action::Allocate))
    out += element(
        "div", {{"class", "govuk-button-group"}},
        button({.text = "Allocate", .href = paths::case_allocation(model.place.file, one.id)}),
        button({.text = "Close the case",
                .href = paths::case_closing(model.place.file, one.id),
                .classes = "govuk-button--secondary"}));
  return out;
}

/// Of a form about the case that the form names.
Url address_of(const FileForm& form, Url (*about)(const FileAddress&, domain::CaseId)) {
  return form.child_case ? about(form.place.file, *form.child_case)
                         : paths::file_cases(form.place.file);
}

std::string case_words(const FileForm& form) {
  const auto* one = case_in(form.desk.file, form.child_case);
  return one == nullptr
             ? std::string("the case")
             : std::string(domain::words(one->kind)) + ", opened on " + words(one->opened_on);
}

Html in_form(const FileForm& form, const Url& address, const Html& content) {
  return in_two_thirds(element("form",
                               {{"method", "post"}, {"action", address}, {"novalidate", true}},
                               form_token(form.place.form_token), content));
}

}  // namespace

const store::CaseRow* case_in(const casework::CaseFile& file,
                              const std::optional<domain::CaseId>& id) {
  for (const auto& one : file.cases)
    if (id && one.id == *id) return &one;
  return nullptr;
}

Html cases_page(const Shell& shell, const CasesModel& model) {
  Html main = file_bar(model.place);
  main += element("h1", {{"class", "govuk-heading-l"}}, "Cases and who works on them");
  if (model.place.may.has(domain::Action::Allocate))
    main += button({.text = "Open another case",
                    .href = paths::case_add(model.place.file),
                    .classes = "govuk-button--secondary"});
  for (const auto& one : model.file.cases) main += one_case(model, one);
  return page(shell, head_of(model.place, "Cases and who works on them"), main);
}

Html new_case_page(const Shell& shell, const FileForm& form) {
  return form_page(
      shell, form, "Open a case",
      in_form(form, paths::case_add(form.place.file),
              (form.place.file.of_victim ? opened_box(form.typed, form.wrong)
                                         : case_boxes(form.typed, form.wrong)) +
                  worker_boxes(form.typed, form.wrong, form.desk.teams, form.desk.workers) +
                  buttons("Open the case", paths::file_cases(form.place.file),
                          "Back without opening")));
}

Html allocation_page(const Shell& shell, const FileForm& form) {
  Radios part{.name = "part",
              .fieldset = {.legend = {.text = "What is their part?",
                                      .classes = "govuk-fieldset__legend--s"}},
              .error = wrong_with(form.wrong, "part"),
              .items = {{.text = "Leads the work",
                         .value = "lead",
                         .hint = {.text = "In place of whoever leads it now."}},
                        {.text = "Works alongside",
                         .value = "alongside",
                         .hint = {.text = "Somebody else goes on leading."}}},
              .value = form.typed.text("part"),
              .id_prefix = "part"};
  return form_page(
      shell, form, "Allocate",
      element("p", {{"class", "govuk-body"}},
              case_words(form) + ". Whoever works on it sees the file, and so does their team.") +
          in_form(form, address_of(form, paths::case_allocation),
                  radios(part) +
                      worker_boxes(form.typed, form.wrong, form.desk.teams, form.desk.workers) +
                      day_box(form.typed, form.wrong, "from", "From which day?",
                              "Today, or a day in the next 90 days.") +
                      buttons("Allocate", paths::file_cases(form.place.file),
                              "Back without allocating")));
}

Html closing_page(const Shell& shell, const FileForm& form) {
  return form_page(
      shell, form, "Close the case",
      element("p", {{"class", "govuk-body"}},
              case_words(form) +
                  ". From then on nobody works on it, and those who did no longer see the file "
                  "because of it.") +
          in_form(form, address_of(form, paths::case_closing),
                  day_box(form.typed, form.wrong, "closed_on", "What was its last day?") +
                      buttons("Close the case", paths::file_cases(form.place.file),
                              "Back without closing")));
}

}  // namespace northlight::web::views
