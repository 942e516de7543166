#include "base/text.hpp"
#include "web/paths.hpp"
#include "web/views/inspection_view.hpp"
#include "web/views/words.hpp"

namespace northlight::web::views {
namespace {

using namespace html;

// "46% (6 of 13)" of the question that decides the rating, in bold as reports print it.
Html deciding_figure(const InspectionModel& model, const framework::Standard& standard) {
  if (standard.rated_by == framework::RatedBy::Panel)
    return element("span", {{"class", "nl-quiet"}}, "Judged as a whole");
  const auto* result = model.find(standard.code);
  const auto* rated = model.find_rated(standard.code);
  if (result == nullptr || rated == nullptr || rated->decided_by.empty()) return unknown();
  for (const auto& question : result->key_questions)
    if (question.lens == rated->decided_by.front().text())
      return element("strong", {{"class", "nl-nowrap"}}, figure_words(question));
  return unknown();
}

Html rule_gives(const InspectionModel& model, const framework::Standard& standard) {
  const auto* rated = model.find_rated(standard.code);
  if (standard.rated_by == framework::RatedBy::Panel || rated == nullptr || !rated->computed)
    return element("span", {{"class", "nl-quiet"}}, "No figures to work from");
  const std::string name(model.edition->name(*rated->computed));
  return rated->departs_from_rule() ? element("strong", {}, name, " (differs)") : text(name);
}

bool is_rated(const InspectionModel& model, const framework::Standard& standard) {
  const auto* result = model.find(standard.code);
  return result != nullptr && result->rating;
}

// A table that gives a few ratings only: the rest is named in one sentence, not row by row.
Html not_known(const InspectionModel& model) {
  std::vector<std::string> names;
  for (const auto& standard : model.edition->standards)
    if (!is_rated(model, standard)) names.push_back(standard.code.text() + " " + standard.title);
  if (names.empty()) return {};
  return element("p", {{"class", "govuk-body"}},
                 element("strong", {}, "Not known from the source:"), " the ratings of ",
                 list_in_words(names), ". They may be high or low.");
}

Html row(const InspectionModel& model, const framework::Standard& standard, bool figures) {
  const auto* result = model.find(standard.code);
  Html out;
  out.add_raw(R"(<tr class="govuk-table__row"><th scope="row" class="govuk-table__header">)");
  const auto name = standard.code.text() + " " + standard.title;
  if (result != nullptr)
    out += link(model.has_details() ? Url("#standard-" + standard.code.text())
                                    : paths::standard(model.edition->code, standard.code),
                name);
  else
    out.add_text(name);
  if (!standard.counts_in_score)
    out += element("span", {{"class", "nl-quiet nl-block"}}, "Not part of the score");
  out.add_raw(R"(</th><td class="govuk-table__cell" data-label="Published">)");
  out += rating_tag(model.edition, result == nullptr ? std::nullopt : result->rating);
  out.add_raw("</td>");
  if (figures) {
    out += element("td", {{"class", "govuk-table__cell"}, {"data-label", "Lowest figure"}},
                   deciding_figure(model, standard));
    const bool whole = standard.rated_by == framework::RatedBy::Panel;
    out += element("td",
                   {{"class", whole ? "govuk-table__cell nl-spare" : "govuk-table__cell"},
                    {"data-label", "The rule gives"}},
                   rule_gives(model, standard));
  }
  out.add_raw("</tr>");
  return out;
}

}  // namespace

Html inspection_ratings(const InspectionModel& model) {
  if (model.edition == nullptr || !model.has_standards()) return {};
  const bool figures = model.has_counts();
  Html out = section_heading("ratings", "Ratings");
  if (figures)
    out += paragraph(
        "A standard that is judged case by case takes its rating from the key question with the "
        "lowest share of cases. That figure is in bold.");
  else
    out += paragraph("The source gives ratings of standards without the figures behind them.");
  out.add_raw(
      R"(<table class="govuk-table nl-list nl-ratings"><caption class="govuk-visually-hidden">)"
      R"(Ratings by standard</caption><thead class="govuk-table__head"><tr>)"
      R"(<th scope="col" class="govuk-table__header">Standard</th>)"
      R"(<th scope="col" class="govuk-table__header">Published</th>)");
  if (figures)
    out.add_raw(R"(<th scope="col" class="govuk-table__header">Lowest figure</th>)"
                R"(<th scope="col" class="govuk-table__header">The rule gives</th>)");
  out.add_raw("</tr></thead>");
  for (const auto& domain : model.edition->domains) {
    Html rows;
    for (const auto* standard : framework::standards_of(*model.edition, domain.code))
      if (figures || is_rated(model, *standard)) rows += row(model, *standard, figures);
    if (rows.empty()) continue;
    out.add_raw(R"(<tbody class="govuk-table__body"><tr class="nl-ratings__domain">)");
    out += element("th", {{"scope", "rowgroup"}, {"colspan", figures ? 4 : 2}},
                   domain.number.empty() ? domain.title : domain.number + ". " + domain.title);
    out.add_raw("</tr>");
    out += rows;
    out.add_raw("</tbody>");
  }
  out.add_raw("</table>");
  if (!figures) out += not_known(model);
  return out;
}

}  // namespace northlight::web::views
