#include "web/views/past_view.hpp"

#include "html/button.hpp"
#include "html/details.hpp"
#include "html/inset_text.hpp"
#include "html/radios.hpp"
#include "web/child_paths.hpp"
#include "web/views/file_form_parts.hpp"
#include "web/views/moment_words.hpp"
#include "web/views/record_parts.hpp"
#include "web/views/words.hpp"

namespace northlight::web::views {
namespace {

using namespace html;
using casework::KnownWhen;

Html day_form(const PastModel& model) {
  return element(
      "form", {{"method", "get"}, {"action", paths::file_past(model.place.file)}},
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
              .value = model.known == KnownWhen::Today ? "today" : "then",
              .id_prefix = "view"}),
      button({.text = "Show the file"}));
}

/// For whoever has no day in mind.
Html some_days(const PastModel& model) {
  Html out;
  for (const auto& [days, called] : {std::pair{7, "A week ago"}, {28, "Four weeks ago"}}) {
    const auto day = TypedDay::of(add_days(model.today, -days));
    out += element(
        "li", {},
        link(with_query(paths::file_past(model.place.file).text(), {{"day-day", day.day},
                                                                    {"day-month", day.month},
                                                                    {"day-year", day.year},
                                                                    {"view", "then"}}),
             called));
  }
  return element("ul", {{"class", "govuk-list"}}, out);
}

Html unshown_record(const casework::StoodRecord& record) {
  return element("h3", {{"class", "govuk-heading-s govuk-!-margin-bottom-1"}},
                 store::record_title(*record.form, record.head)) +
         inset_text({.text = "Version " + std::to_string(record.version.head.n) +
                             " of this record cannot be shown: it is not what was recorded, for "
                             "somebody changed it in the database, past this service. Tell your "
                             "manager and whoever looks after the system: they find what was "
                             "recorded in a backup."});
}

Html one_record(const PastModel& model, const casework::StoodRecord& record) {
  if (record.unshown) return unshown_record(record);
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
                     name_of(model.stood->people, version.recorded_by)) +
         details({.summary = text("What stood in it"),
                  .content = answers_view(*record.form, record.version.answers,
                                          row_names(*record.form, record.version.answers),
                                          model.place.file)});
}

Html stood_records(const PastModel& model) {
  Html out = element("h2", {{"class", "govuk-heading-m"}}, "Records");
  if (model.stood->records.empty())
    return out + paragraph(model.known == KnownWhen::Then
                               ? "No record had been saved."
                               : "No record is about that day or a day before it.");
  for (const auto& record : model.stood->records) out += one_record(model, record);
  return out;
}

Html stood_file(const PastModel& model) {
  const auto& stood = *model.stood;
  Html out = element("h2", {{"class", "govuk-heading-l"}},
                     stood.known == KnownWhen::Then
                         ? "As it was known at the end of " + words(stood.day)
                         : "What is known today of " + words(stood.day) + " and before");
  out += element("p", {{"class", "govuk-body nl-quiet"}},
                 stood.child ? "Over the page stand the child’s name, age and cases of today."
                             : "Over the page stands what work goes on today.");
  if (stood.not_begun())
    return out + paragraph("This file was begun on " + words(platform::day_in_london(stood.began)) +
                           ". Nothing had been recorded on this day.");
  return out + stood_parts(model) + stood_records(model);
}

}  // namespace

Html past_page(const Shell& shell, const PastModel& model) {
  Html main = wrong_summary(model.wrong) + file_bar(model.place);
  main += element("h1", {{"class", "govuk-heading-l"}}, "As it stood on a day");
  main += day_form(model);
  main += model.stood == nullptr ? some_days(model) : stood_file(model);
  auto head = head_of(model.place, "As it stood on a day");
  head.has_errors = !model.wrong.empty();
  return page(shell, head, main);
}

}  // namespace northlight::web::views
