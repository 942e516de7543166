#include "base/text.hpp"

#include <algorithm>
#include "report/sample_says.hpp"
#include "web/paths.hpp"
#include "web/views/inspection_view.hpp"
#include "web/views/question_bar.hpp"
#include "web/views/words.hpp"

namespace northlight::web::views {
namespace {

using namespace html;

/// One key question with what its figure says.
struct Asked {
  const domain::KeyQuestionResult* result = nullptr;
  std::string question;  ///< As the edition words it.
  std::string lens;
  bool decides = false;
  std::optional<report::SampleSays> says{};
};

std::vector<Asked> asked_of(const InspectionModel& model, const framework::Standard& standard,
                            const domain::StandardResult& result) {
  const auto eligible = report::eligible_cases(model.facts, standard.domain.text());
  const auto* rated = model.find_rated(standard.code);
  std::vector<Asked> all;
  for (const auto& one : result.key_questions) {
    const framework::LensCode lens{one.lens};
    const auto* question = framework::find_question(standard, lens);
    Asked asked{.result = &one,
                .question = question == nullptr ? one.lens : question->text,
                .lens = lens_name(*model.edition, lens)};
    asked.decides =
        rated != nullptr && std::ranges::find(rated->decided_by, lens) != rated->decided_by.end();
    if (one.share) asked.says = report::sample_says(*one.share, eligible);
    all.push_back(std::move(asked));
  }
  return all;
}

Html question_row(const InspectionModel& model, const Asked& asked) {
  const auto& result = *asked.result;
  Html out;
  out.add_raw(
      R"(<tr class="govuk-table__row"><th scope="row" class="govuk-table__header nl-question">)");
  out.add_text(asked.question);
  out.add_raw(R"(</th><td class="govuk-table__cell nl-figure">)");
  const auto figure = figure_words(result);
  if (asked.decides) {
    out += element("strong", {}, figure);
    out += element("span", {{"class", "nl-quiet"}}, " decides the rating");
  } else {
    out.add_text(figure);
  }
  out += line_link(model, result.line);
  if (result.share || result.percent)
    out += question_bar(*model.edition, result.share ? result.share->printed() : *result.percent,
                        asked.says ? &*asked.says : nullptr);
  out.add_raw("</td></tr>");
  return out;
}

// The two answers that a finished sample gives, kept apart.
/// Whether the page has said why nothing is said of that year; later it is only named.
enum class Told { NotYet, Already };

Html what_the_sample_says(const std::vector<Asked>& all, Told& told) {
  const auto first =
      std::ranges::find_if(all, [](const Asked& one) { return one.says.has_value(); });
  if (first == all.end() || !first->says) return {};
  const auto& says = *first->says;
  Html out;
  out.add_raw(R"(<dl class="nl-says"><dt>Of that year’s eligible cases</dt><dd>)");
  if (!says.why_not_that_year.empty()) {
    out.add_text(told == Told::NotYet || !says.population_unknown
                     ? "Cannot be said. " + says.why_not_that_year
                     : "Cannot be said: population not published.");
    if (says.population_unknown) told = Told::Already;
  } else {
    out.add_raw(R"(<ul class="govuk-list">)");
    for (const auto& one : all)
      if (one.says) out += element("li", {}, one.lens, ": “yes” in ", one.says->of_that_year);
    out.add_raw("</ul>");
  }
  out.add_raw(
      "</dd><dt>Of practice in general, as if these were drawn from many like cases</dt><dd>"
      R"(<ul class="govuk-list">)");
  for (const auto& one : all)
    if (one.says) out += element("li", {}, one.lens, ": ", one.says->of_practice());
  out.add_raw("</ul></dd></dl>");
  return out;
}

Html against_the_rule(const InspectionModel& model, const framework::Standard& standard) {
  const auto* rated = model.find_rated(standard.code);
  if (rated == nullptr || !rated->computed) return {};
  Html out;
  if (rated->departs_from_rule())
    out += element("p", {{"class", "govuk-body"}}, element("strong", {}, rated->comparison));
  else
    out += paragraph("The rule gives " + std::string(model.edition->name(*rated->computed)) +
                     (rated->stated ? ", which is what was published." : "."));
  if (!rated->discretion.may_be_considered()) return out;
  out += paragraph("A rating panel may consider departing from the rule here, because:");
  out.add_raw(R"(<ul class="govuk-list govuk-list--bullet">)");
  for (const auto& reason : rated->discretion.because) out += element("li", {}, reason.sentence);
  out.add_raw("</ul>");
  if (rated->departs_from_rule())
    out += paragraph("Whether a panel did so, and why, is not known from the source.");
  return out;
}

Html key_questions(const InspectionModel& model, const framework::Standard& standard,
                   const domain::StandardResult& result, Told& told) {
  if (result.key_questions.empty()) {
    if (standard.rated_by != framework::RatedBy::WeakestQuestion) return {};
    return element("p", {{"class", "govuk-body"}}, "Figures for the key questions: ", unknown());
  }
  const auto all = asked_of(model, standard, result);
  Html out;
  out.add_raw(R"(<table class="govuk-table nl-questions">)");
  out +=
      element("caption", {{"class", "govuk-table__caption govuk-table__caption--s"}},
              result.cases ? "Key questions, judged in " + counted(*result.cases, "case", "cases")
                           : std::string("Key questions"));
  out.add_raw(
      R"(<thead class="govuk-table__head"><tr><th scope="col" class="govuk-table__header">Question</th><th scope="col" class="govuk-table__header">Cases judged “yes”</th></tr></thead><tbody class="govuk-table__body">)");
  for (const auto& asked : all) out += question_row(model, asked);
  out.add_raw("</tbody></table>");
  out += against_the_rule(model, standard);
  out += what_the_sample_says(all, told);
  return out;
}

Html items(const InspectionModel& model, const char* heading,
           const std::vector<domain::Item>& list) {
  if (list.empty()) return {};
  Html out = element("h4", {{"class", "govuk-heading-s"}}, heading);
  out.add_raw(R"(<ul class="govuk-list govuk-list--bullet">)");
  for (const auto& item : list) out += element("li", {}, item.text, line_link(model, item.line));
  out.add_raw("</ul>");
  return out;
}

Html standard_section(const InspectionModel& model, const framework::Standard& standard,
                      const domain::StandardResult& result, Told& told) {
  Html out;
  out.open("section", {{"class", "nl-standard"}, {"id", "standard-" + standard.code.text()}});
  out += element("h3", {{"class", "govuk-heading-m"}}, standard.code.text(), " ", standard.title,
                 " ", rating_tag(model.edition, result.rating), line_link(model, result.line));
  if (!standard.statement.empty())
    out += element("p", {{"class", "govuk-body nl-quiet"}}, standard.statement);
  out += key_questions(model, standard, result, told);
  out += items(model, "Strengths", result.strengths);
  out += items(model, "Areas for improvement", result.areas_for_improvement);
  out.add_raw("</section>");
  return out;
}

}  // namespace

Html inspection_standards(const InspectionModel& model) {
  if (model.edition == nullptr || !model.has_details()) return {};
  Html out;
  bool key_shown = false;
  Told told = Told::NotYet;
  for (const auto& domain : model.edition->domains) {
    Html sections;
    for (const auto* standard : framework::standards_of(*model.edition, domain.code))
      if (const auto* result = model.find(standard->code))
        sections += standard_section(model, *standard, *result, told);
    if (sections.empty()) continue;
    out += section_heading("domain-" + domain.code.text(), domain.title);
    if (!key_shown && sections.view().find("nl-bar__track") != std::string_view::npos) {
      out += question_bar_key(*model.edition);
      key_shown = true;
    }
    out += sections;
  }
  return out;
}

}  // namespace northlight::web::views
