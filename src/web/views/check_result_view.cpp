#include "base/text.hpp"
#include "html/button.hpp"
#include "html/inset_text.hpp"
#include "html/summary_list.hpp"
#include "html/table.hpp"
#include "web/paths.hpp"
#include "web/views/check_parts.hpp"
#include "web/views/check_view.hpp"
#include "web/views/words.hpp"

namespace northlight::web::views {
namespace {

using namespace html;

Html in_short(const report::CheckResult& result) {
  std::vector<std::string> read{
      counted(static_cast<long long>(result.rated()), "rating", "ratings"),
      counted(static_cast<long long>(result.percentages()), "percentage", "percentages"),
      counted(static_cast<long long>(result.inspection.recommendations.size()), "recommendation",
              "recommendations")};
  std::vector<std::string> found{
      counted(static_cast<long long>(result.errors.size()), "error", "errors"),
      counted(static_cast<long long>(result.notices.size()), "notice", "notices"),
      counted(static_cast<long long>(result.questions.size()), "question", "questions")};
  return element("p", {{"class", "govuk-body-l"}},
                 "We read " + list_in_words(read) + ". We found " + list_in_words(found) + ".");
}

Html facts(const CheckResultModel& model) {
  const auto& one = model.result.inspection;
  const auto score =
      one.score ? std::to_string(*one.score) +
                      (one.score_maximum ? " of " + std::to_string(*one.score_maximum) : "")
                : std::string();
  std::string fieldwork;
  if (one.fieldwork_started)
    fieldwork = words(*one.fieldwork_started);
  else if (one.fieldwork_month)
    fieldwork = words(*one.fieldwork_month);
  return summary_list(
      {.rows = {
           {.key = "Service",
            .value =
                or_unknown(one.service_full_name.empty() ? one.service : one.service_full_name)},
           {.key = "Published", .value = or_unknown(published_words(one.published))},
           {.key = "Visit began", .value = or_unknown(fieldwork)},
           {.key = "Standards used", .value = or_unknown(model.result.edition_title)},
           {.key = "Score", .value = or_unknown(score)},
           {.key = "Overall rating", .value = rating_tag(model.edition, one.overall_rating)}}});
}

Html question_figures(const report::CheckedStandard& one) {
  Html list;
  for (std::size_t i = 0; i < one.published.key_questions.size(); ++i) {
    const auto& question = one.published.key_questions[i];
    const auto& name = i < one.lens_names.size() ? one.lens_names[i] : question.lens;
    list += element("li", {}, name + ": " + figure_words(question));
  }
  if (list.empty()) return text("Judged as a whole, without percentages");
  return element("ul", {{"class", "govuk-list govuk-!-margin-bottom-0"}}, list);
}

Html ratings(const CheckResultModel& model) {
  if (model.result.standards.empty()) return {};
  Table table{.caption = "Ratings and percentages",
              .caption_classes = "govuk-table__caption--m",
              .head = {{.text = "Standard"},
                       {.text = "Published"},
                       {.text = "The rule gives"},
                       {.text = "Share of cases judged yes"}},
              .first_cell_is_header = true,
              .classes = "nl-wide"};
  for (const auto& one : model.result.standards) {
    Html by_rule = text("No counts to work it out from");
    if (!one.by_rule.empty())
      by_rule = one.departs ? rating_tag(model.edition, one.by_rule) + text(" (differs)")
                            : text("The same");
    table.rows.push_back({{.text = one.published.id + " " + one.published.title},
                          {.text = rating_tag(model.edition, one.published.rating)},
                          {.text = by_rule},
                          {.text = question_figures(one)}});
  }
  return element("div",
                 {{"class", "nl-scroll"},
                  {"tabindex", 0},
                  {"role", "region"},
                  {"aria-label", "Ratings and percentages"}},
                 html::table(table));
}

Html recommendations(const report::CheckResult& result) {
  const auto& all = result.inspection.recommendations;
  if (all.empty()) return {};
  Html out = section_heading("recommendations", "Recommendations");
  std::string addressee;
  Html list;
  const auto flush = [&] {
    if (list.empty()) return;
    out += element("h3", {{"class", "govuk-heading-s"}}, addressee);
    out += element("ul", {{"class", "govuk-list"}}, list);
    list = {};
  };
  for (const auto& one : all) {
    if (one.addressee != addressee) flush();
    addressee = one.addressee;
    list += element("li", {}, std::to_string(one.number) + ". " + one.text);
  }
  flush();
  return out;
}

Html samples(const CheckResultModel& model) {
  const auto& one = model.result.inspection;
  Table table{.caption = "What inspectors looked at",
              .caption_classes = "govuk-table__caption--m",
              .head = {{.text = "Evidence"},
                       {.text = "Number", .numeric = true},
                       {.text = "Line", .numeric = true}}};
  const auto add = [&](const std::string& what, std::int64_t count,
                       const std::optional<domain::Line>& line) {
    table.rows.push_back({{.text = what},
                          {.text = std::to_string(count), .numeric = true},
                          {.text = or_unknown(line), .numeric = true}});
  };
  for (const auto& sample : one.samples)
    add(sample_words(model.edition, sample.what), sample.count, sample.line);
  for (const auto& disposal : one.disposals)
    add(domain_title(nullptr, disposal.type), disposal.cases, disposal.line);
  for (const auto& survey : one.surveys)
    add(domain_title(nullptr, survey.what), survey.count, survey.line);
  if (table.rows.empty()) return {};
  return html::table(table);
}

Html not_found(const report::CheckResult& result) {
  if (result.not_found.empty()) return {};
  Html list;
  for (const auto& one : result.not_found) list += element("li", {}, one);
  return section_heading("not-found", "What we could not find") +
         paragraph("Most reports state these. We looked and did not find:") +
         element("ul", {{"class", "govuk-list govuk-list--bullet"}}, list);
}

Html download_form(const CheckResultModel& model, std::string_view format, std::string_view words) {
  Html out;
  out.open("form", {{"method", "post"},
                    {"action", paths::check()},
                    {"enctype", "multipart/form-data"},
                    {"class", "nl-inline-form"}});
  out.open("input", {{"type", "hidden"}, {"name", "text"}, {"value", model.text}});
  out.open("input", {{"type", "hidden"}, {"name", "press"}, {"value", model.press}});
  out += button({.text = words,
                 .name = "format",
                 .value = std::string(format),
                 .classes = "govuk-button--secondary"});
  out.close("form");
  return out;
}

Html downloads(const CheckResultModel& model) {
  return section_heading("download", "Take it with you") +
         paragraph(
             "Because nothing is kept, this result is gone when you leave the page. Print "
             "it, or download it as JSON, which other programs can read.") +
         download_form(model, "read", "Download what was read") +
         download_form(model, "check", "Download what was found") +
         element("p", {{"class", "govuk-body"}}, link(paths::check(), "Check another report"));
}

}  // namespace

html::Html check_result_page(const Shell& shell, const CheckResultModel& model) {
  const auto& result = model.result;
  const auto& service = result.inspection.service;
  Html main;
  main.add_raw(R"(<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">)");
  main += element("span", {{"class", "govuk-caption-l"}}, "Check of a published report");
  main += element("h1", {{"class", "govuk-heading-l"}},
                  service.empty() ? std::string("What was read and found") : service);
  main += in_short(result);
  main += inset_text({.text = "Nothing of it was kept. Only this page holds the result."});
  if (!result.note.empty()) main += paragraph(result.note);
  if (!model.known_inspection.empty())
    main += element("p", {{"class", "govuk-body"}}, "The library holds this inspection: ",
                    link(paths::inspection(model.known_inspection), "see it there"), ".");
  main += findings_section(result);
  main += press_section(result);
  main += section_heading("read", "What was read");
  main += facts(model);
  main.add_raw("</div></div>");
  main += ratings(model);
  main.add_raw(R"(<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">)");
  main += recommendations(result);
  main += samples(model);
  main += not_found(result);
  main += downloads(model);
  main.add_raw("</div></div>");
  return page(shell,
              {.title = (service.empty() ? std::string("Report") : service) + ": check of a report",
               .section = Section::CheckReport,
               .breadcrumbs = {{"Check a published report", paths::check()}}},
              main);
}

}  // namespace northlight::web::views
