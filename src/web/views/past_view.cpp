#include "web/views/past_view.hpp"

#include "html/button.hpp"
#include "html/details.hpp"
#include "html/radios.hpp"
#include "html/summary_list.hpp"
#include "web/child_paths.hpp"
#include "web/views/address_words.hpp"
#include "web/views/file_form_parts.hpp"
#include "web/views/moment_words.hpp"
#include "web/views/record_parts.hpp"

namespace northlight::web::views {
namespace {

using namespace html;

Html day_form(const PastModel& model) {
  return element(
      "form", {{"method", "get"}, {"action", paths::child_past(model.place.file)}},
      day_field("day", "Which day?", "For example, 27 3 2026", model.typed, model.wrong),
      radios({.name = "view",
              .fieldset = {.legend = {.text = "As known when?",
                                      .classes = "govuk-fieldset__legend--s"}},
              .items = {{.text = "On that day",
                         .value = "then",
                         .hint = {.text = "What had been recorded by its end. Later versions and "
                                          "later records are left out."}},
                        {.text = "Today, about that time",
                         .value = "today",
                         .hint = {.text = "Whatever has been recorded since about that day and "
                                          "the days before it."}}},
              .value = model.view == PastView::KnownToday ? "today" : "then",
              .id_prefix = "view"}),
      button({.text = "Show the file"}));
}

Html one_record(const PastModel& model, const casework::StoodRecord& record) {
  const auto& version = record.version.head;
  const auto about = version.effective_on ? ", about " + words(*version.effective_on) : "";
  return element(
             "h3", {{"class", "govuk-heading-s govuk-!-margin-bottom-1"}},
             element("a",
                     {{"class", "govuk-link"},
                      {"href", paths::record_version(model.place.file, record.head.id, version.n)}},
                     record.form->title + about)) +
         element("p", {{"class", "govuk-body nl-quiet govuk-!-margin-bottom-2"}},
                 "Version " + std::to_string(version.n) + ": " + state_words(version.state) +
                     " on " + moment_words(version.recorded_at) + " by " +
                     name_of(model.names, version.recorded_by)) +
         details({.summary = text("What stood in it"),
                  .content = answers_view(*record.form, record.version.answers,
                                          row_names(*record.form, record.version.answers),
                                          model.place.file)});
}

}  // namespace

Html past_page(const Shell& shell, const PastModel& model) {
  Html main = wrong_summary(model.wrong) + child_bar(model.place);
  main += element("h1", {{"class", "govuk-heading-l"}}, "As it stood on a day");
  main += day_form(model);
  if (model.day) {
    main += element("h2", {{"class", "govuk-heading-m"}},
                    model.view == PastView::KnownThen
                        ? "As it was known at the end of " + words(*model.day)
                        : "What is known today of " + words(*model.day) + " and before");
    if (model.lived_at != nullptr) {
      SummaryList list;
      list.rows.push_back({.key = "Address", .value = address_lines(*model.lived_at)});
      main += summary_list(list);
    }
    if (model.records.empty() && model.lived_at == nullptr)
      main += element("p", {{"class", "govuk-body"}}, "Nothing had been recorded.");
    for (const auto& record : model.records) main += one_record(model, record);
  }
  auto head = head_of(model.place, "As it stood on a day");
  head.has_errors = !model.wrong.empty();
  return page(shell, head, main);
}

}  // namespace northlight::web::views
