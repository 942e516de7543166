#include "base/text.hpp"
#include "html/button.hpp"
#include "html/details.hpp"
#include "html/error_summary.hpp"
#include "html/file_upload.hpp"
#include "html/inset_text.hpp"
#include "html/textarea.hpp"
#include "web/paths.hpp"
#include "web/views/check_view.hpp"
#include "web/views/words.hpp"

namespace northlight::web::views {
namespace {

using namespace html;

Html errors(const CheckFormModel& model) {
  ErrorSummary summary;
  if (model.report_error)
    summary.errors.push_back(
        {.text = *model.report_error, .href = model.text.empty() ? "#report" : "#text"});
  if (model.press_error) summary.errors.push_back({.text = *model.press_error, .href = "#press"});
  if (summary.errors.empty()) return {};
  return error_summary(summary);
}

Html form(const CheckFormModel& model) {
  const bool error_is_of_text = model.report_error && !model.text.empty();
  Html out;
  out.open("form", {{"method", "post"},
                    {"action", paths::check()},
                    {"enctype", "multipart/form-data"},
                    {"novalidate", true}});
  FileUpload upload{.name = "report",
                    .label = {.text = "Choose the report", .classes = "govuk-label--m"},
                    .hint = {.text = "A PDF or a text file, up to " +
                                     std::to_string(model.most_bytes / (std::size_t{1024} * 1024)) +
                                     " MB. You can also drop it on the field below"},
                    .accept = ".pdf,.txt,application/pdf,text/plain"};
  if (model.report_error && !error_is_of_text) upload.error.text = *model.report_error;
  out += file_upload(upload);
  Textarea pasted{.name = "text",
                  .label = {.text = "Or paste its text", .classes = "govuk-label--m"},
                  .hint = {.text = "All of it, with the page of ratings. If you do both, the file "
                                   "is used."},
                  .value = model.text,
                  .rows = 8,
                  .spellcheck = false};
  if (error_is_of_text) pasted.error.text = *model.report_error;
  out += textarea(pasted);
  Textarea press{.name = "press",
                 .label = {.text = "News story or press release about the same inspection "
                                   "(optional)",
                           .classes = "govuk-label--m"},
                 .hint = {.text = "Paste it to see whether what it says agrees with the report."},
                 .value = model.press,
                 .rows = 5,
                 .spellcheck = false};
  if (model.press_error) press.error.text = *model.press_error;
  out += textarea(press);
  out += button({.text = "Check the report", .prevent_double_click = true});
  out.close("form");
  return out;
}

Html what_is_checked() {
  Html list;
  for (const char* one :
       {"whether each rating is what the rule gives for its percentages",
        "whether the score and the overall rating follow from the ratings",
        "whether each percentage can come from that number of cases",
        "whether the counts of cases add up, and the recommendations are as many as announced",
        "whether a quotation that is announced is there, and nothing is listed twice",
        "what a lead inspector might want to look at again"})
    list += element("li", {}, one);
  return details({.summary = "What is checked",
                  .content = element("ul", {{"class", "govuk-list govuk-list--bullet"}}, list)});
}

}  // namespace

html::Html check_form_page(const Shell& shell, const CheckFormModel& model) {
  const bool has_errors = model.report_error || model.press_error;
  Html main;
  main.add_raw(R"(<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">)");
  main += errors(model);
  main += element("h1", {{"class", "govuk-heading-l"}}, "Check a published report");
  main += paragraph(
      "Give us the report of an inspection of a youth justice service. You will see what was read "
      "in it, and every place where it disagrees with itself or with the inspectors’ own rules.");
  main += inset_text({.text = "We keep nothing. The report is read in memory, shown to you and "
                              "forgotten. It is not stored, logged or passed on."});
  if (has_errors && model.had_file)
    main += paragraph("Your browser does not send the file a second time: choose it again.");
  main += form(model);
  main += what_is_checked();
  main.add_raw("</div></div>");
  return page(shell,
              {.title = "Check a published report",
               .section = Section::CheckReport,
               .has_errors = has_errors,
               .description = "Have a published inspection report read and checked against itself "
                              "and the rules. Nothing is kept."},
              main);
}

}  // namespace northlight::web::views
