#include "base/text.hpp"

#include <algorithm>
#include "html/details.hpp"
#include "html/summary_list.hpp"
#include "html/table.hpp"
#include "web/views/question_bar.hpp"
#include "web/views/rate_view.hpp"
#include "web/views/words.hpp"

namespace northlight::web::views {
namespace {

using namespace html;

Html steps(const std::vector<report::ExplainedStep>& trace) {
  Html list;
  for (const auto& step : trace) {
    Html rule;
    if (!step.rule.empty())
      rule = element("p", {{"class", "govuk-body-s nl-rule-beside"}}, "Rule: ", step.rule, " ",
                     element("span", {{"class", "nl-quiet"}}, step.rule_basis));
    list += element("li", {},
                    element("p", {{"class", "govuk-body govuk-!-margin-bottom-1"}}, step.sentence),
                    rule);
  }
  return element("ol", {{"class", "govuk-list govuk-list--number nl-explained"}}, list);
}

Html in_short(const framework::Edition& edition, const report::AuditResult& result) {
  const auto overall = result.overall ? rating_tag(&edition, result.overall)
                                      : text("Not rated: no standard that counts was rated");
  const auto score = result.score_maximum > 0 ? std::to_string(result.score) + " of " +
                                                    std::to_string(result.score_maximum)
                                              : std::string("None: nothing was rated");
  return summary_list({.rows = {{.key = "Overall rating", .value = overall},
                                {.key = "Score", .value = score},
                                {.key = "Standards used", .value = result.edition_title}}});
}

Html overview(const framework::Edition& edition, const report::AuditResult& result) {
  Table table{.caption = "Ratings",
              .caption_classes = "govuk-table__caption--s",
              .head = {{.text = "Standard"}, {.text = "Rating"}},
              .first_cell_is_header = true};
  for (const auto& standard : edition.standards) {
    const auto& code = standard.code.text();
    for (const auto& one : result.standards)
      if (one.id == code)
        table.rows.push_back(
            {{.text = one.id + " " + one.title},
             {.text = rating_tag(&edition, one.rating) +
                      (one.counts_in_score ? Html() : text(" (not in the score)"))}});
  }
  return table.rows.empty() ? Html() : html::table(table);
}

Html one_more(const report::AuditQuestion& question) {
  if (!question.one_more) return {};
  return element(
      "p", {{"class", "govuk-body-s"}},
      "One more yes (" + question.one_more->text() + "): ", join(question.one_more_changes, " "));
}

// Kept apart from practice in general: it speaks of the cases of one year and of no other.
Html this_year(const report::SampleSays& says) {
  const auto& words = says.of_that_year.empty() ? says.why_not_that_year : says.of_that_year;
  if (words.empty() || says.population_unknown) return {};
  return element("p", {{"class", "govuk-body-s govuk-!-margin-bottom-1"}},
                 element("strong", {}, "This year’s eligible cases"),
                 ", had all been judged: ", words);
}

Html question_part(const framework::Edition& edition, const report::AuditQuestion& question) {
  auto figure = "Yes in " + question.share.text() + " cases: " + question.share.percent_text() +
                "%, alone " + question.band;
  if (question.not_applicable > 0)
    figure += "; did not apply to " + counted(question.not_applicable, "case", "cases");
  return element(
      "div", {{"class", "nl-asked"}},
      element("p", {{"class", "govuk-body govuk-!-margin-bottom-1"}}, question.text),
      question_bar(edition, question.share.printed(), &question.says),
      element("p", {{"class", "govuk-body govuk-!-margin-bottom-1"}},
              question.decides ? element("strong", {}, figure, " (decides)") : text(figure)),
      this_year(question.says),
      element("p", {{"class", "govuk-body-s govuk-!-margin-bottom-1"}},
              element("strong", {}, "Practice in general"),
              ", as if from many like cases: ", question.says.of_practice()),
      one_more(question));
}

Html discretion(const report::AuditStandard& one) {
  if (one.discretion.empty()) return {};
  Html list;
  for (const auto& reason : one.discretion) list += element("li", {}, reason);
  return paragraph("In an inspection, a panel might consider another rating here, because:") +
         element("ul", {{"class", "govuk-list govuk-list--bullet"}}, list);
}

Html standard_part(const framework::Edition& edition, const report::AuditStandard& one) {
  if (one.questions.empty()) return {};
  Html out = element("h3", {{"class", "govuk-heading-s"}, {"id", "standard-" + one.id}},
                     one.id + " " + one.title + " ", rating_tag(&edition, one.rating));
  for (const auto& question : one.questions) out += question_part(edition, question);
  out += discretion(one);
  out += details(
      {.summary = "How " + one.id + " was rated, step by step", .content = steps(one.trace)});
  return element("section", {{"class", "nl-result"}}, out);
}

bool population_unknown(const report::AuditResult& result) {
  for (const auto& standard : result.standards)
    for (const auto& question : standard.questions)
      if (question.says.population_unknown) return true;
  return false;
}

// Standards without a rating, said once for each reason.
Html gaps(const framework::Edition& edition, const report::AuditResult& result) {
  std::vector<std::pair<std::string, std::vector<std::string>>> reasons;
  for (const auto& standard : edition.standards)
    for (const auto& gap : result.not_rated) {
      if (gap.id != standard.code.text()) continue;
      auto known = std::ranges::find(reasons, gap.why, [](const auto& one) { return one.first; });
      if (known == reasons.end()) known = reasons.insert(reasons.end(), {gap.why, {}});
      known->second.push_back(gap.id + " " + gap.title);
    }
  Html out;
  for (const auto& [why, names] : reasons)
    out += element("p", {{"class", "govuk-body"}}, element("strong", {}, why), " ",
                   list_in_words(names), ".");
  return out;
}

}  // namespace

html::Html rate_result(const framework::Edition& edition, const report::AuditResult& result) {
  Html out = section_heading("result", "Your ratings");
  out += in_short(edition, result);
  for (const auto& notice : result.notices) out += paragraph(notice);
  out += overview(edition, result);
  out += gaps(edition, result);
  out += details({.summary = "How the score and the overall rating were reached",
                  .content = steps(result.trace)});
  bool any = false;
  Html each_standard;
  for (const auto& one : result.standards) {
    any = any || !one.questions.empty();
    each_standard += standard_part(edition, one);
  }
  if (any) out += section_heading("why", "Why, and what one more case would change");
  if (any) out += question_bar_key(edition);
  if (any && population_unknown(result))
    out += paragraph(
        "How many cases were eligible was not given, so nothing is said here of this year’s other "
        "cases (population not published). The ranges speak of practice in general, as if the "
        "judged cases were drawn from many like them.");
  return out + each_standard;
}

}  // namespace northlight::web::views
