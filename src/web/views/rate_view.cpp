#include "web/views/rate_view.hpp"

#include "base/text.hpp"
#include "html/button.hpp"
#include "html/details.hpp"
#include "html/error_summary.hpp"
#include "html/file_upload.hpp"
#include "html/inset_text.hpp"
#include "html/select.hpp"
#include "html/textarea.hpp"
#include "html/warning_text.hpp"
#include "web/paths.hpp"
#include "web/views/words.hpp"

namespace northlight::web::views {
namespace {

using namespace html;

bool has_errors(const RateModel& model) {
  return !model.form.errors.empty() || !model.csv_errors.empty();
}

Html errors(const RateModel& model) {
  if (!has_errors(model)) return {};
  ErrorSummary summary;
  for (const auto& error : model.csv_errors)
    summary.errors.push_back({.text = error, .href = "#csv"});
  for (const auto& error : model.form.errors)
    summary.errors.push_back({.text = error.message, .href = Url("#" + error.field)});
  return error_summary(summary);
}

Html choose_edition(const RateModel& model) {
  Html out;
  out.open("form", {{"method", "get"}, {"action", paths::rate()}, {"class", "nl-edition"}});
  Select field{.name = "edition",
               .label = {.text = "Inspection standards", .classes = "govuk-label--s"},
               .items = {},
               .value = model.edition.code.text()};
  for (const auto& edition : model.editions)
    field.items.push_back({.text = edition.title, .value = edition.code.text()});
  if (const auto* error = model.form.error_of("edition")) field.error.text = error->message;
  out += select(field);
  out += button({.text = "Use these standards", .classes = "govuk-button--secondary"});
  out.close("form");
  return out;
}

Html lens_list(const framework::Edition& edition) {
  std::vector<std::string> codes;
  for (const auto& lens : edition.lenses) codes.push_back(lens.code.text());
  return element("span", {}, list_in_words(codes));
}

Html domain_list(const framework::Edition& edition) {
  std::vector<std::string> codes;
  for (const auto& domain : edition.domains)
    for (const auto* standard : framework::standards_of(edition, domain.code))
      if (standard->rated_by == framework::RatedBy::WeakestQuestion) {
        codes.push_back(domain.code.text());
        break;
      }
  return element("span", {}, list_in_words(codes));
}

Html csv_help(const framework::Edition& edition) {
  Html list;
  list += element("li", {}, "case: a number or code of your own, never a name");
  list += element("li", {}, "domain: ", domain_list(edition));
  list += element("li", {}, "standard: its number, such as 2.1");
  list += element("li", {}, "lens: ", lens_list(edition));
  list += element("li", {}, "answer: yes, no or na (does not apply to this case)");
  return details(
      {.summary = "What the file must look like",
       .content = paragraph("The first row names five columns, in any order; then one row for "
                            "each answer:") +
                  element("ul", {{"class", "govuk-list govuk-list--bullet"}}, list) +
                  raw(R"(<pre class="nl-code" tabindex="0">case,domain,standard,lens,answer
case-01,court,2.1,desistance,yes
case-01,court,2.1,child_safety,no</pre>)")});
}

Html csv_part(const RateModel& model) {
  ErrorMessage error;
  if (!model.csv_errors.empty()) error.text = "The file was not used. The top of the page says why";
  Html out = element("h2", {{"class", "govuk-heading-m"}}, "From a file");
  out += file_upload({.name = "csv",
                      .label = {.text = "Choose a CSV file of answers, case by case"},
                      .hint = {.text = "It fills in the counts below. Do not send names: a file "
                                       "with a column for them is refused."},
                      .error = error,
                      .accept = ".csv,text/csv"});
  out += textarea(
      {.name = "csv-text", .label = {.text = "Or paste its rows"}, .rows = 4, .spellcheck = false});
  out += csv_help(model.edition);
  return out;
}

Html the_form(const RateModel& model) {
  Html out;
  out.open("form", {{"method", "post"},
                    {"action", paths::rate()},
                    {"enctype", "multipart/form-data"},
                    {"novalidate", true},
                    {"id", "counts"}});
  out.open("input",
           {{"type", "hidden"}, {"name", "edition"}, {"value", model.edition.code.text()}});
  if (!model.result) out += csv_part(model);
  out += element("h2", {{"class", "govuk-heading-m"}},
                 model.result ? "Change any figure and rate again" : "Or enter your counts");
  out += paragraph(
      "For each question: in how many cases was the answer yes, and in how many cases was it "
      "asked? "
      "Leave out cases that it does not apply to. Leave both boxes empty where no case was "
      "judged.");
  out += rate_fields(model.edition, model.form);
  out.add_raw(R"(<div class="govuk-button-group">)");
  out += button({.text = model.result ? "Rate again" : "Rate my audit"});
  out += button({.text = "Download as JSON",
                 .name = "format",
                 .value = "json",
                 .classes = "govuk-button--secondary"});
  out.add_raw("</div>");
  out.close("form");
  return out;
}

Html head() {
  Html out = element("h1", {{"class", "govuk-heading-l"}}, "Rate my audit");
  out += paragraph(
      "See how your own audit of cases would be rated by the rules that inspectors use: each "
      "rating with its reason, and what one more case would change.");
  out += inset_text({.text = "We keep nothing. Enter counts, or answers under case numbers of your "
                             "own: never a child’s name."});
  return out;
}

}  // namespace

html::Html rate_page(const Shell& shell, const RateModel& model) {
  Html main;
  main.add_raw(R"(<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">)");
  main += errors(model);
  main += head();
  for (const auto& warning : model.csv_warnings) main += warning_text({.text = warning});
  if (model.result) main += rate_result(model.edition, *model.result);
  if (!model.result) main += choose_edition(model);
  if (model.why_not.empty())
    main += the_form(model);
  else
    main += inset_text({.text = model.why_not});
  if (model.result)
    main += element("p", {{"class", "govuk-body"}}, link(paths::rate(), "Start again"));
  main.add_raw("</div></div>");
  return page(shell,
              {.title = model.result ? "Your ratings – rate my audit" : "Rate my audit",
               .section = Section::RateAudit,
               .has_errors = has_errors(model),
               .description = "Enter the counts of your own audit and see the ratings that the "
                              "inspection rules give, with reasons. Nothing is kept."},
              main);
}

}  // namespace northlight::web::views
